/** What a style says of something that nobody sees. */
const hides = new RegExp(
  [
    String.raw`(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all`,
    String.raw`font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:[;!]|$))`,
  ].join('|'),
  'i',
);

/**
 * Tells what a page hides from who reads it: by an attribute, by a style of its own, or by one that its style sheets give to a class or an
 * id. What they say of some media only, and finer selectors, are not looked at.
 */
export function hiddenIn(html: string): (attributes: Readonly<Record<string, string>>) => boolean {
  const hidden = new Set(html.split(/<style/i).slice(1).flatMap(hiddenBy));
  return ({ hidden: attribute, style = '', class: classes = '', id = '' }) => {
    const names = [`#${id}`, ...classes.split(/\s+/).map((name) => `.${name}`)];
    return attribute !== undefined || hides.test(style) || names.some((name) => hidden.has(name));
  };
}

/** The classes and ids to which a style sheet gives nothing to be seen. Read piece by piece: no sheet can be made to take for ever. */
function hiddenBy(element: string): string[] {
  const [sheet = ''] = element.slice(element.indexOf('>') + 1).split(/<\/style/i, 1);
  const [first = '', ...others] = sheet.split('/*');
  const rules = [first, ...others.map((part) => part.split('*/').slice(1).join('*/'))].join(' ').split('}');
  const hidden: string[] = [];
  let isOfMedia = false;
  for (const rule of rules) {
    const [selectors = '', style, ...inside] = rule.split('{');
    isOfMedia = inside.length > 0 || (isOfMedia && style !== undefined);
    if (isOfMedia || style === undefined || !hides.test(style)) continue;
    for (const selector of selectors.split(',')) hidden.push(...(/^[a-z\d]*([.#][\w-]+)$/i.exec(selector.trim())?.slice(1) ?? []));
  }
  return hidden;
}
