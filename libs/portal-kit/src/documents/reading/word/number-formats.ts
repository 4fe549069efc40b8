const roman = [
  ...([[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl']] as const),
  ...([[10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const),
];
const latin = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const abjad = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';

/** No list of a law has more points; what is written thousands of times over is no number. */
const most = 1_000;

/** The last letter of an alphabet is followed by its first one twice, as Word writes it: z, aa, bb. */
const lettered = (letters: string) => (number: number) => {
  const all = Array.from(letters);
  return all[(number - 1) % all.length]!.repeat(Math.ceil(number / all.length));
};

function inRoman(number: number): string {
  let [rest, written] = [number, ''];
  for (const [value, digits] of roman) for (; rest >= value; rest -= value) written += digits;
  return written;
}

/** How Word writes numbers of a list (ECMA-376, part 1, section 17.18.59), as far as laws number by them. */
const formats: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerLetter: lettered(latin),
  upperLetter: lettered(latin.toUpperCase()),
  lowerRoman: inRoman,
  upperRoman: (number) => inRoman(number).toUpperCase(),
  arabicAlpha: lettered(alphabet),
  arabicAbjad: lettered(abjad),
  none: () => '',
};

/** Undefined where we do not know the format, or it has no such number. */
export function numberIn(format: string, number: number): string | undefined {
  if (!Number.isSafeInteger(number) || number < 0) return undefined;
  if (!/^decimal/.test(format) && (number < 1 || number > most)) return undefined;
  return Object.hasOwn(formats, format) ? formats[format]!(number) : undefined;
}
