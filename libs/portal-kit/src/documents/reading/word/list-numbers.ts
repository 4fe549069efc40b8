import { numberIn } from './number-formats';
import { attributeOf, childOf, elementsIn, valueOf } from './word-xml';

interface Level {
  readonly start: number;
  readonly format: string;
  /** The number of the level and those above it among other words: `(%2)`. */
  readonly text: string;
  /** The style of the paragraphs of this level. */
  readonly style: string | undefined;
  /** Whether it goes on behind a point of a level above. */
  readonly goesOn: boolean;
}
interface List {
  /** What lists have in common that go on with each other. */
  readonly counted: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startsAt: ReadonlyMap<number, number>;
}
interface Style {
  readonly base: string | undefined;
  readonly properties: Element | undefined;
  readonly isHeading: boolean;
}
interface Place {
  readonly list: List;
  readonly level: number;
  /** The list by its own name, not by what it has in common. */
  readonly id: string;
}

const integer = (text: string | undefined, otherwise: number) => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : otherwise);
const deepest = 8;

/**
 * Writes the numbers of lists into their points, as Word shows them: mammoth drops how they are written and where they go on. A point whose
 * number we cannot write stays as it was, and so does a heading, which only counts.
 */
export class ListNumbers {
  private readonly lists = new Map<string, List>();
  private readonly styles = new Map<string, Style>();
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();

  constructor(numbering: Document | undefined, styles: Document | undefined) {
    for (const style of styles ? elementsIn(styles, 'style') : []) {
      const isHeading = /^(?:heading|title)/i.test(valueOf(childOf(style, 'name')) ?? '');
      const own = { base: valueOf(childOf(style, 'basedOn')), properties: childOf(childOf(style, 'pPr'), 'numPr'), isHeading };
      this.styles.set(attributeOf(style, 'styleId') ?? '', own);
    }
    const all = numbering ? elementsIn(numbering, 'abstractNum') : [];
    const kinds = new Map(all.map((kind) => [attributeOf(kind, 'abstractNumId'), kind]));
    for (const list of numbering ? elementsIn(numbering, 'num') : []) {
      const counted = valueOf(childOf(list, 'abstractNumId')) ?? '';
      const overrides = elementsIn(list, 'lvlOverride');
      const levels = [kinds.get(counted), ...overrides].flatMap((within) => (within ? elementsIn(within, 'lvl').map(levelIn) : []));
      const startsAt = overrides.flatMap((each) => {
        const start = valueOf(childOf(each, 'startOverride'));
        return start === undefined ? [] : [[integer(attributeOf(each, 'ilvl'), 0), integer(start, 1)] as const];
      });
      this.lists.set(attributeOf(list, 'numId') ?? '', { counted, levels: new Map(levels), startsAt: new Map(startsAt) });
    }
  }

  writeInto(part: Document): void {
    for (const paragraph of elementsIn(part, 'p')) {
      const properties = childOf(paragraph, 'pPr');
      const style = valueOf(childOf(properties, 'pStyle')) ?? '';
      const place = this.placeOf(childOf(properties, 'numPr'), style);
      if (!place) continue;
      const number = this.next(place);
      if (number === undefined || this.isHeading(style) || elementsIn(paragraph, 't').length === 0) continue;
      write(number, paragraph, properties);
    }
  }

  /** Where a paragraph stands in a list, by itself or by its style. */
  private placeOf(own: Element | undefined, style: string): Place | undefined {
    const chain = this.chainOf(style);
    const inherited = chain.find(({ properties }) => valueOf(childOf(properties, 'numId')) !== undefined)?.properties;
    const id = valueOf(childOf(own, 'numId')) ?? valueOf(childOf(inherited, 'numId'));
    const list = this.lists.get(id ?? '0');
    if (id === undefined || !list) return undefined;
    const ofStyle = [...list.levels].find(([, level]) => level.style !== undefined && level.style === style)?.[0];
    const said = valueOf(childOf(own, 'ilvl'));
    const level = said === undefined ? (ofStyle ?? integer(valueOf(childOf(inherited, 'ilvl')), 0)) : integer(said, 0);
    return { id, list, level: Math.min(level, deepest) };
  }

  private isHeading = (style: string): boolean => this.chainOf(style).some(({ isHeading }) => isHeading);

  /** A style and those that it is based on. */
  private chainOf(style: string): Style[] {
    const chain: Style[] = [];
    for (let at: string | undefined = style; at !== undefined && chain.length < 20; at = chain.at(-1)!.base) {
      const known = this.styles.get(at);
      if (!known) break;
      chain.push(known);
    }
    return chain;
  }

  /** Counts a point. @returns what stands before it; undefined for dots and what we cannot write */
  private next({ id, list, level }: Place): string | undefined {
    const counts = this.counts.get(list.counted) ?? new Map<number, number>();
    this.counts.set(list.counted, counts);
    const begun = `${id} ${level}`;
    const override = this.begun.has(begun) ? undefined : list.startsAt.get(level);
    this.begun.add(begun);
    const before = counts.get(level);
    const start = list.levels.get(level)?.start ?? 1;
    counts.set(level, override ?? (before === undefined ? start : before + 1));
    for (const deeper of counts.keys()) if (deeper > level && !list.levels.get(deeper)?.goesOn) counts.delete(deeper);
    return written(list, level, counts);
  }
}

function levelIn(level: Element): readonly [number, Level] {
  const value = (name: string) => valueOf(childOf(level, name));
  const at = integer(attributeOf(level, 'ilvl'), 0);
  const format = value('numFmt') ?? 'decimal';
  const [text, start] = [value('lvlText') ?? `%${at + 1}.`, integer(value('start'), 1)];
  return [at, { start, format, text, style: value('pStyle'), goesOn: value('lvlRestart') === '0' }];
}

function written({ levels }: List, level: number, counts: ReadonlyMap<number, number>): string | undefined {
  const own = levels.get(level);
  if (!own || own.format === 'bullet') return undefined;
  let isKnown = true;
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const above = levels.get(Number(digit) - 1);
    const number = above && numberIn(above.format, counts.get(Number(digit) - 1) ?? above.start);
    isKnown &&= number !== undefined;
    return number ?? '';
  });
  return isKnown ? text.trim() : undefined;
}

/** Puts a number before the words of a paragraph, which is no point of a list for mammoth any more. */
function write(number: string, paragraph: Element, properties: Element | undefined): void {
  const document = paragraph.ownerDocument;
  const make = (name: string) => document.createElementNS(paragraph.namespaceURI, `w:${name}`);
  const own = properties ?? paragraph.insertBefore(make('pPr'), paragraph.firstChild);
  const listed = childOf(own, 'numPr');
  if (listed) own.removeChild(listed);
  // No list has the number nought: the style of the paragraph says nothing then.
  const none = own.appendChild(make('numPr'));
  for (const name of ['ilvl', 'numId']) none.appendChild(make(name)).setAttributeNS(paragraph.namespaceURI, 'w:val', '0');
  if (number === '') return;
  const words = make('t');
  words.setAttribute('xml:space', 'preserve');
  words.appendChild(document.createTextNode(`${number} `));
  const run = make('r');
  run.appendChild(words);
  paragraph.insertBefore(run, own.nextSibling);
}
