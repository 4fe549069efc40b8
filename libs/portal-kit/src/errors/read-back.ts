import type { FormState } from '@isegoria/ui';
import { sentForm } from '../forms/form';
import type { Visit } from '../session/visit';
import type { ReadBack } from './kept-words';

type Reader = (visit: Visit, where: Readonly<Record<string, string>>, form: FormState) => Promise<ReadBack>;

const readers: { readonly path: RegExp; readonly read: Reader }[] = [];

/**
 * Says how the forms that are sent to an address read: those whose fields have codes in them, or names that only their page knows.
 * @param path with the names of its parts: `consultations/:id/…/:number`
 */
export function readFormsBack(path: string, read: Reader): void {
  readers.push({ path: new RegExp(`^/${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`), read });
}

/** The form of a request in words, before its page has seen it; undefined where its fields say it themselves, or nobody can say. */
export async function readBack(visit: Visit): Promise<ReadBack | undefined> {
  const { path, body } = visit.request;
  for (const reader of readers) {
    const where = reader.path.exec(path)?.groups;
    if (where) return inWords(() => reader.read(visit, where, sentForm(body)));
  }
  return undefined;
}

/** What keeps somebody's words must not fail for want of what they answer to. */
async function inWords(read: () => Promise<ReadBack>): Promise<ReadBack | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
