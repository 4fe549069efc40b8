import { attributeOf, childOf, elementsIn, isNamed, valueOf } from './word-xml';

/** A property of runs that is on or off (ECMA-376, part 1, section 17.3.2): hidden, or struck through, once or twice. */
export type Property = 'vanish' | 'strike' | 'dstrike';

/** The styles that set each of these properties, by themselves or by the style that they are based on. */
export type SetByStyles = ReadonlyMap<Property, ReadonlySet<string>>;

export function setByStyles(styles: Document | undefined, ...properties: readonly Property[]): SetByStyles {
  const all = styles ? elementsIn(styles, 'style') : [];
  return new Map(properties.map((property) => [property, stylesWith(property, all)]));
}

function stylesWith(property: Property, styles: readonly Element[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (const style of styles) {
    const [id, says, base] = [attributeOf(style, 'styleId'), childOf(childOf(style, 'rPr'), property), valueOf(childOf(style, 'basedOn'))];
    if (id !== undefined && (says ? !isOff(says) : set.has(base ?? ''))) set.add(id);
  }
  return set;
}

/**
 * The runs with words for which one of the properties is set, by themselves, by a style or by what is around them.
 * @returns how many passages they make as well: runs side by side are one, and so is what stands in a run
 */
export function runsSet(part: Document, styles: SetByStyles): { readonly runs: ReadonlySet<Element>; readonly passages: number } {
  const setFor = new Map<Element, readonly Property[]>();
  const runs = new Set<Element>();
  let passages = 0;
  for (const element of elementsIn(part, 'p', 'r')) {
    const properties = childOf(element, `${element.localName}Pr`);
    const style = valueOf(childOf(properties, `${element.localName}Style`)) ?? '';
    const inherited = setFor.get(around(element)!) ?? [];
    const set = [...styles].flatMap(([property, ids]) => {
      // Of a paragraph, it is set for the mark behind it alone.
      const own = element.localName === 'r' ? childOf(properties, property) : undefined;
      return (own ? !isOff(own) : inherited.includes(property) || ids.has(style)) ? [property] : [];
    });
    setFor.set(element, set);
    if (set.length === 0 || element.localName !== 'r' || !childOf(element, 't')) continue;
    const outer = around(around(element));
    if (!(outer && runs.has(outer)) && !runs.has(element.previousSibling as Element)) passages += 1;
    runs.add(element);
  }
  return { runs, passages };
}

const isOff = (element: Element) => /^(?:0|false|off)$/.test(valueOf(element) ?? '');

/** The run or the paragraph in which it stands. */
function around(element: Element | undefined): Element | undefined {
  let at = element?.parentNode ?? null;
  while (at && !isNamed(at, 'p', 'r')) at = at.parentNode;
  return (at as Element | null) ?? undefined;
}
