interface Rule {
  readonly fault: string;
  readonly wrong: RegExp;
}

/** What no language wants. A break of a line stands in mails. */
const everywhere: readonly Rule[] = [
  { fault: 'has two spaces in a row', wrong: /[^\S\n]{2}/ },
  { fault: 'begins or ends with a space', wrong: /^\s|[^\S\n]$/ },
  { fault: 'has three points instead of …', wrong: /\.\.\./ },
];

/** By BCP 47 tag. Codes, times and addresses have the signs of programs: `key:value`, 12:00, `name@example.org`. */
const byLanguage: Readonly<Record<string, readonly Rule[]>> = {
  en: [{ fault: 'has a straight apostrophe instead of ’', wrong: /\p{Letter}'|'\p{Letter}/u }],
  fr: [
    { fault: 'has a straight apostrophe or quotation mark instead of ’ or « »', wrong: /['"]/ },
    { fault: 'lacks the narrow space (U+202F) before a sign', wrong: /[^\u202f/\d][:;!?»](?=\s|$)/ },
    { fault: 'lacks the narrow space (U+202F) after «', wrong: /«[^\u202f]/ },
  ],
  ar: [
    { fault: 'has a Latin comma, semicolon or question mark instead of ، ؛ ؟', wrong: /[,;?](?=\s|$)/ },
    { fault: 'has a straight quotation mark instead of « »', wrong: /["']/ },
    { fault: 'has a tanwin on the alif instead of before it (ًا)', wrong: /اً/ },
  ],
};

/** In a list of words, the separator is no sign of the language. */
const isListOfWords = (text: string) => text.split(', ').length > 50;

/**
 * What a proofreader who knows how the language is set would mark in a message.
 * @param message ICU; what stands in braces is filled in
 */
export function typographyFaultsOf(message: string, language: string): string[] {
  if (isListOfWords(message)) return [];
  const text = readable(message);
  return [...everywhere, ...(byLanguage[language] ?? [])].filter(({ wrong }) => wrong.test(text)).map(({ fault }) => fault);
}

/** The message with an X for what is filled in, and each form of a plural on a line of its own. */
function readable(message: string): string {
  return message
    .replace(/\{\w+(?:, number)?\}/g, 'X')
    .replace(/\{\w+, plural,\s*/g, '')
    .replace(/(?:=\d+|zero|one|two|few|many|other) \{([^{}]*)\}\s*/g, '$1\n')
    .replaceAll('}', '');
}
