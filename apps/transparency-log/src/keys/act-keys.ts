import { signNoteWithAll, type NoteSigner } from '@isegoria/merkle-log';
import type { RecordedKeys } from './recorded-keys';

/**
 * Which keys ever signed acts of staff, as a note that the keys of the log sign: somebody who has the event store and the database can
 * neither add a key of their own nor take one away. The first line is the name of all, so that it can never stand for a checkpoint.
 */
export function actKeysNote(name: string, { signing, retired }: RecordedKeys, signers: readonly NoteSigner[]): Promise<string> {
  const lines = [name, ...retired.map(({ key }) => `${key} retired`), ...signing.map((key) => `${key} signing`)];
  return signNoteWithAll(`${lines.join('\n')}\n`, signers);
}
