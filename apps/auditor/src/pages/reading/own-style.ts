import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

/**
 * What gives a page a style of its own, from where anything can be moved, covered or hidden: our pages need none.
 * @returns the element that has it, as it is written
 */
export function ownStyleIn(html: string): string | undefined {
  return styledIn(parse(html, { scriptingEnabled: false }));
}

function styledIn(node: DefaultTreeAdapterTypes.Node): string | undefined {
  if (tree.isElementNode(node)) {
    const style = node.attrs.find(({ name }) => name === 'style');
    if (style) return `<${node.tagName} style="${style.value.slice(0, 80)}">`;
    if (node.tagName === 'style') return '<style>';
  }
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = styledIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
