/** Tags that have no end. */
const empty = /^(?:meta|link|input|br|hr|img|path|circle|line|rect|use)$/i;

/**
 * Where words stand on a page whose element says another language for them than `language`, or none: what a screen reader would read out in
 * the wrong one.
 * @returns the tags that lead to each place, the innermost last
 */
export function wronglySpoken(html: string, words: string, language: string): string[] {
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const open: { tag: string; lang?: string }[] = [];
  const wrong: string[] = [];
  for (const [, end, tag, attributes = '', isClosed, text] of body.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s[^<>"]*(?:"[^"]*")?)*?)(\/?)>|([^<]+)/gi,
  )) {
    if (text !== undefined) {
      if (!text.includes(words)) continue;
      const lang = open.findLast((element) => element.lang !== undefined)?.lang;
      if (lang !== language) wrong.push(open.map((element) => element.tag).join(' > '));
    } else if (end) {
      const at = open.findLastIndex((element) => element.tag === tag);
      if (at >= 0) open.splice(at);
    } else if (!isClosed && !empty.test(tag!)) {
      open.push({ tag: tag!, lang: /\slang="([^"]*)"/.exec(attributes)?.[1] });
    }
  }
  return wrong;
}
