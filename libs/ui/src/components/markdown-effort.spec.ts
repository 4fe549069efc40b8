/**
 * Counts what the parsers do, for which they must not have been compiled before.
 * @jest-environment node
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import { countedSteps } from '@isegoria/testing';

const parsers = /node_modules\/(markdown-it|linkify-it|mdurl|entities|sanitize-html|htmlparser2|postcss)\//;
const { module, stepsOf, stop } = await countedSteps(parsers, () => import('./markdown'));
afterAll(stop);

const pieces = [
  '[',
  '![',
  '[a](',
  '[a](b "',
  '*',
  '*a_ ',
  'a**b',
  '`',
  '<',
  '<a',
  '> ',
  '- ',
  '1. ',
  '&',
  '\\',
  '|',
  '|a|b\n',
  '[a]: b\n',
  '[a][b]',
];
const links = ['a@', 'x@x.', 'http://', 'http://a.', 'http://a(', 'www.', 'mailto:', '//'];

describe.each([...pieces, ...links])('Markdown that is nothing but %j', (piece) => {
  it('costs about twice as many steps when it is twice as long', async () => {
    const steps = (times: number) => stepsOf(() => void module.renderMarkdown(piece.repeat(times), 1));
    await steps(999); // What is made once, such as the expressions that find links, is made by now.
    const [once, twice] = [await steps(1_000), await steps(2_000)];
    expect(once).toBeGreaterThan(1_000);
    expect(twice).toBeLessThan(2.2 * once);
  });
});
