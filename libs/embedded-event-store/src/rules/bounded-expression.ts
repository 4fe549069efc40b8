import { setFlagsFromString } from 'node:v8';

/**
 * An expression comes from outside and is tried on every event, in the one thread that serves everybody: it must not take exponential
 * time. V8 has a second engine that takes linear time; these flags let an expression that goes back and forth too often fall over to it.
 * Expressions that only the first engine understands are refused.
 * Source: https://v8.dev/blog/non-backtracking-regexp
 */
setFlagsFromString('--enable-experimental-regexp-engine');
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
setFlagsFromString('--regexp-backtracks-before-fallback=10000');

/** The flag of the linear engine, which only these flags of V8 make known. */
const LINEAR = 'l';
/** What the linear engine takes grows with the expression's length times the text's. */
const MAX_LENGTH = 256;
/** Newer releases of V8 bound some looks behind, older ones none: refused everywhere, so that a filter means the same on every Node.js. */
const LOOK_AROUND = /\(\?<?[=!]/;
/** What only looks like it: an escaped character, and a class of characters. */
// eslint-disable-next-line regexp/no-super-linear-move -- it only meets expressions of at most MAX_LENGTH characters
const ESCAPES_AND_CLASSES = /\\.|\[(?:\\.|[^\]\\])*\]/gs;
/** Escapes and characters that mean something else without the flag `u`, which the linear engine lacks. */
const UNICODE_ONLY = /\\[pP]\{|\\u\{|[\uD800-\uDFFF]/;

/**
 * @returns a test that takes time linear in the length of the text
 * @throws Error with a sentence when the expression is none, or none of those that can be bounded
 */
export function boundedExpression(source: string): (text: string) => boolean {
  if (source.length > MAX_LENGTH) throw new Error(`it has at most ${MAX_LENGTH} characters`);
  if (UNICODE_ONLY.test(source)) throw new Error('Unicode properties, \\u{...} and characters beyond U+FFFF are not understood here');
  const expression = new RegExp(source);
  if (LOOK_AROUND.test(source.replace(ESCAPES_AND_CLASSES, '_')) || !isLinear(source)) {
    throw new Error('it has no look-around, no back reference and no large count here, because its time could not be bounded');
  }
  return (text) => expression.test(text);
}

function isLinear(source: string): boolean {
  try {
    return Boolean(new RegExp(source, LINEAR));
  } catch {
    return false;
  }
}
