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
