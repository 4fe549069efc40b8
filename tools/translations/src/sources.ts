import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { textOf, type Message, type MessageList } from '@isegoria/texts';

/** A message as it stands in the code. */
export interface Source {
  readonly key: string;
  /** English, as an ICU message. */
  readonly text: string;
  /** For translators. */
  readonly comment?: string;
  /** The file that declares it, from the root of the repository. */
  readonly file: string;
}

/** Gives what a TypeScript file exports. */
export type Import = (path: string) => Promise<Readonly<Record<string, unknown>>>;

/** Every message of the product, in the order of its files. */
export async function sources(root: string, importFile: Import): Promise<Source[]> {
  const found: Source[] = [];
  for (const file of filesOfMessages(root)) {
    const lists = Object.values(await importFile(join(root, file))) as MessageList[];
    found.push(...lists.flatMap((list) => Object.entries(list)).map(([key, message]) => sourceOf(key, message, file)));
  }
  return found;
}

function filesOfMessages(root: string): string[] {
  const areas = ['apps', 'libs'].flatMap((area) => readdirSync(join(root, area), { recursive: true, encoding: 'utf8' }).map((name) => `${area}/${name}`));
  return areas.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.texts.ts')).sort();
}

function sourceOf(key: string, message: Message, file: string): Source {
  return { key, text: textOf(message), file, ...(typeof message === 'string' ? {} : { comment: message.comment }) };
}
