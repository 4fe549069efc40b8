import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPo, type Translations } from './read-po';

/** A BCP 47 tag such as `fr`. Which languages there are is known when a program starts: English, and one for each file of translations. */
export type Language = string;

/** The language of the sources, which has every message and needs no file. */
export const sourceLanguage: Language = 'en';

const files = new Map(foldersOfTranslations().flatMap(translationsIn));

/** Languages the product speaks: English first, the others by their tags. */
export const languages: readonly Language[] = [
  sourceLanguage,
  ...[...files.keys()].filter((language) => language !== sourceLanguage).sort(),
];

const loaded = new Map<Language, Translations>();

/**
 * The translations into a language, read when it is first asked for; none for English and for a language that the product does not speak.
 */
export function translationsInto(language: Language): Translations {
  const known = loaded.get(language) ?? load(files.get(language));
  if (files.has(language)) loaded.set(language, known);
  return known;
}

function load(file: string | undefined): Translations {
  if (file === undefined) return {};
  const content = readFileSync(file, 'utf8');
  return file.endsWith('.po') ? readPo(content) : (JSON.parse(content) as Translations);
}

/**
 * The build puts compiled translations into one folder beside the programs; the sources have them as PO files. `TEXTS_FOLDER` may name a
 * further folder of PO files, which stand before those of the product: a translator sees a file at work without building anything.
 */
function foldersOfTranslations(): string[] {
  const own = [join(import.meta.dirname, '../texts'), join(import.meta.dirname, '../po')].find((folder) => existsSync(folder));
  return [own, process.env['TEXTS_FOLDER']].filter((folder) => folder !== undefined && folder !== '') as string[];
}

function translationsIn(folder: string): [Language, string][] {
  const names = readdirSync(folder).map((name) => /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?:po|json)$/.exec(name));
  return names.filter((name) => name !== null).map((name) => [name[1]!, join(folder, name[0])]);
}
