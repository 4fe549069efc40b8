/**
 * The number that somebody typed, in Latin or Arabic digits, with a comma or a point before decimals and anything usual between thousands.
 * Undefined for what is no number, and for what is one number in some languages and another in others, such as 1,500: whoever typed it is
 * asked, since people write as they are used to and not as the page does.
 */
export function numberTyped(text: string): number | undefined {
  const read = readingsOf(text);
  return read.length === 1 ? Number(read[0]) : undefined;
}

/** The same for what can only be a whole number, so that 1,500 is read in one way. */
export function wholeNumberTyped(text: string): number | undefined {
  const read = readingsOf(text).find((reading) => /^-?\d+$/.test(reading));
  return read === undefined ? undefined : Number(read);
}

/** How else to type what can be read as two numbers, as people write in a language; undefined for anything else. */
export function readInTwoWays(text: string, language: string): { readonly whole: string; readonly decimal: string } | undefined {
  const [whole, decimal] = readingsOf(text);
  if (decimal === undefined) return undefined;
  return { whole: numberWritten(Number(whole), language), decimal: numberWritten(Number(decimal), language) };
}

/** A number as a field has it, or as it is written in a language, which is read again as that number alone. */
export function numberWritten(number: number, language = 'en'): string {
  const inDigits = (minimumFractionDigits = 0) =>
    number.toLocaleString(language, { useGrouping: false, minimumFractionDigits, maximumFractionDigits: 10 });
  // Three decimals may be thousands, four may not.
  return readingsOf(inDigits()).length > 1 ? inDigits(4) : inDigits();
}

function readingsOf(typed: string): readonly string[] {
  const text = typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace('\u2212', '-')
    .replace(/[\u061c\u200e\u200f]/g, '');
  const [, sign = '', rest = ''] = /^(-?)([\d.,'’\s\u066b\u066c]+)$/.exec(text) ?? [];
  const readings = [wholeIn(rest), decimalIn(rest)].filter((read) => read !== undefined && /^\d{1,15}(\.\d{1,10})?$/.test(read));
  return [...new Set(readings)].map((read) => `${sign}${read}`);
}

/** Digits alone, or by threes with one mark between them all that no decimals follow. */
function wholeIn(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  return /^[1-9]\d{0,2}([.,'’\s\u066c])\d{3}(\1\d{3})*$/.test(text) ? text.replace(/\D/g, '') : undefined;
}

function decimalIn(text: string): string | undefined {
  const [, whole = '', mark = '', decimals = ''] = /^(.*\d)([.,\u066b])(\d+)$/.exec(text) ?? [];
  if (mark === '') return undefined;
  const before = whole.includes(mark) ? undefined : wholeIn(whole);
  return before && `${before}.${decimals}`;
}
