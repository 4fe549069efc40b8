import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import sanitizeHtml from 'sanitize-html';
import { counter, type LossKind, type Losses, type ReadBlock } from './outcome';
import { Flow } from './flow';
import { stylesOf } from './hidden/in-pages';
import { asCharacters, type Raised } from './raised/as-characters';
import { RowsOfTable, spanIn } from './tables/rows-of-table';
import { numberIn } from './word/number-formats';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header ' +
    'hgroup hr html legend main menu nav p pre search section summary'
  ).split(' '),
);
const known = [...headings, ...blocks, 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'br', 'sup', 'sub', 'q'];

/** What stands in these is no text of the document. */
const silent = 'script style noscript template title svg math textarea option select object iframe video audio canvas del'.split(' ');

const lossOf: Readonly<Record<string, LossKind>> = {
  ...{ img: 'pictures', svg: 'pictures', table: 'tables', math: 'formulas', script: 'scripts' },
  ...{ del: 'changes', ins: 'changes' },
  ...{ iframe: 'embedded', object: 'embedded', embed: 'embedded', video: 'embedded', audio: 'embedded', canvas: 'embedded' },
  ...{ input: 'embedded', select: 'embedded', textarea: 'embedded' },
};

const spans = ['colspan', 'rowspan'];

/** Deeper than any text is; what is nested more deeply keeps its words, and no tags. */
const deepest = 100;

/**
 * The headings and paragraphs of a page. Scripts and the like are taken out before its tree is built, which is then no deeper than it may
 * be; of the tree only words are taken.
 * @param hasNotes whether it ends with notes, as those that come from DOCX
 */
export function fromHtml(html: string, hasNotes = false): { blocks: ReadBlock[]; losses: Losses } {
  const losses: Losses = {};
  const lose = counter(losses);
  const { isHidden, isStruck, written } = stylesOf(html);
  lose('unread', written);
  const clean = sanitizeHtml(html, {
    allowedTags: known,
    allowedAttributes: { li: ['id', 'value'], ol: ['start', 'type', 'reversed'], td: spans, th: spans },
    nonTextTags: silent,
    nestingLimit: deepest,
    transformTags: {
      '*': (tagName, attribs) => {
        if (isHidden(tagName, attribs)) {
          lose('hidden');
          return { tagName: 'template', attribs: {} };
        }
        const loss = Object.hasOwn(lossOf, tagName) ? lossOf[tagName] : undefined;
        if (loss) lose(loss);
        if (isStruck(tagName, attribs)) lose('struck');
        const [, raised] = known.includes(tagName) ? [] : (/vertical-align\s*:\s*(su(?:b|p)(?:er)?)\b/i.exec(attribs['style'] ?? '') ?? []);
        if (tagName === 'a' && attribs['href'] && !attribs['href'].startsWith('#')) lose('links');
        if (tagName === 'ol') return { tagName, attribs: withType(attribs) };
        return { tagName: raised === undefined ? tagName : raised.toLowerCase().slice(0, 3), attribs };
      },
    },
  });
  const flow = new Flow(lose);
  const reader = { flow, notes: 0, hasNotes, lose, rows: new RowsOfTable() };
  // What programs cut into pieces is one number again.
  const whole = clean.replace(/<\/(su[bp])>(\s*)<\1>/g, '$2');
  for (const node of parseFragment(whole).childNodes) walk(node, reader);
  flow.close();
  return { blocks: flow.blocks, losses };
}

interface Reader {
  readonly flow: Flow;
  readonly hasNotes: boolean;
  readonly lose: (kind: LossKind, times?: number) => void;
  notes: number;
  /** Of the part of a table that is being read. */
  rows: RowsOfTable;
}

function walk(node: Node, reader: Reader): void {
  const { flow } = reader;
  if (tree.isTextNode(node)) return flow.say(node.value);
  if (!tree.isElementNode(node)) return;
  const { tagName } = node;
  if (tagName === 'br') return flow.say(' ');
  if (isRaised(node)) return flow.say(wordsIn(node));
  if (tagName === 'q') {
    const [before, behind] = marksAround(node);
    flow.say(before);
    for (const child of node.childNodes) walk(child, reader);
    return flow.say(behind);
  }
  if (tagName === 'tr') return row(node, reader);
  const level = headings.indexOf(tagName) + 1;
  const stands = level > 0 || blocks.has(tagName) || ['li', 'ul', 'ol', 'table'].includes(tagName);
  if (stands) flow.close();
  if (tagName === 'ol' || tagName === 'ul') return list(node, reader);
  if (level > 0) flow.begin(level);
  const around = reader.rows;
  // No cell reaches out of its part of a table.
  if (['table', 'thead', 'tbody', 'tfoot'].includes(tagName)) reader.rows = new RowsOfTable();
  for (const child of node.childNodes) walk(child, reader);
  reader.rows = around;
  if (stands) flow.close();
}

