/** A number as a page writes it. */
export interface WrittenNumber {
  readonly value: number;
  readonly isPercent: boolean;
}

/** Digits with what separates thousands in English, French and Arabic; a text with single spaces has lost the kind of space. */
const written = /([%٪]\s?)?(\d{1,3}(?:[,٬\u202f\u00a0 ]\d{3})+(?!\d)|\d+)(?:([.٫])(\d+))?(\s?[%٪])?/gu;

/** All numbers of a text in any of the digits that languages use, in order. */
export function numbersIn(text: string): WrittenNumber[] {
  return [...inAsciiDigits(text).matchAll(written)].map(([, before, whole = '', , fraction = '', after]) => ({
    value: Number(whole.replace(/\D/g, '') + (fraction === '' ? '' : `.${fraction}`)),
    isPercent: before !== undefined || after !== undefined,
  }));
}

/** Each decimal digit of Unicode stands ten in a row from its zero. */
function inAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0)!;
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
    return String(point - zero);
  });
}
