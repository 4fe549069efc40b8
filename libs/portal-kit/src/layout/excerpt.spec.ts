import { afterAll, describe, expect, it } from '@jest/globals';
import { countedSteps } from '@isegoria/testing';

const { module, stepsOf, stop } = await countedSteps(/excerpt\.ts$/, () => import('./excerpt'));
const { plainExcerpt } = module;
afterAll(stop);

it('takes the marks of Markdown off', () => {
  expect(plainExcerpt('# A *title*\n\n- one\n- [two](https://example.org)\n\n> `three`')).toBe('A title one two three');
});

it('ends a long text between words', () => {
  const excerpt = plainExcerpt('word '.repeat(100), 22);
  expect(excerpt).toBe('word word word word …');
});

it.each([
  ['![the alternative](picture.png) and more', 'the alternative and more'],
  ['1. first\n2) second\n2024 is no number of a list', 'first second 2024 is no number of a list'],
  ['[not a link] (so) [nor this](', '[not a link] (so) [nor this]('],
  ['[[inner](a) outer](b)', '[inner outer](b)'],
  ['   \n\n ', ''],
])('reads %j as %j', (markdown, plain) => {
  expect(plainExcerpt(markdown)).toBe(plain);
});

/** Each alone, and so long that nothing of it can be an excerpt. */
const hostile = ['[', '![', '[a](', '[](', ']', '](', '*', '# ', '> ', '1', '\n', ' ', ' \n', '\n#', '`~'];

describe.each(hostile)('a text that is nothing but %j', (piece) => {
  it('costs at most twice as many steps when it is twice as long', async () => {
    // As if there were no end to what is shown, so that all of it is walked through.
    const steps = (times: number) => stepsOf(() => void plainExcerpt(piece.repeat(times), 1e9));
    const [once, twice] = [await steps(2_000), await steps(4_000)];
    expect(once).toBeGreaterThan(2_000);
    expect(twice).toBeLessThan(2.01 * once);
  });
});
