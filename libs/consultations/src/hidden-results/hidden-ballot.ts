import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import type { HiddenChoice } from './hidden-results.contract';

/** What opens the ballots of one activity, and what their nonces are made from; this one is never published. */
export interface HidingKeys {
  readonly key: Buffer;
  readonly nonces: Buffer;
}

/** Where keys are kept; it makes one where there is none yet. */
interface KeyKeeper {
  keyOfThing(id: string, purpose: string): Promise<Buffer>;
}

/** The keys of one activity. */
export async function hidingKeys(keys: KeyKeeper, activityId: string): Promise<HidingKeys> {
  const [key, nonces] = await Promise.all([keys.keyOfThing(activityId, 'hidden ballots'), keys.keyOfThing(activityId, 'hidden nonces')]);
  return { key, nonces };
}

/** Whose ballot it is, and where. */
interface Place {
  readonly activityId: string;
  readonly voter: string;
}

const algorithm = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];

/**
 * What a ballot says, hidden. The same person's same words give the same bytes, so that a ballot that is sent twice is one ballot; those of
 * others never do.
 * @param length to which it is filled up: nobody tells from it how much a ballot says
 */
export function hiddenChoice({ key, nonces }: HidingKeys, { activityId, voter }: Place, choice: object, length: number): HiddenChoice {
  const plain = JSON.stringify(choice).padEnd(length);
  if (Buffer.byteLength(plain) > length) throw new Error('A ballot says more than its activity leaves room for.');
  const nonce = createHmac('sha256', nonces).update(`${activityId}\0${voter}\0${plain}`).digest().subarray(0, nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(activityId));
  const text = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  return { key: createHash('sha256').update(key).digest('hex'), text };
}

/** @throws for what was altered, or hidden under another key or in another activity */
export function openedChoice(key: Buffer, activityId: string, text: string): object {
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(activityId))
    .setAuthTag(bytes.subarray(-tagLength));
  const plain = Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]);
  return JSON.parse(plain.toString('utf8')) as object;
}
