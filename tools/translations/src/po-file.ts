import { po, type GetTextComment, type GetTextTranslation } from 'gettext-parser';
import type { Source } from './sources';

/** What a PO file has for a key. */
export type Entry = GetTextTranslation;

/** The entries of a PO file by the key of their message, which is their context. */
export function entriesOf(file: string): Map<string, Entry> {
  const { translations } = po.parse(file);
  const entries = Object.values(translations).flatMap((byMessage) => Object.values(byMessage));
  return new Map(entries.filter(({ msgctxt }) => msgctxt).map((entry) => [entry.msgctxt!, entry]));
}

export function isFuzzy({ comments }: Entry): boolean {
  return /\bfuzzy\b/.test(comments?.flag ?? '');
}

/**
 * A PO file brought up to the messages of the code: new ones come without a translation, vanished ones go,
 * and where the English has changed
 * the translation stays, marked as fuzzy and with the English that it translates.
 */
export function mergedPo(file: string, sources: readonly Source[], language: string): string {
  const before = entriesOf(file);
  const translations = Object.fromEntries(
    sources.map((source) => [source.key, { [source.text]: mergedEntry(before.get(source.key), source) }]),
  );
  const headers = {
    'Project-Id-Version': 'Isegoria',
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
  };
  return po
    .compile({ charset: 'utf-8', headers, translations: { '': { '': { msgid: '', msgstr: [''] } }, ...translations } }, { foldLength: 0 })
    .toString('utf8');
}

function mergedEntry(before: Entry | undefined, { key, text, comment, file }: Source): Entry {
  const translation = before?.msgstr[0] ?? '';
  const comments = {
    ...(before?.comments?.translator ? { translator: before.comments.translator } : {}),
    reference: file,
    ...(comment === undefined ? {} : { extracted: comment }),
    ...(before && translation ? marksOf(before, text) : {}),
  };
  return { msgctxt: key, msgid: text, msgstr: [translation], comments: comments as GetTextComment };
}

/** A translation that was fuzzy already keeps the English that it was made from. */
function marksOf(before: Entry, text: string): { flag?: string; previous?: string } {
  const { flag, previous } = before.comments ?? {};
  if (before.msgid === text || isFuzzy(before)) return { ...(flag ? { flag } : {}), ...(previous ? { previous } : {}) };
  return { flag: flag ? `fuzzy, ${flag}` : 'fuzzy', previous: `msgid ${JSON.stringify(before.msgid)}` };
}
