/** What may be told of an error. */
export interface Told {
  readonly name: string;
  readonly code?: string;
  /** The frames of its stack. */
  readonly at: readonly string[];
}

const word = /^[\w.-]{1,64}$/;

/**
 * What may be told of an error: its kind, its code, and where it was. A message may hold anything, personal data included: a failed query
 * has its parameters in it, a refusal of a mail server the address. So may a name or code that is not one word, and a stack before its
 * frames, which begins with the message.
 */
export function toldOf(error: unknown): Told {
  const { name, message, code, stack } = (error ?? {}) as Partial<Record<'name' | 'message' | 'code' | 'stack', unknown>>;
  return {
    name: isWord(name) ? name : 'Error',
    ...(isWord(code) || typeof code === 'number' ? { code: String(code) } : {}),
    at: typeof stack === 'string' ? framesIn(stack, typeof message === 'string' ? message : '') : [],
  };
}

/** The same in lines, for standard error. */
export function toldInLines(error: unknown): string {
  const { name, code, at } = toldOf(error);
  return [code === undefined ? name : `${name} ${code}`, ...at].join('\n');
}

function isWord(text: unknown): text is string {
  return typeof text === 'string' && word.test(text);
}

/** The message may have lines that look like frames, so it is cut off before. */
function framesIn(stack: string, message: string): string[] {
  const begins = message === '' ? -1 : stack.indexOf(message);
  const rest = begins < 0 ? stack : stack.slice(begins + message.length);
  return rest.split('\n').filter((line) => /^ {4}at .{1,300}$/.test(line));
}
