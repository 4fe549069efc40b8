import { isUtf8 } from 'node:buffer';
import { fromDocx } from './docx';
import { fromHtml } from './html';
import { fromMarkdown } from './markdown';
import { NotRead, type Outcome, type ReadText } from './outcome';

export interface ToRead {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** How many characters a text may have. */
  readonly mostCharacters: number;
}

const endings = { docx: ['docx'], html: ['html', 'htm', 'xhtml'], markdown: ['md', 'markdown', 'txt', 'text'] } as const;

/** Reads a text out of a file, of which its bytes say what it is. In a thread of its own, since a file can be made to take for ever. */
export async function read(file: ToRead): Promise<Outcome> {
  try {
    const text = await textOf(file);
    const length = 'markdown' in text ? charactersOf(text.markdown) : text.blocks.reduce((sum, block) => sum + charactersOf(block.text), 0);
    return length > file.mostCharacters ? { unread: 'tooLong', length } : text;
  } catch (error) {
    return { unread: error instanceof NotRead ? error.why : 'damaged' };
  }
}

async function textOf({ bytes, name, mostCharacters }: ToRead): Promise<ReadText> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  const mustBeNamed = (kind: keyof typeof endings) => {
    if (ending !== undefined && !(endings[kind] as readonly string[]).includes(ending)) throw new NotRead('notAsNamed');
  };
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.startsWith('PK\x03\x04')) {
    const read = await fromDocx(bytes);
    mustBeNamed('docx');
    return read;
  }
  const text = lettersOf(bytes, start);
  const isPage = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(text);
  const isPart = ending !== undefined && (endings.html as readonly string[]).includes(ending) && /<[a-z][^<>]*>/i.test(text);
  mustBeNamed(isPage || isPart ? 'html' : 'markdown');
  if (isPage || isPart) return fromHtml(text);
  // Nothing is parsed that is refused anyway.
  return charactersOf(text) > mostCharacters ? { markdown: text, losses: {} } : fromMarkdown(text);
}

/** The words of a text: in UTF-8, or for pages in the code that they name, as older programs write them. @throws NotRead */
function lettersOf(bytes: Uint8Array, start: string): string {
  if (start.startsWith('%PDF-') || start.startsWith('\xd0\xcf\x11\xe0') || start.startsWith('{\\rtf')) throw new NotRead('kind');
  const said = start.startsWith('\xff\xfe') ? 'utf-16le' : /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(start)?.[1];
  const code = isUtf8(bytes) ? 'utf-8' : said;
  if (code === undefined) throw new NotRead(bytes.includes(0) ? 'kind' : 'letters');
  const text = decoded(bytes, code);
  if (text.includes('\0')) throw new NotRead('kind');
  return text;
}

function decoded(bytes: Uint8Array, code: string): string {
  try {
    return new TextDecoder(code, { fatal: true }).decode(bytes);
  } catch {
    throw new NotRead('letters');
  }
}

const charactersOf = (text: string): number => Array.from(text).length;
