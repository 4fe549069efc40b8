import { expect, it } from '@jest/globals';
import { plainExcerpt } from './excerpt';

it('takes the marks of Markdown off', () => {
  expect(plainExcerpt('# A *title*\n\n- one\n- [two](https://example.org)\n\n> `three`')).toBe('A title one two three');
});

it('ends a long text between words', () => {
  const excerpt = plainExcerpt('word '.repeat(100), 22);
  expect(excerpt).toBe('word word word word …');
});
