import { faultsOf } from './faults';
import { entriesOf, isFuzzy } from './po-file';
import type { Source } from './sources';
import { typographyFaultsOf } from './typography';

/** How far a language is. Keys of messages; each broken one with what is wrong. */
export interface Findings {
  readonly language: string;
  readonly all: number;
  /** Shown in English. */
  readonly missing: readonly string[];
  /** Translated from an English that has changed since; shown in English. */
  readonly fuzzy: readonly string[];
  readonly broken: readonly { readonly key: string; readonly fault: string }[];
}

/** Holds a PO file against the messages of the code. */
export function check(file: string, sources: readonly Source[], language: string): Findings {
  const entries = entriesOf(file);
  const translated = sources.filter(({ key }) => entries.get(key)?.msgstr[0]);
  const outdated = ({ key, text }: Source) => isFuzzy(entries.get(key)!) || entries.get(key)!.msgid !== text;
  return {
    language,
    all: sources.length,
    missing: sources.filter((source) => !translated.includes(source)).map(({ key }) => key),
    fuzzy: translated.filter(outdated).map(({ key }) => key),
    broken: translated
      .filter((source) => !outdated(source))
      .flatMap(({ key, text }) => allFaultsOf(text, entries.get(key)!.msgstr[0]!, language).map((fault) => ({ key, fault }))),
  };
}

function allFaultsOf(english: string, translation: string, language: string): string[] {
  return [...faultsOf(english, translation, language), ...typographyFaultsOf(translation, language)];
}

export function reportOf({ language, all, missing, fuzzy, broken }: Findings): string {
  return [
    `${language}: ${all - missing.length - fuzzy.length} of ${all} messages translated`,
    ...missing.map((key) => `  missing  ${key}`),
    ...fuzzy.map((key) => `  fuzzy    ${key}`),
    ...broken.map(({ key, fault }) => `  broken   ${key}: ${fault}`),
  ].join('\n');
}
