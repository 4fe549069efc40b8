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
    ['Yes', 'Yes.'],
    ['Yes', '“Yes” !'],
    ['نعم', 'نعم؟'],
    ['-', '!'],
    ['…', ''],
    ['More  buses', 'more\u00a0buses'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(sameWords(one)).toBe(sameWords(other));
  });

  it('tells others apart', () => {
    const others = ['A+', 'A-', 'A', '+', '👍', '1.5', '15', 'No', 'Node.js', 'Nodejs', 'C', 'C++', 'C#', 'Yes, no', 'Yes no'];
    expect(new Set(others.map(sameWords)).size).toBe(others.length);
    expect(sameWords('نعم')).not.toBe(sameWords('لا'));
  });
});
