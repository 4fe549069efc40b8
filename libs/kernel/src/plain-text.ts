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

/** class-validator decorator: text that says something (not only white space), without NUL or lone surrogates. */
export function IsPlainText(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isPlainText',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be text without NUL characters or broken surrogate pairs, and not blank', ...options },
      validator: { validate: (value: unknown) => isPlainText(value) && value.trim() !== '' },
    });
}
