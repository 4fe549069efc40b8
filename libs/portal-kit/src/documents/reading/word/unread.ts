import { childOf, elementsIn, isNamed } from './word-xml';

/** What stands around words that Word shows, and mammoth leaves out with all that is in it: simple fields, and words set in a direction. */
const around = ['fldSimple', 'dir', 'bdo', 'ruby', 'rubyBase'];

/** Puts the words of such elements in their place. */
export function unwrap(part: Document): void {
  for (const element of elementsIn(part, ...around)) {
    while (element.firstChild) element.parentNode!.insertBefore(element.firstChild, element);
    element.parentNode!.removeChild(element);
  }
}

/** The words that Word shows of a part, run by run, with all changes accepted. */
export const wordsOf = (part: Document): string[] =>
  elementsIn(part, 't')
    .filter(isShown)
    .map((text) => text.textContent ?? '');

function isShown(text: Element): boolean {
  for (let at = text.parentNode; at; at = at.parentNode) {
    if (isNamed(at, 'del', 'moveFrom')) return false;
    if (isNamed(at, 'tr') && childOf(childOf(at, 'trPr'), 'del')) return false;
    // The same words once more, for programs that know fewer shapes.
    if (at.nodeName === 'mc:Choice' && [...siblings(at)].some(({ nodeName }) => nodeName === 'mc:Fallback')) return false;
  }
  return true;
}

function* siblings(node: Node): Iterable<Node> {
  for (let at = node.nextSibling; at; at = at.nextSibling) yield at;
}

/** How many passages were not read. A box to tick is no word, and is counted among the fields. */
export function passagesMissing(shown: readonly string[], read: readonly string[]): number {
  const left = new Map<string, number>();
  for (const words of read) left.set(words, (left.get(words) ?? 0) + 1);
  let passages = 0;
  let wasRead = true;
  for (const words of shown.filter((each) => /[^\s\u2610-\u2612]/.test(each))) {
    const times = left.get(words) ?? 0;
    if (times > 0) left.set(words, times - 1);
    else if (wasRead) passages += 1;
    wasRead = times > 0;
  }
  return passages;
}
