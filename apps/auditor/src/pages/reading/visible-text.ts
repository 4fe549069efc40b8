import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What stands together on a page: a row of a table, or what no other block interrupts. */
export interface Line {
  /** Its cells, or all of it; without the times. */
  readonly cells: readonly string[];
  readonly isRow: boolean;
  /** Whether it is a row that has no cells but heads of columns. */
  readonly isHead?: boolean;
  /** What its `<time>` elements show. */
  readonly times: readonly string[];
  /** Of a line in a list without an order, which list and which of its items it is in. */
  readonly place?: { readonly list: number; readonly item: number };
  /** Whether it is seen only once somebody unfolds something. */
  readonly isFolded?: boolean;
  /** What stands in a part of its own that is set apart from the others, in order. */
  readonly parts?: readonly string[];
}

/** They are never seen, or only when somebody opens a list. */
const unseen = new Set([
  'head',
  'script',
  'style',
  'template',
  'select',
  'datalist',
  'title',
  'desc',
  'object',
  'iframe',
  'audio',
  'video',
]);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'code',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'wbr',
]);
const cellsOfRows = new Set(['td', 'th', 'dt', 'dd']);
const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size|font|scale)\s*:\s*\.?0(?![.\d]*[1-9])|scale\w*\(\s*0|:\s*-\d{3}|color\s*:\s*transparent|clip(?:-path)?\s*:/i;
const forPaper = /@media\s+print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi;

/** The classes whose elements a stylesheet does not show. */
export function hidingClasses(stylesheet: string): string[] {
  const rules = stylesheet.replace(forPaper, '').split('}');
  const hiding = rules.map((rule) => rule.split('{')).filter((parts) => /display\s*:\s*none/i.test(parts.at(-1)!));
  const selectors = hiding.flatMap((parts) => (parts.at(-2) ?? '').split(','));
  return selectors.flatMap((selector) => /^\.([\w-]+)$/.exec(selector.trim())?.[1] ?? []);
}

/**
 * What a browser without scripts shows of a page's main part, line by line: no attributes, no hidden elements, no comments.
 * @param hiding classes whose elements are not shown
 */
export function visibleLines(html: string, hiding: ReadonlySet<string>): Line[] {
  const document = parse(html, { scriptingEnabled: false });
  const writer = new Writer(new Set([...hiding, ...elementsIn(document).flatMap(hidingClassesIn)]));
  const mains = writer.shownMainsIn(document);
  for (const main of mains.length > 0 ? mains : [document]) writer.write(main);
  writer.end();
  return writer.lines;
}

/** For those who listen to a page. With a style of its own it may be seen after all. */
const forListeners = 'ds-sr-only';

class Writer {
  readonly lines: Line[] = [];
  private cells: string[] = [];
  private text = '';
  private times: string[] = [];
  private inRow = false;
  private parts: string[] = [];
  private lists = 0;
  private place: Line['place'];
  private isFolded = false;

  constructor(private readonly hiding: ReadonlySet<string>) {}

  /** All main parts that are seen: there should be one, but what is in a second one is seen as well. */
  shownMainsIn(node: Node): Element[] {
    if (tree.isElementNode(node) && (unseen.has(node.tagName) || this.isHidden(node))) return [];
    if (tree.isElementNode(node) && node.tagName === 'main') return [node];
    return 'childNodes' in node ? node.childNodes.flatMap((child) => this.shownMainsIn(child)) : [];
  }

  write(node: Node): void {
    if (tree.isTextNode(node)) this.text += node.value;
    else if (tree.isElementNode(node)) this.writeElement(node);
    else if ('childNodes' in node) for (const child of node.childNodes) this.write(child);
  }

  end(isRow = false, isHead = false): void {
    const cells = [...this.cells, this.text].map(inOneLine).filter((cell) => cell !== '');
    const { times, place, isFolded, parts } = this;
    if (cells.length > 0 || times.length > 0) this.lines.push({ cells, isRow, isHead, times, place, isFolded, parts });
    [this.cells, this.text, this.times, this.parts] = [[], '', [], []];
  }

  private writeElement(element: Element): void {
    if (unseen.has(element.tagName) || this.isHidden(element)) return;
    if (element.tagName === 'ul') return this.writeList(element);
    if (element.tagName === 'details' && !this.isFolded) return this.writeFolded(element);
    if (element.tagName === 'time') return void this.times.push(inOneLine(shownIn(element)));
    if (element.tagName === 'br') return this.end();
    if (element.tagName === 'tr') return this.writeRow(element, true);
    if (isInList(element)) return this.writeRow(element, false);
    const isBlock = !inline.has(element.tagName) && !this.inRow;
    if (isBlock) this.end();
    if (this.inRow && cellsOfRows.has(element.tagName)) this.endCell();
    const from = this.text.length;
    for (const child of element.childNodes) this.write(child);
    if (element.tagName === 'span') this.parts.push(inOneLine(this.text.slice(from)));
    if (isBlock) this.end();
    else if (!inline.has(element.tagName)) this.text += ' ';
  }

  private writeRow(row: Element, isRow: boolean): void {
    this.end();
    this.inRow = true;
    for (const child of row.childNodes) this.write(child);
    this.inRow = false;
    this.end(isRow, isRow && row.childNodes.every((child) => !tree.isElementNode(child) || child.tagName === 'th'));
  }

  private writeList(list: Element): void {
    if (!this.inRow) this.end();
    const [before, number] = [this.place, (this.lists += 1)];
    for (const [item, child] of list.childNodes.filter((one) => tree.isElementNode(one)).entries()) {
      this.place = { list: number, item };
      this.write(child);
      if (!this.inRow) this.end();
    }
    this.place = before;
  }

  /** A browser shows its summary alone. */
  private writeFolded(details: Element): void {
    const isOpen = details.attrs.some(({ name }) => name === 'open');
    if (!this.inRow) this.end();
    for (const child of details.childNodes) {
      this.isFolded = !isOpen && !(tree.isElementNode(child) && child.tagName === 'summary');
      this.write(child);
      if (!this.inRow) this.end();
    }
    this.isFolded = false;
  }

  private endCell(): void {
    if (this.text.trim() !== '') this.cells.push(this.text);
    this.text = '';
  }

  private isHidden({ attrs, tagName }: Element): boolean {
    const value = (name: string) => attrs.find((one) => one.name === name)?.value;
    if (value('hidden') !== undefined || hidingStyle.test(value('style') ?? '')) return true;
    if (tagName === 'dialog' && value('open') === undefined) return true;
    const classes = (value('class') ?? '').split(/\s+/);
    return classes.some((name) => this.hiding.has(name) || (name === forListeners && value('style') === undefined));
  }
}

/** A term of a list with what is said of it, or a place of a list in order: what is in it belongs together. */
function isInList({ tagName, parentNode }: Element): boolean {
  const above = parentNode !== null && tree.isElementNode(parentNode) ? parentNode.tagName : '';
  return (tagName === 'div' && above === 'dl') || (tagName === 'li' && above === 'ol');
}

function hidingClassesIn(element: Element): string[] {
  return element.tagName === 'style' ? hidingClasses(shownIn(element)) : [];
}

function elementsIn(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return tree.isElementNode(node) ? [node, ...children] : children;
}

function shownIn(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(shownIn).join('') : '';
}

/** Without what steers the direction of writing, and with one space between words. */
export function inOneLine(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
