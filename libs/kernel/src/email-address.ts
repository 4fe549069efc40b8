import { isEmail, registerDecorator, type ValidationOptions } from 'class-validator';
import { isPlainText } from './plain-text';

/**
 * class-validator decorator: an e-mail address in its everyday form. Quoted local parts, in which RFC 5321 allows line breaks and more, are
 * refused, so that an address cannot inject a header into a message; so are broken surrogate pairs, before they reach a check that throws
 * on them.
 */
export function IsEmailAddress(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isEmail',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must be an e-mail address', ...options },
      validator: { validate: (value: unknown) => isPlainText(value) && !/[\s"<>\p{Cc}]/u.test(value) && isEmail(value) },
    });
}
