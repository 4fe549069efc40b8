import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { check } from './check';
import { faultsOf } from './faults';
import { entriesOf, mergedPo } from './po-file';
import { sources, type Source } from './sources';
import { typographyFaultsOf } from './typography';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'libs/texts/po');
const languages = readdirSync(folder).map((name) => name.replace(/\.po$/, ''));
const fileOf = (language: string) => readFileSync(join(folder, `${language}.po`), 'utf8');

let messages: Source[];
beforeAll(async () => void (messages = await sources(root, (path) => import(path) as Promise<Record<string, unknown>>)));

it('the messages of the code are read, each with its file', () => {
  expect(messages.length).toBeGreaterThan(500);
  expect(messages).toContainEqual({
    key: 'nav.skip',
    text: 'Skip to the content',
    file: 'libs/portal-kit/src/layout/document/document.texts.ts',
  });
});

it('English is well formed, and has both its plurals', () => {
  expect(messages.flatMap(({ key, text }) => faultsOf(text, text, 'en').map((fault) => `${key}: ${fault}`))).toEqual([]);
});

it('English is set with its own signs', () => {
  expect(messages.flatMap(({ key, text }) => typographyFaultsOf(text, 'en').map((fault) => `${key} ${fault}`))).toEqual([]);
});

describe.each(languages)('the translations in %s', (language) => {
  it('are not broken', () => {
    expect(check(fileOf(language), messages, language).broken).toEqual([]);
  });

  it('stand as `npm run texts -- extract` writes them', () => {
    expect(mergedPo(fileOf(language), messages, language)).toBe(fileOf(language));
  });
});

it.each(['ar', 'fr'])('the translations in %s are complete', (language) => {
  expect(check(fileOf(language), messages, language)).toMatchObject({ missing: [], fuzzy: [] });
});

it('nothing is in English that says it is Arabic', () => {
  // What stands in braces is no word: "{level}: {count, number}" is the same in every language.
  const hasWords = ({ msgid }: { msgid: string }) => /\p{Letter}/u.test(msgid.replace(/\{[^{}]*\}/g, ''));
  const entries = [...entriesOf(fileOf('ar')).values()].filter(hasWords);
  expect(entries.filter(({ msgstr }) => !/[\u0600-\u06FF]/.test(msgstr[0]!)).map(({ msgctxt }) => msgctxt)).toEqual([]);
});
