import JSZip from 'jszip';
import mammoth from 'mammoth';
import { steady } from '@isegoria/steady';
import { NotRead, counter, type LossKind, type ReadText } from './outcome';
import { asShown, withWords } from './word/as-shown';
import { passagesMissing } from './word/unread';
import { fromHtml } from './html';

/** All that a text of the longest kind takes in Word, many times over; and what its tree has room for. */
const most = { bytes: 16 * 1024 * 1024, tags: 500_000, parts: 2_000 };

/** The parts that have words in them: no pictures, no fonts, no programs. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;
const unwanted = /^word\/(?:fontTable|settings|webSettings|theme\d*)\.xml$/;

const ofWord = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The text of a document of Word, by mammoth, which sees no more of it than was looked at before. @throws NotRead */
export async function fromDocx(bytes: Uint8Array): Promise<ReadText> {
  const parts = await partsOf(bytes);
  if (!parts.get('[Content_Types].xml')?.includes(ofWord)) throw new NotRead('kind');
  const xml = [...parts.values()];
  // No part of such a document declares entities (ECMA-376, part 2); what does wants to make something else of it.
  if (xml.some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(part))) throw new NotRead('damaged');
  if (xml.reduce((sum, part) => sum + tagsIn(part), 0) > most.tags) throw new NotRead('tooMuch');
  const clean = new JSZip();
  const hidden = asShown(parts);
  for (const [name, part] of hidden.shown) clean.file(name, part);
  const buffer = await clean.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
  let numbered = 0;
  let missing = 0;
  const { value: html, messages } = await mammoth.convertToHtml(
    { buffer },
    {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", 'strike => span'],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: (document: Part) => {
        numbered = countOf(document, isNumberedHeading);
        missing = passagesMissing(hidden.words, wordsIn(document));
        return document;
      },
    },
  );
  const { blocks, losses } = fromHtml(html, true);
  const lose = counter(losses);
  lose('headingNumbers', numbered);
  lose('hidden', hidden.passages);
  lose('struck', hidden.struck);
  lose('onLine', hidden.onLine);
  lose('unread', missing + messages.filter(({ message }) => message.startsWith('A w:sym element')).length);
  for (const [kind, times] of marksIn(hidden.shown)) lose(kind, times);
  return { blocks, losses };
}

function tagsIn(part: string): number {
  let count = 0;
  for (let at = part.indexOf('<'); at >= 0; at = part.indexOf('<', at + 1)) count += 1;
  return count;
}

/** As far as we look into what mammoth makes of a document. */
interface Part {
  readonly type: string;
  readonly numbering?: unknown;
  readonly styleName?: string | null;
  readonly children?: readonly Part[];
  /** Of a text. */
  readonly value?: string;
  /** Of the document. */
  readonly notes?: { readonly _notes: Readonly<Record<string, { readonly body: readonly Part[] }>> };
}

const isNumberedHeading = ({ type, numbering, styleName }: Part): boolean =>
  type === 'paragraph' && !!numbering && /^heading/i.test(styleName ?? '');

function countOf(part: Part, is: (part: Part) => boolean): number {
  return (part.children ?? []).reduce((sum, child) => sum + countOf(child, is), is(part) ? 1 : 0);
}

function wordsIn(document: Part): string[] {
  const notes = Object.values(document.notes?._notes ?? {}).flatMap(({ body }) => body);
  const words: string[] = [];
  const left = [document, ...notes];
  for (let part = left.pop(); part; part = left.pop()) {
    if (part.type === 'text' && part.value !== undefined) words.push(part.value);
    for (const child of part.children ?? []) left.push(child);
  }
  return words;
}

function marksIn(parts: ReadonlyMap<string, string>): [LossKind, number][] {
  const body = [...parts].filter(([name]) => withWords.test(name)).map(([, part]) => part);
  const times = (mark: RegExp) => body.reduce((sum, part) => sum + (part.match(mark)?.length ?? 0), 0);
  const margins = [...parts].filter(([name, part]) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t[ >]/.test(part));
  return [
    ['changes', times(/<w:(?:ins|del|moveFrom|moveTo)[ >]/g)],
    ['comments', times(/<w:commentReference[ />]/g)],
    ['notes', times(/<w:(?:foot|end)noteReference[ />]/g)],
    ['formulas', times(/<(?:\w+:)?oMath[ >]/g)],
    ['embedded', times(/<(?:c:chart|dgm:relIds|o:OLEObject|w:altChunk)[ />]/g)],
    ['margins', margins.length],
  ];
}

/** The parts of the file, unpacked as far as there is room for them, whatever the file says of their size. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new NotRead('damaged');
  });
  const files = Object.values(zip.files);
  if (files.length > most.parts) throw new NotRead('tooMuch');
  if (files.some(({ name }) => /vba/i.test(name))) throw new NotRead('kind');
  const parts = new Map<string, string>();
  let room = most.bytes;
  for (const file of files) {
    if (!wanted.test(file.name) || unwanted.test(file.name)) continue;
    const part = await unpacked(file, room);
    room -= part.length;
    parts.set(file.name, part.toString('utf8'));
  }
  return parts;
}

function unpacked(file: JSZip.JSZipObject, room: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = file.nodeStream('nodebuffer');
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= room) return void chunks.push(chunk);
      stream.pause();
      reject(new NotRead('tooMuch'));
    };
    stream.on('data', steady(take));
    stream.on(
      'error',
      steady(() => reject(new NotRead('damaged'))),
    );
    stream.on(
      'end',
      steady(() => resolve(Buffer.concat(chunks))),
    );
  });
}
