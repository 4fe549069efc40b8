import { attributeOf, childOf, elementsIn, isNamed, valueOf } from './word-xml';

/** What styles say of a property of their runs, by their ids: by themselves or by the style that they are based on. */
type Said = ReadonlyMap<string, string>;

export interface RaisedStyles {
  readonly vertAlign: Said;
  readonly position: Said;
}

export function raisedStyles(styles: Document | undefined): RaisedStyles {
  const all = styles ? elementsIn(styles, 'style') : [];
  return { vertAlign: saidOf(all, 'vertAlign'), position: saidOf(all, 'position') };
}

function saidOf(styles: readonly Element[], property: keyof RaisedStyles): Said {
  const said = new Map<string, string>();
  for (const style of styles) {
    const own = valueOf(childOf(childOf(style, 'rPr'), property)) ?? said.get(valueOf(childOf(style, 'basedOn')) ?? '');
    if (own !== undefined) said.set(attributeOf(style, 'styleId') ?? '', own);
  }
  return said;
}

/**
 * Says of each run whether it stands above or below the line where only a style says so (ECMA-376, part 1, section 17.3.2.42). A paragraph
 * of which all words do stays on the line.
 * @returns how many passages stand on the line now and did not: these paragraphs, and words that are set higher or lower by some distance
 */
export function raise(part: Document, styles: RaisedStyles): number {
  let passages = 0;
  for (const paragraph of elementsIn(part, 'p')) {
    const runs = elementsIn(paragraph, 'r').filter((run) => paragraphOf(run) === paragraph && childOf(run, 't'));
    const style = valueOf(childOf(childOf(paragraph, 'pPr'), 'pStyle')) ?? '';
    const ofStyle = runs.filter((run) => !ownOf(run, 'vertAlign', styles.vertAlign) && isOffLine(styles.vertAlign.get(style)));
    if (ofStyle.length === runs.length && runs.length > 0) passages += 1;
    else for (const run of ofStyle) say(run, styles.vertAlign.get(style)!);
    let wasSet = false;
    for (const run of runs) {
      const isSet = isSetApart(run, styles.position.get(style), styles);
      if (isSet && !wasSet) passages += 1;
      wasSet = isSet;
    }
  }
  for (const run of elementsIn(part, 'r')) {
    const said = ownOf(run, 'vertAlign', styles.vertAlign);
    if (said !== undefined && !childOf(childOf(run, 'rPr'), 'vertAlign')) say(run, said);
  }
  return passages;
}

const isOffLine = (said: string | undefined): boolean => said !== undefined && said !== 'baseline';

/** Whether its words are set higher or lower, and are not above or below the line as such (section 17.3.2.24). */
function isSetApart(run: Element, ofParagraph: string | undefined, { position, vertAlign }: RaisedStyles): boolean {
  const distance = Number.parseFloat(ownOf(run, 'position', position) ?? ofParagraph ?? '0');
  return !!distance && !isOffLine(ownOf(run, 'vertAlign', vertAlign)) && /[\p{L}\p{N}]/u.test(run.textContent ?? '');
}

/** What a run says, or its own style. */
function ownOf(run: Element, property: keyof RaisedStyles, styles: Said): string | undefined {
  const properties = childOf(run, 'rPr');
  return valueOf(childOf(properties, property)) ?? styles.get(valueOf(childOf(properties, 'rStyle')) ?? '');
}

function say(run: Element, how: string): void {
  const make = (name: string) => run.ownerDocument.createElementNS(run.namespaceURI, `w:${name}`);
  const properties = childOf(run, 'rPr') ?? run.insertBefore(make('rPr'), run.firstChild);
  properties.appendChild(make('vertAlign')).setAttributeNS(run.namespaceURI, 'w:val', how);
}

function paragraphOf(run: Element): Node | null {
  let at = run.parentNode;
  while (at && !isNamed(at, 'p')) at = at.parentNode;
  return at;
}
