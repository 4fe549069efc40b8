import { validateSync, type ValidationError } from 'class-validator';
import type { Shape } from './contract/command';
import { nestedShape } from './contract/fields';
import { Rejection } from './rejection';

/**
 * Checks outside input against a command class. Both sides of a trust boundary call it.
 * @returns an instance of the class with no field but its own
 * @throws Rejection VALIDATION_FAILED or UNKNOWN_FIELD, naming the first field at fault: `options`, or `options[2].text` within a list
 */
export function validated<T extends object>(shape: Shape<T>, value: unknown): T {
  if (!isObject(value)) throw new Rejection('VALIDATION_FAILED', { field: 'body', params: { constraint: 'other' } });
  const command = instanceOf(shape, value);
  const [error] = validateSync(command, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: true,
  });
  if (error) throw rejectionOf(error);
  return command;
}

/**
 * Fields are taken as they are, and objects as instances of the class that the field names: a general mapping cost more than the check
 * itself.
 */
function instanceOf<T extends object>(shape: Shape<T>, value: object): T {
  const instance = new shape();
  for (const [field, content] of Object.entries(value)) {
    if (field === '__proto__') throw new Rejection('UNKNOWN_FIELD', { field });
    const inner = typeof content === 'object' && content !== null ? nestedShape(shape, field) : undefined;
    (instance as Record<string, unknown>)[field] = inner ? innerOf(inner, content as object) : content;
  }
  return instance;
}

function innerOf(shape: Shape<object>, content: object): unknown {
  if (!Array.isArray(content)) return instanceOf(shape, content);
  return content.map((item: unknown) => (isObject(item) ? instanceOf(shape, item) : item));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rejectionOf(error: ValidationError, within = ''): Rejection {
  const { property, constraints, children = [] } = error;
  const field = /^\d+$/.test(property) ? `${within}[${property}]` : within === '' ? property : `${within}.${property}`;
  if (!constraints && children[0]) return rejectionOf(children[0], field);
  const [constraint, message] = Object.entries(constraints ?? {})[0] ?? ['other', ''];
  if (constraint === 'whitelistValidation') return new Rejection('UNKNOWN_FIELD', { field });
  // What is not there breaks every rule of the field, and which of them is named first says nothing.
  if ((error.value ?? null) === null) return new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isMissing' } });
  const limit = /\d+/.exec(message.replace(property, ''))?.[0];
  return new Rejection('VALIDATION_FAILED', { field, params: { constraint, ...(limit === undefined ? {} : { limit: Number(limit) }) } });
}
