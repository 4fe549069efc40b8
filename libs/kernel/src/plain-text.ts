import { registerDecorator, type ValidationOptions } from 'class-validator';

/**
 * True for text that every store and every reader can hold: a string without NUL (PostgreSQL refuses it) and without lone
 * surrogates (not encodable as UTF-8, so the log could not return what was sent).
 */
export function isPlainText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    !value.includes('\u0000') &&
    !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)
  );
}

/**
 * White space, and whatever else is seen by nobody: characters that are ignored where they are shown (zero width joiners, variation
 * selectors, Hangul fillers), controls and marks of format, code points that no character has yet, and two blank symbols (a Braille pattern
 * without dots, a musical null note head).
 */
const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cn}\u2800\u{1d159}]*$/u;

/** True for text that shows nothing. Within words such characters are letters' helpers, as in Persian or in emoji, and are left alone. */
export function isBlank(text: string): boolean {
  return unseen.test(text);
}

/** class-validator decorator: text that shows something (see {@link isBlank}), without NUL or lone surrogates. */
export function IsPlainText(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isPlainText',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be text without NUL characters or broken surrogate pairs, and not blank', ...options },
      validator: { validate: (value: unknown) => isPlainText(value) && !isBlank(value) },
    });
}

/** Whatever a reader may break a line at, and other controls, tabs among them. */
const breaking = /[\p{Cc}\u2028\u2029]/u;
/** Marks that turn the letters after them round, whichever script they are of (UAX 9, explicit directional overrides). */
const overriding = /[\u202d\u202e]/u;
/** What is opened and closed within a line: embeddings, and isolates. */
const opening: Readonly<Record<string, string>> = {
  ...{ '\u202a': '\u202c', '\u202b': '\u202c' },
  ...{ '\u2066': '\u2069', '\u2067': '\u2069', '\u2068': '\u2069' },
};
const closing = new Set(Object.values(opening));

/** Whether what is opened is closed, in its turn: what is left open goes on behind the text, over what others say. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const end = opening[character];
    if (end !== undefined) open.push(end);
    else if (closing.has(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

const turning = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text without the marks of direction that reach beyond it or turn its letters round: all of them where they are not closed in turn.
 * Those that keep a foreign name in its place are legitimate, and stay.
 */
export function withoutTurns(text: string): string {
  const kept = text.replace(/[\u202d\u202e]/gu, '');
  return isBalanced(kept) ? kept : text.replace(turning, '');
}

/** True for text that stands in one line and in no other's: no line breaks, no controls, and no marks of direction that reach beyond it. */
export function isOneLine(text: string): boolean {
  return !breaking.test(text) && !overriding.test(text) && isBalanced(text);
}

/**
 * class-validator decorator for a title, a name, an option: plain text (see {@link IsPlainText}) in one line. In a list, the subject of a
 * mail or a file, a second line would pass for something else that the office says, and so would words that are turned round.
 */
export function IsOneLine(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) => {
    IsPlainText(options)(target, propertyName);
    registerDecorator({
      name: 'isOneLine',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be one line without marks that turn text round', ...options },
      // What is no text at all is refused as that.
      validator: { validate: (value: unknown) => typeof value !== 'string' || isOneLine(value) },
    });
  };
}
