import '@isegoria/consultations/methods/deliberation/deliberation.texts';
import '@isegoria/consultations/methods/methods.texts';
import '@isegoria/consultations/results/results.texts';
import { methods, type ActivityResults } from '@isegoria/contracts';
import { textsIn, type MessageKey } from '@isegoria/texts';
import { inOneLine, type Line } from '../reading/visible-text';

/**
 * What people called something, on a page of figures. A name may have digits, be nothing but digits, or look just like a figure of the
 * page: so it is a name where it is all of a line, or all of it but what the product writes beside a name; and within other words only
 * if it cannot be taken for a figure.
 */
export class Names {
  private readonly lines: ReadonlySet<string>;
  private readonly offers: readonly Offer[];
  private readonly within: readonly RegExp[];
  private readonly columns: readonly (readonly string[])[];
  private readonly headlines: ReadonlySet<string>;

  /** @param names whole texts that have digits; the days of charts among them */
  constructor(language: string, names: readonly string[], activities: readonly ActivityResults[]) {
    const titled = activities.flatMap(({ title, method }) => (title === null ? [] : [{ title, method }]));
    this.lines = new Set([...names, ...titled.map((activity) => inList(language, activity))].map(unspaced));
    this.offers = titled.flatMap(({ title }) => formats.map((format) => offerOf(language, title, format)));
    this.columns = activities.map(({ options }) => numberedOf(options.map(({ text }) => inOneLine(text))));
    this.headlines = new Set(headlines.map((figure) => inOneLine(textsIn(language).t(`figures.${figure}`))));
    const wordy = [...new Set(names)].filter((name) => /\p{L}/u.test(name) && name.length > 4);
    this.within = wordy.sort((one, other) => other.length - one.length).map(withinWords);
  }

  /** Whether a line has a name and no words but those that the product writes beside it. */
  isNaming({ cells, isRow }: Line): boolean {
    if (isRow || cells.length !== 1) return false;
    const line = unspaced(cells[0]!);
    return this.lines.has(line) || this.offers.some((offer) => isOffer(line, offer));
  }

  /** Whether a row is the head of a table whose columns are options: all of them that have digits, and no other digits. */
  isHead({ cells, isHead }: Line): boolean {
    if (isHead !== true) return false;
    const numbered = numberedOf(cells);
    return this.columns.some((names) => isSame(names, numbered));
  }

  /** Whether a line is that of a headline figure, which something may be called like. */
  isHeadline({ cells, isRow }: Line): boolean {
    return !isRow && cells.length > 1 && this.headlines.has(cells[0]!);
  }

  /** What a cell says besides names. */
  without(cell: string): string {
    return this.within.reduce((rest, name) => rest.replace(name, ' '), cell);
  }
}

const numberedOf = (names: readonly string[]): string[] => names.filter((name) => /\p{Nd}/u.test(name)).sort();
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at]);

const headlines = ['peopleInAll', 'participants', 'beside', 'votes', 'statements', 'questions', 'comments'] as const;

/** As the list of activities leads to one. */
function inList(language: string, { title, method }: { readonly title: string; readonly method: string }): string {
  const key = methods.some((known) => known.method === method) ? `method.${method}` : 'method.unknown';
  return title + textsIn(language).t(key as MessageKey);
}

/** How a picture of an activity is offered, before and behind what the picture shows. */
type Offer = readonly [before: string, behind: string];
const formats = ['PNG', 'SVG'];

function offerOf(language: string, title: string, format: string): Offer {
  const mark = '\uE000';
  const [before = '', behind = ''] = textsIn(language).t('results.downloadPicture', { picture: mark, format }).split(mark);
  return [unspaced(before), unspaced(`${behind} · ${title}`)];
}

function isOffer(line: string, [before, behind]: Offer): boolean {
  return line.startsWith(before) && line.endsWith(behind) && !/\p{Nd}/u.test(line.slice(before.length, -behind.length));
}

/** What stands side by side on a page may have a space between it or not. */
const unspaced = (text: string): string => inOneLine(text).replaceAll(' ', '');

/** A name that begins or ends with digits is not a part of a longer number. */
function withinWords(name: string): RegExp {
  const before = /^\p{Nd}/u.test(name) ? '(?<!\\p{Nd}[.,٫٬]?)' : '';
  const behind = /\p{Nd}$/u.test(name) ? '(?![.,٫٬]?\\p{Nd})' : '';
  return new RegExp(before + name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + behind, 'gu');
}
