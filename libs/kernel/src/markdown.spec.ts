import { describe, expect, it } from '@jest/globals';
import { hasPicture } from './markdown';

describe('a picture in Markdown', () => {
  it.each([
    '![](https://example.org/map.png)',
    'Before ![A map](https://example.org/map.png) after',
    '![A [small] map](map.png "Of 2026")',
    '![A map][m]\n\n[m]: https://example.org/map.png',
    '[![A map](map.png)](https://example.org)',
    '`code` and ![A map](map.png)',
    '```\ncode\n```\n![A map](map.png)',
    'Wow!![A map](map.png)',
  ])('is found: %s', (text) => expect(hasPicture(text)).toBe(true));

  it.each([
    'No picture! [A map](https://example.org)',
    'Never write `![A map](map.png)`.',
    '```\n![A map](map.png)\n```',
    '\\![A map](https://example.org)',
    'A note![1] and more (see there)',
  ])('is none: %s', (text) => expect(hasPicture(text)).toBe(false));

  it.each(['![', '![a', '`![', '![[a]', '```', '`` ', '\\'])('is looked for in little time: %s again and again', (part) => {
    const start = performance.now();
    hasPicture(`![x]${part.repeat(Math.ceil(50_000 / part.length))}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
