import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { NotRead } from '../outcome';

/** The names of WordprocessingML, transitional and strict (ECMA-376, part 1, annex A). */
const names = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];

/** @throws NotRead where it is no XML */
export function parsed(part: string): Document {
  const damaged = () => {
    throw new NotRead('damaged');
  };
  const errorHandler = { warning: () => undefined, error: () => undefined, fatalError: damaged };
  return new DOMParser({ errorHandler }).parseFromString(part, 'text/xml') ?? damaged();
}

export const written = (document: Document): string => new XMLSerializer().serializeToString(document);

export const isNamed = (node: Node | null, ...named: readonly string[]): node is Element =>
  node?.nodeType === 1 && names.includes((node as Element).namespaceURI ?? '') && named.includes((node as Element).localName);

/** All elements of these names in an element, in order, however deep: no call stack grows with the file. */
export function elementsIn(top: Node, ...named: readonly string[]): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = top.firstChild; node; node = after(node, top)) if (isNamed(node, ...named)) found.push(node);
  return found;
}

function after(node: Node, top: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  let at: Node | null = node;
  while (at && at !== top && !at.nextSibling) at = at.parentNode;
  return at === top ? null : (at?.nextSibling ?? null);
}

export function childOf(element: Element | undefined, named: string): Element | undefined {
  for (let child = element?.firstChild ?? null; child; child = child.nextSibling) if (isNamed(child, named)) return child;
  return undefined;
}

/** An attribute of Word, which has the namespace of its element. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element?.getAttributeNS(element.namespaceURI, name) || undefined;

export const valueOf = (element: Element | undefined): string | undefined => attributeOf(element, 'val');
