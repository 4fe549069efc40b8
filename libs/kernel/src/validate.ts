import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { deepestOf, mayBeAbsent, nestedShape, type Shape } from './contract/fields';
import { faultyEntries } from './entries';
import { isObject } from './is-object';
import { Rejection, mostFaults, type FieldFault } from './rejection';

rememberChecks();

/**
 * Checks outside input against a command class. Both sides of a trust boundary call it.
 * @returns an instance of the class with no field but its own, and texts whose lines end in line feeds
 * @throws Rejection VALIDATION_FAILED or UNKNOWN_FIELD, naming the first field at fault (`options`, or `options[2].text` within a list) and
 * the others after it, so that somebody who filled in a form can correct them all at once
 */
export function validated<T extends object>(shape: Shape<T>, value: unknown): T {
  if (!isObject(value)) throw new Rejection('VALIDATION_FAILED', { field: 'body', params: { constraint: 'other' } });
  const command = instanceOf(shape, value);
  const errors = validateSync(command, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
  });
  if (errors.length > 0) throw rejectionOf(errors.flatMap((error) => faultsOf(error)));
  return command;
}

/**
 * What a class checks is settled once it is defined, and yet class-validator looks for it anew at each object, through every class it has
 * been told of: with a class for each contract, that grew with the house to a thirteenth of what the gateway spends on a vote.
 */
function rememberChecks(): void {
  const storage = getMetadataStorage();
  const search = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, ReturnType<typeof search>>();
  storage.getTargetValidationMetadatas = (shape, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups) return search(shape, schema, always, strictGroups, groups);
    const checks = found.get(shape) ?? search(shape, schema, always, strictGroups, groups);
    found.set(shape, checks);
    return checks;
  };
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
    (instance as Record<string, unknown>)[field] = inner ? innerOf(inner, content as object) : withOneLineEnd(content);
  }
  return instance;
}

/** What is deeper than this is in no field of a class, and is refused as unknown. */
const mostLevels = 8;

/** Whether a text in it has a carriage return. Few have one: looking costs less than a copy of everything that has none. */
function hasReturns(content: unknown, levels = mostLevels): boolean {
  if (typeof content === 'string') return content.includes('\r');
  if (typeof content !== 'object' || content === null || levels === 0) return false;
  if (Array.isArray(content)) return content.some((inner: unknown) => hasReturns(inner, levels - 1));
  return isPlain(content) && Object.values(content).some((inner) => hasReturns(inner, levels - 1));
}

const isPlain = (content: object): boolean => Object.getPrototypeOf(content) === Object.prototype;

/**
 * Lines end in one way, as forms have it: a text that a page leaves alone is the same text. Bytes are no text, and stay as they are.
 */
function withOneLineEnd(content: unknown): unknown {
  return hasReturns(content) ? withoutReturns(content) : content;
}

function withoutReturns(content: unknown, levels = mostLevels): unknown {
  if (typeof content === 'string') return content.replace(/\r\n?/g, '\n');
  if (levels === 0) return content;
  if (Array.isArray(content)) return content.map((inner: unknown) => withoutReturns(inner, levels - 1));
  if (!isObject(content) || !isPlain(content)) return content;
  return Object.fromEntries(Object.entries(content).map(([name, inner]) => [name, withoutReturns(inner, levels - 1)]));
}

function innerOf(shape: Shape<object>, content: object): unknown {
  if (!Array.isArray(content)) return instanceOf(shape, content);
  return content.map((item: unknown) => (isObject(item) ? instanceOf(shape, item) : item));
}

interface Fault extends FieldFault {
  readonly isUnknown?: boolean;
}

function rejectionOf([first, ...others]: readonly Fault[]): Rejection {
  const { field, params, isUnknown } = first!;
  if (isUnknown) return new Rejection('UNKNOWN_FIELD', { field });
  const further = others.filter((fault) => !fault.isUnknown).slice(0, mostFaults - 1);
  return new Rejection('VALIDATION_FAILED', { field, params, ...(further.length === 0 ? {} : { further }) });
}

/** Checks whose message says a limit; in those of others, a number is part of a form such as ISO 8601, or of a list of what is allowed. */
const haveLimits: ReadonlySet<string> = new Set(['min', 'max', 'minLength', 'maxLength', 'isLength', 'arrayMinSize', 'arrayMaxSize']);

/** What is of another kind breaks the limits of its kind too, and those say nothing of how to mend it. */
const saysWhatItIs: ReadonlySet<string> = new Set([
  ...['isArray', 'isBoolean', 'isInt', 'isNumber', 'isObject', 'isPlainText', 'isString', 'isUuid'],
]);

function faultsOf(error: ValidationError, around = ''): Fault[] {
  const { property, constraints = {}, children = [] } = error;
  const field = /^\d+$/.test(property) ? `${around}[${property}]` : around === '' ? property : `${around}.${property}`;
  const entries = [...faultyEntries(error)].sort(([one], [other]) => one - other).slice(0, mostFaults);
  const within = new Set(entries.flatMap(([, names]) => names));
  const ofList = Object.keys(constraints).filter((name) => !within.has(name));
  return [
    ...(ofList.length > 0 ? [faultOf(error, field, ofList)] : []),
    ...entries.map(([at, names]) => faultOf({ ...error, value: error.value[at] as unknown }, `${field}[${at}]`, names)),
    ...children.flatMap((child) => faultsOf(child, field)),
  ];
}

/** @param broken the names of the rules that it breaks */
function faultOf(error: ValidationError, field: string, broken: readonly string[]): Fault {
  const constraint = broken.find((name) => saysWhatItIs.has(name)) ?? broken[0]!;
  if (constraint === 'whitelistValidation') {
    const most = deepestOf(error.target!.constructor as Shape<object>, error.property);
    return most === undefined ? { field, params: {}, isUnknown: true } : { field, params: { constraint: 'isDeep', limit: most } };
  }
  // What is not there breaks every rule of the field, and which of them is named first says nothing.
  if ((error.value ?? null) === null) return { field, params: { constraint: isOptional(error) ? 'isNull' : 'isMissing' } };
  const message = error.constraints?.[constraint] ?? '';
  const limit = haveLimits.has(constraint) ? /-?\d+/.exec(message.replace(error.property, ''))?.[0] : undefined;
  const values = constraint === 'isIn' ? allowedFor(error) : undefined;
  return { field, params: { constraint, ...(limit === undefined ? {} : { limit: Number(limit) }), ...(values ? { values } : {}) } };
}

function isOptional({ target, property }: ValidationError): boolean {
  return typeof target === 'object' && mayBeAbsent(target.constructor as Shape<object>, property);
}

/** What a field may say, as it is written. */
function allowedFor({ target, property }: ValidationError): string | undefined {
  const checks = getMetadataStorage().getTargetValidationMetadatas(target!.constructor, '', false, false);
  const check = checks.find(({ name, propertyName }) => name === 'isIn' && propertyName === property);
  return (check?.constraints[0] as readonly unknown[] | undefined)?.join(', ');
}
