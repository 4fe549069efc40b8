/** Where a text stops being JSON, as people count: both from 1. */
export interface BrokenJson {
  readonly line: number;
  readonly column: number;
  /** Whether it ends there, before it is whole. */
  readonly isEnd: boolean;
}

type Next = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'more';

const plainSigns = '[^"\\\\\\u0000-\\u001f]*';
const string = `"${plainSigns}(?:${/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.source}${plainSigns})*"`;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.source;
const token = new RegExp(`[ \\t\\n\\r]*(?:(${string})|(${number}|true|false|null)|([[\\]{},:]))`, 'y');

/**
 * Found here and not in the message of `JSON.parse`, which is in English whoever reads it, differs between releases of Node.js and does not
 * always say where. Undefined for JSON.
 */
export function brokenJson(text: string): BrokenJson | undefined {
  const open: ('[' | '{')[] = [];
  let next: Next = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    const after: Next | undefined = found ? follow(found, next, open) : undefined;
    if (after === undefined) break;
    next = after;
    at += found![0].length;
  }
  const rest = text.slice(at).replace(/^[ \t\n\r]+/, '');
  if (rest === '' && next === 'more' && open.length === 0) return undefined;
  const lines = text.slice(0, text.length - rest.length).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...lines.at(-1)!].length + 1, isEnd: rest === '' };
}

/** What comes behind a token; undefined where it may not stand. */
function follow([, string, plain, sign]: RegExpExecArray, next: Next, open: ('[' | '{')[]): Next | undefined {
  if (next === 'colon') return sign === ':' ? 'value' : undefined;
  if (next === 'more') {
    if (sign === ',' && open.length > 0) return open.at(-1) === '{' ? 'key' : 'value';
    return closes(sign, open);
  }
  if ((next === 'firstKey' || next === 'firstValue') && (sign === '}' || sign === ']')) return closes(sign, open);
  if (next === 'key' || next === 'firstKey') return string === undefined ? undefined : 'colon';
  if (string !== undefined || plain !== undefined) return 'more';
  if (sign !== '{' && sign !== '[') return undefined;
  open.push(sign);
  return sign === '{' ? 'firstKey' : 'firstValue';
}

function closes(sign: string | undefined, open: ('[' | '{')[]): Next | undefined {
  if (open.length === 0 || sign !== (open.at(-1) === '{' ? '}' : ']')) return undefined;
  open.pop();
  return 'more';
}
