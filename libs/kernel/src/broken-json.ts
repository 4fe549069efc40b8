/** Where a text stops being JSON, as people count: both from 1. */
export interface BrokenJson {
  readonly line: number;
  readonly column: number;
  /** Whether it ends there, before it is whole. */
  readonly isEnd: boolean;
  /**
   * Of a text that is JSON otherwise, the name that an object has a second time there, and where that member is, such as `rows[0].name`.
   * What reads it takes the last one, unsaid.
   */
  readonly twice?: { readonly name: string; readonly field: string };
}

/** A list, or an object with the names that it has so far. */
interface Open {
  readonly sign: '[' | '{';
  readonly names: Set<string>;
  /** The entry or the member that is being read. */
  at: number | string;
}

type Next = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'more';

const plainSigns = '[^"\\\\\\u0000-\\u001f]*';
const string = `"${plainSigns}(?:${/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.source}${plainSigns})*"`;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.source;
const token = new RegExp(`[ \\t\\n\\r]*(?:(${string})|(${number}|true|false|null)|([[\\]{},:]))`, 'y');

/**
 * Where it is no JSON, or else where an object has a member twice; undefined for JSON. Found here and not in the message of `JSON.parse`,
 * which is in English whoever reads it, differs between releases of Node.js, does not always say where, and knows of no such member.
 */
export function brokenJson(text: string): BrokenJson | undefined {
  const open: Open[] = [];
  let repeated: { readonly at: number; readonly twice: NonNullable<BrokenJson['twice']> } | undefined;
  let next: Next = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    const after: Next | undefined = found ? follow(found, next, open) : undefined;
    if (after === undefined) break;
    if (after === 'colon') repeated = [repeated, memberRead(found!, open, at)].find(Boolean);
    next = after;
    at += found![0].length;
  }
  const rest = text.slice(at).replace(/^[ \t\n\r]+/, '');
  if (rest !== '' || next !== 'more' || open.length > 0) return { ...placeOf(text, text.length - rest.length), isEnd: rest === '' };
  return repeated && { ...placeOf(text, repeated.at), isEnd: false, twice: repeated.twice };
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 };
}

/** A member whose name its object has already, however it is written. */
function memberRead([token, string]: RegExpExecArray, open: readonly Open[], at: number) {
  const object = open.at(-1)!;
  const name = JSON.parse(string!) as string;
  object.at = name;
  if (object.names.has(name)) return { at: at + token.length - string!.length, twice: { name, field: fieldIn(open) } };
  object.names.add(name);
  return undefined;
}

function fieldIn(open: readonly Open[]): string {
  return open
    .map(({ at }) => (typeof at === 'number' ? `[${at}]` : `.${at}`))
    .join('')
    .replace(/^\./, '');
}

/** What comes behind a token; undefined where it may not stand. */
function follow([, string, plain, sign]: RegExpExecArray, next: Next, open: Open[]): Next | undefined {
  if (next === 'colon') return sign === ':' ? 'value' : undefined;
  if (next === 'more') {
    const inner = open.at(-1);
    if (sign !== ',' || !inner) return closes(sign, open);
    if (typeof inner.at === 'number') inner.at += 1;
    return inner.sign === '{' ? 'key' : 'value';
  }
  if ((next === 'firstKey' || next === 'firstValue') && (sign === '}' || sign === ']')) return closes(sign, open);
  if (next === 'key' || next === 'firstKey') return string === undefined ? undefined : 'colon';
  if (string !== undefined || plain !== undefined) return 'more';
  if (sign !== '{' && sign !== '[') return undefined;
  open.push({ sign, names: new Set(), at: sign === '[' ? 0 : '' });
  return sign === '{' ? 'firstKey' : 'firstValue';
}

function closes(sign: string | undefined, open: Open[]): Next | undefined {
  if (open.length === 0 || sign !== (open.at(-1)!.sign === '{' ? '}' : ']')) return undefined;
  open.pop();
  return 'more';
}
