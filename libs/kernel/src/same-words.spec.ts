import { describe, expect, it } from '@jest/globals';
import { sameWords } from './same-words';

describe('words that look alike', () => {
  it.each([
    ['Yes', 'Yes '],
    ['Yes', 'yes'],
    ['Yes', 'Ｙｅｓ'],
    ['Café', 'Cafe\u0301'],
    ['Yes', 'Y\u200bes\u2060'],
    ['می\u200cخواهم', 'میخواهم'],
    ['More  buses', 'more\u00a0buses'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(sameWords(one)).toBe(sameWords(other));
  });

  it('tells others apart', () => {
    expect(sameWords('Yes')).not.toBe(sameWords('Yes!'));
    expect(sameWords('نعم')).not.toBe(sameWords('لا'));
  });
});
