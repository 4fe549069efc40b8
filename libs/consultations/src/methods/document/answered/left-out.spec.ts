import { describe, expect, it } from '@jest/globals';
import type { ApiClient } from '@isegoria/api-client';
import { leftOutOf } from './left-out.page';

const block = (id: string, text: string) => ({ id, kind: text.startsWith('Article') ? 'heading' : 'paragraph', level: 0, text });
const versions = [
  [block('p1', 'Article 1'), block('p2', 'The air is clean.'), block('p3', 'Villages measure.'), block('p4', 'Soot is counted.')],
  [block('p1', 'Article 1'), block('p2', 'The air is clean.'), block('p4', 'Soot is counted every day.')],
  [block('p1', 'Article 1'), block('p2', 'The air is clean.')],
];
const ask = (_: unknown, { version = '3' }: { version?: string }) =>
  Promise.resolve({ shown: Number(version), blocks: versions[Number(version) - 1] });

describe('paragraphs that were left out', () => {
  it('are named by their number and words in the last version that had them', async () => {
    const found = await leftOutOf({ ask } as unknown as ApiClient, 'paper', ['p3', 'p4']);
    expect(Object.fromEntries(found)).toEqual({
      p3: { number: 2, version: 1, words: 'Villages measure.' },
      p4: { number: 2, version: 2, words: 'Soot is counted every day.' },
    });
  });
});
