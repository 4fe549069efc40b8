import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refused } from './testing/phrases.fixture';

const folders = { translations: join('libs', 'texts', 'po'), demo: join('apps', 'standalone', 'src', 'demo') };

/** The English of the messages of the product, which every file of translations repeats, and the words of the demonstration. */
const words: readonly (readonly [string, string])[] = [
  ...readFileSync(join(folders.translations, 'fr.po'), 'utf8')
    .split('\n\n')
    .map((entry) => [/^msgctxt "(.*)"$/m.exec(entry)?.[1] ?? '', /^msgid ((?:.|\n)*?)^msgstr /m.exec(entry)?.[1] ?? ''] as const),
  ...readdirSync(folders.demo, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(folders.demo, name), 'utf8')] as const),
];

describe('what people read', () => {
  it('has none of the phrases that a native editor strikes out', () => {
    expect(words.length).toBeGreaterThan(1_000);
    expect(words.filter(([, text]) => refused.some((phrase) => phrase.test(text.replaceAll('"\n"', '')))).map(([name]) => name)).toEqual(
      [],
    );
  });
});
