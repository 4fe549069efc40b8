/** What a style says of something that nobody sees. */
const hides = new RegExp(
  [
    String.raw`(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all`,
    String.raw`font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:[;!]|$))`,
  ].join('|'),
  'i',
);

/** What it says of something that is struck through. */
const strikes = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]{0,200}\bline-through\b/i;

/** What it writes itself, but for the marks of quotations and what only keeps boxes apart. */
const writes = new RegExp(
  [
    String.raw`(?:^|[;\s])content\s*:\s*(?!none|normal|inherit|initial|unset|(?:no-)?(?:open|close)-quote)`,
    String.raw`(?!(["'])(?:\s|\\a0)*\1\s*(?:[;!]|$))[^\s;]`,
  ].join(''),
  'i',
);

type Attributes = Readonly<Record<string, string>>;

/** How the styles of a page set words apart: those of an element, and those that its style sheets give to a class, an id or a tag. */
export interface Styled {
  /**
   * Whether nobody who reads the page sees it. What style sheets say of some media only, of tags and by finer selectors is not looked at:
   * no word is taken out that may be seen.
   */
  readonly isHidden: (tagName: string, attributes: Attributes) => boolean;
  /** Whether it is struck through, also where a finer selector may mean something else: its words stay. */
  readonly isStruck: (tagName: string, attributes: Attributes) => boolean;
  /** How many rules of its style sheets write words before or behind something. */
  readonly written: number;
}

export function stylesOf(html: string): Styled {
  const rules = html.split(/<style/i).slice(1).flatMap(rulesIn);
  const selectorsOf = (says: RegExp) =>
    rules.filter(({ style, isOfMedia }) => !isOfMedia && says.test(style)).flatMap(({ selectors }) => selectors);
  const hidden = new Set(selectorsOf(hides).flatMap((selector) => /^[a-z\d]*([.#][\w-]+)$/i.exec(selector)?.slice(1) ?? []));
  const struck = new Set(selectorsOf(strikes).map(lastNameIn));
  return {
    isHidden: (tagName, { hidden: attribute, open, style = '', ...names }) =>
      attribute !== undefined || (tagName === 'dialog' && open === undefined) || hides.test(style) || isAmong(hidden, tagName, names),
    isStruck: (tagName, { style = '', ...names }) =>
      tagName === 's' || tagName === 'strike' || strikes.test(style) || isAmong(struck, tagName, names),
    written: rules.filter(({ selectors, style }) => selectors.some((one) => /:(?:before|after)$/i.test(one)) && writes.test(style)).length,
  };
}

/** The class, the id or the tag that the last part of a selector names. */
function lastNameIn(selector: string): string {
  const [last = ''] = (selector.split(/[\s>+~]/).at(-1) ?? '').split(':');
  return last.slice(Math.max(0, last.lastIndexOf('.'), last.lastIndexOf('#')));
}

const isAmong = (selectors: ReadonlySet<string>, tagName: string, { class: classes = '', id = '' }: Attributes): boolean =>
  [tagName, `#${id}`, ...classes.split(/\s+/).map((name) => `.${name}`)].some((name) => selectors.has(name));

interface Rule {
  readonly selectors: readonly string[];
  readonly style: string;
  readonly isOfMedia: boolean;
}

/** The rules of a style sheet. Read piece by piece: no sheet can be made to take for ever. */
function rulesIn(element: string): Rule[] {
  const [sheet = ''] = element.slice(element.indexOf('>') + 1).split(/<\/style/i, 1);
  const [first = '', ...others] = sheet.split('/*');
  const written = [first, ...others.map((part) => part.split('*/').slice(1).join('*/'))].join(' ').split('}');
  const rules: Rule[] = [];
  let isOfMedia = false;
  for (const rule of written) {
    const [selectors = '', style, ...inside] = rule.split('{');
    isOfMedia = inside.length > 0 || (isOfMedia && style !== undefined);
    if (style !== undefined) rules.push({ selectors: selectors.split(',').map((selector) => selector.trim()), style, isOfMedia });
  }
  return rules;
}
