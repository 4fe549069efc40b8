import { attributeOf, childOf, elementsIn, isNamed, valueOf } from './word-xml';

/**
 * Takes the runs out of a part of a document of Word that Word hides, by themselves or by a style (ECMA-376, part 1, section 17.3.2.41).
 * @returns how many passages those were
 */
export function hide(part: Document, styles: ReadonlySet<string>): number {
  const isHidden = new Map<Element, boolean>();
  const hidden = new Set<Element>();
  let passages = 0;
  for (const element of elementsIn(part, 'p', 'r')) {
    const properties = childOf(element, `${element.localName}Pr`);
    const style = valueOf(childOf(properties, `${element.localName}Style`));
    const inherited = isHidden.get(around(element)!) ?? false;
    // Of a paragraph, it hides the mark behind it alone.
    const own = element.localName === 'r' ? childOf(properties, 'vanish') : undefined;
    isHidden.set(element, own ? !isOff(own) : inherited || (style !== undefined && styles.has(style)));
    if (!isHidden.get(element) || element.localName !== 'r' || !childOf(element, 't')) continue;
    const outer = around(around(element));
    if (!(outer && hidden.has(outer)) && !hidden.has(element.previousSibling as Element)) passages += 1;
    hidden.add(element);
  }
  for (const run of hidden) run.parentNode?.removeChild(run);
  return passages;
}

const isOff = (element: Element) => /^(?:0|false|off)$/.test(valueOf(element) ?? '');

/** The run or the paragraph in which it stands. */
function around(element: Element | undefined): Element | undefined {
  let at = element?.parentNode ?? null;
  while (at && !isNamed(at, 'p', 'r')) at = at.parentNode;
  return (at as Element | null) ?? undefined;
}

/** The styles whose words are hidden, by themselves or by the style that they are based on. */
export function hiddenStyles(styles: Document | undefined): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const style of styles ? elementsIn(styles, 'style') : []) {
    const [id, says, base] = [attributeOf(style, 'styleId'), childOf(childOf(style, 'rPr'), 'vanish'), valueOf(childOf(style, 'basedOn'))];
    if (id !== undefined && (says ? !isOff(says) : hidden.has(base ?? ''))) hidden.add(id);
  }
  return hidden;
}