/** The same in styles. What else they say is no type that we know. */
const typesInStyles: Readonly<Record<string, string>> = {
  ...{ decimal: '1', 'lower-roman': 'i', 'upper-roman': 'I' },
  ...{ 'lower-alpha': 'a', 'lower-latin': 'a', 'upper-alpha': 'A', 'upper-latin': 'A' },
};

/** A list whose own style says how it is numbered. */
function withType<Attributes extends Readonly<Record<string, string>>>(attribs: Attributes): Attributes {
  const [, said] = /(?:^|[;\s])list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attribs['style'] ?? '') ?? [];
  return said === undefined ? attribs : { ...attribs, type: typesInStyles[said.toLowerCase()] ?? 'other' };
}

/** How pages say that a list is numbered, and what documents of Word call that. */
const typesOfLists: Readonly<Record<string, string>> = {
  ...{ 1: 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' },
};

/** Each point is a paragraph that begins with its number or a dash. */
function list(element: Element, reader: Reader): void {
  const points = element.childNodes.filter((child) => tree.isElementNode(child) && child.tagName === 'li').length;
  const [first, step] = attribute(element, 'reversed') === undefined ? [1, 1] : [points, -1];
  let number = Number(attribute(element, 'start') ?? first);
  for (const child of element.childNodes) {
    const isPoint = tree.isElementNode(child) && child.tagName === 'li';
    const isNote = isPoint && reader.hasNotes && /^(?:foot|end)note-/.test(attribute(child, 'id') ?? '');
    if (isNote) reader.flow.mark(`[${(reader.notes += 1)}] `);
    else if (isPoint && element.tagName === 'ol') {
      number = Number(attribute(child, 'value') ?? number);
      const written = numberIn(typesOfLists[attribute(element, 'type') ?? '1'] ?? '', number);
      // What comes out as 1, 2, 3 and was something else, or was it in a document of Word: whoever imports has to know.
      if (reader.hasNotes || written === undefined) reader.lose('listNumbers');
      reader.flow.mark(`${written ?? (Number.isSafeInteger(number) ? number : 1)}. `);
      number += step;
    } else if (isPoint) reader.flow.mark('– ');
    walk(child, reader);
    if (isPoint) reader.flow.mark('');
  }
}

/**
 * A row with several cells is a paragraph; one with a single cell is a frame around what stands in it. Where a cell reaches over other rows
 * or columns, its words stand once, and its other places are empty: what is beside it stays in its column.
 */
function row(element: Element, reader: Reader): void {
  const cells = element.childNodes.filter((child): child is Element => tree.isElementNode(child) && /^t[dh]$/.test(child.tagName));
  reader.flow.close();
  const places = reader.rows.next(cells.map((cell) => ({ cell, across: spanOf(cell, 'colspan'), down: spanOf(cell, 'rowspan') })));
  const isFrame = cells.length === 1 && places.indexOf(cells[0]) === 0;
  if (isFrame) for (const child of cells[0]!.childNodes) walk(child, reader);
  else if (cells.length > 0) {
    reader.lose('spans', cells.filter((cell) => spans.some((name) => spanOf(cell, name) > 1)).length);
    reader.flow.say(places.map((cell) => (cell ? wordsIn(cell).replace(/\s+/g, ' ').trim() : '')).join(' | '));
  }
  reader.flow.close();
}

function wordsIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!tree.isElementNode(node)) return '';
  const words = node.childNodes.map(wordsIn).join('');
  if (isRaised(node)) return asCharacters(node.tagName as Raised, words);
  if (node.tagName === 'q') return marksAround(node).join(words);
  return blocks.has(node.tagName) || ['br', 'li', 'td', 'th'].includes(node.tagName) ? ` ${words} ` : words;
}

/** What browsers show around a quotation, and in turn around one in it. */
function marksAround(quotation: Element): readonly [string, string] {
  let depth = 0;
  for (let around = quotation.parentNode; around && tree.isElementNode(around); around = around.parentNode)
    if (around.tagName === 'q') depth += 1;
  return depth % 2 === 0 ? ['“', '”'] : ['‘', '’'];
}

/** Whether it stands above or below the line, and not around paragraphs. */
const isRaised = ({ tagName, childNodes }: Element): boolean =>
  /^su[bp]$/.test(tagName) && childNodes.every((child) => !tree.isElementNode(child) || /^(?:su[bp]|br)$/.test(child.tagName));

const spanOf = (cell: Element, name: string): number => spanIn(name, attribute(cell, name));

const attribute = ({ attrs }: Element, name: string): string | undefined => attrs.find((each) => each.name === name)?.value;
