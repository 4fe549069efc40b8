import { validateSync, type ValidationError } from 'class-validator';
import { nestedIn } from './nested';
import { Rejection } from './rejection';

/**
 * Checks what came from outside against a command class. Both sides of a trust boundary call it.
 * @returns an instance of the class with no field but its own
 * @throws Rejection VALIDATION_FAILED or UNKNOWN_FIELD, naming the first field at fault
 */
export function validated<T extends object>(commandClass: new () => T, value: unknown): T {
  if (!isObject(value)) {
    throw new Rejection('VALIDATION_FAILED', { field: 'body', params: { constraint: 'other' } });
  }
  const command = instanceOf(commandClass, value);
  const [error] = validateSync(command, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false, stopAtFirstError: true });
  if (error) throw rejectionOf(error);
  return command;
}

/** Fields are taken as they are but for nested ones: a general mapping of objects cost more than the check itself. */
function instanceOf<T extends object>(commandClass: new () => T, value: object): T {
  const command = new commandClass();
  for (const [field, content] of Object.entries(value)) {
    if (field === '__proto__') throw new Rejection('UNKNOWN_FIELD', { field });
    const nested = nestedIn(commandClass, field);
    (command as Record<string, unknown>)[field] = nested && isObject(content) ? instanceOf(nested, content) : content;
  }
  return command;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rejectionOf({ property, constraints, children }: ValidationError, within = ''): Rejection {
  const field = within + property;
  if (!constraints && children?.[0]) return rejectionOf(children[0], `${field}.`);
  const [constraint, message] = Object.entries(constraints ?? {})[0] ?? ['other', ''];
  if (constraint === 'whitelistValidation') return new Rejection('UNKNOWN_FIELD', { field });
  const limit = /\d+/.exec(message.replace(property, ''))?.[0];
  return new Rejection('VALIDATION_FAILED', { field, params: { constraint, ...(limit === undefined ? {} : { limit: Number(limit) }) } });
}
