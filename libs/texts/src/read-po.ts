import { po } from 'gettext-parser';

/** Translations by the key of the message. */
export type Translations = Readonly<Record<string, string>>;

/**
 * What a gettext PO file translates. Messages without a translation are left out, and so are fuzzy ones, as gettext does: they were
 * translated from an English that has changed since.
 */
export function readPo(file: string): Translations {
  const entries = Object.values(po.parse(file).translations).flatMap((byMessage) => Object.values(byMessage));
  const usable = entries.filter(({ msgctxt, msgstr, comments }) => msgctxt && msgstr[0] && !/\bfuzzy\b/.test(comments?.flag ?? ''));
  return Object.fromEntries(usable.map(({ msgctxt, msgstr }) => [msgctxt, msgstr[0]]));
}
