import { attributeOf, childOf, elementsIn, valueOf } from './word-xml';

/** Says of each run whether it stands above or below the line where only its style says so (ECMA-376, part 1, section 17.3.2.42). */
export function raise(part: Document, styles: ReadonlyMap<string, string>): void {
  for (const run of elementsIn(part, 'r')) {
    const properties = childOf(run, 'rPr');
    const said = styles.get(valueOf(childOf(properties, 'rStyle')) ?? '');
    if (!properties || said === undefined || childOf(properties, 'vertAlign')) continue;
    const own = properties.appendChild(part.createElementNS(run.namespaceURI, 'w:vertAlign'));
    own.setAttributeNS(run.namespaceURI, 'w:val', said);
  }
}

/** The styles whose words stand above or below the line, by themselves or by the style that they are based on. */
export function raisedStyles(styles: Document | undefined): ReadonlyMap<string, string> {
  const raised = new Map<string, string>();
  for (const style of styles ? elementsIn(styles, 'style') : []) {
    if (attributeOf(style, 'type') === 'paragraph') continue;
    const own = valueOf(childOf(childOf(style, 'rPr'), 'vertAlign'));
    const said = own ?? raised.get(valueOf(childOf(style, 'basedOn')) ?? '');
    if (said !== undefined) raised.set(attributeOf(style, 'styleId') ?? '', said);
  }
  return raised;
}
