import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundedExpression } from './bounded-expression';

const matches = (source: string, text: string) => boundedExpression(source)(text);

describe('an expression from outside', () => {
  it.each([
    ['^[^$].*', 'VoteCast', true],
    ['^[^\\$].*', '$metadata', false],
    ['^(ballot|poll)-\\d+$', 'poll-17', true],
    ['\\bcast\\b', 'vote cast now', true],
    ['^x{2,3}?y', 'xxy', true],
    ['\\(?=x', '(=x', true],
    ['^[(?=!]+$', '(?=', true],
    ['اسم$', 'ballot-اسم', true],
    ['', 'anything', true],
  ])('%j of %j: %j', (source, text, expected) => {
    expect(matches(source, text)).toBe(expected);
  });

  it.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(.*)*!b', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x+x+)+y'])(
    'that would go back and forth for ever comes to an end: %s',
    (source) => {
      expect(matches(source, `${'ax'.repeat(200)}!`)).toBe(false);
      expect(matches(source, `${'a'.repeat(1000)}!`)).toBe(false);
    },
  );

  it.each(['(', '*', 'a**', '[b-a]'])('that is none is refused: %s', (source) => {
    expect(() => boundedExpression(source)).toThrow(/Invalid regular expression/);
  });

  it.each(['^(?!\\$)', 'a(?=b)', '(?<=a)b', '(?<!a)b', '[(](?<=a)b', '(a)\\1', '(a{1,999}){1,999}'])(
    'whose time cannot be bounded is refused: %s',
    (source) => {
      expect(() => boundedExpression(source)).toThrow('its time could not be bounded');
    },
  );

  it.each(['\\p{L}', '\\u{1F600}', '[😀]'])('that needs more of Unicode is refused: %s', (source) => {
    expect(() => boundedExpression(source)).toThrow('not understood here');
  });

  it('that is too long is refused', () => {
    expect(() => boundedExpression('a'.repeat(257))).toThrow('at most 256 characters');
  });

  it('means what it means to everybody else, before and after it falls over to the other engine', () => {
    const part = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', 'a|b', '\\w', '(?:ab|a)', '(a+)+', '(b*)*');
    const source = fc
      .array(fc.tuple(part, fc.constantFrom('', '*', '+', '?')), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([text, count]) => `(?:${text})${count}`).join(''));
    fc.assert(
      fc.property(source, fc.boolean(), fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }), (text, anchored, subject) => {
        const whole = anchored ? `^${text}$` : text;
        expect(matches(whole, subject)).toBe(new RegExp(whole, 'u').test(subject));
      }),
    );
  });
});
