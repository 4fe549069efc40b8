import { toldOf } from '@isegoria/steady';

/** Objects in objects; anything deeper is nothing that belongs in a log line. */
const deepest = 4;

/** What was given to a logger, with every error in it replaced by what may be told of it, wherever it is and whatever it is called. */
export function withoutErrors(given: readonly unknown[]): unknown[] {
  const [first, ...rest] = given.map((one) => safe(one, deepest));
  // Without words of its own, the logger would take the message of the error.
  if (given[0] instanceof Error) return [{ err: first }, ...(rest.length > 0 ? rest : ['a failure'])];
  return [first, ...rest];
}

function safe(value: unknown, depth: number): unknown {
  if (isError(value)) return toldOf(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((one) => safe(one, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, safe(one, depth - 1)]));
}

/** Also one from another realm, such as that of a test or of a worker. */
function isError(value: unknown): boolean {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}
