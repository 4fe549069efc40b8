/** Tags that have no end. */
const empty = /^(?:meta|link|input|br|hr|img|path|circle|line|rect|use)$/i;

/** An empty one is written without a value. */
const langIn = (attributes: string): string | undefined => {
  const [is, , lang = ''] = /\slang(="([^"]*)")?(?=\s|$)/.exec(attributes) ?? [];
  return is === undefined ? undefined : lang;
};

interface Spoken {
  readonly text: string;
  /** As of the innermost element that says it. */
  readonly lang: string | undefined;
  /** The tags that lead to it, the innermost last. */
  readonly place: string;
}

/** Every text of a page's main part, and what its attributes say of pictures and landmarks. */
function spokenOn(html: string): Spoken[] {
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const open: { tag: string; lang?: string }[] = [{ tag: 'html', lang: /<html[^>]*?\slang="([^"]*)"/.exec(html)?.[1] }];
  const spoken: Spoken[] = [];
  const add = (text: string, within: typeof open) =>
    spoken.push({
      text,
      lang: within.findLast((element) => element.lang !== undefined)?.lang,
      place: within.map(({ tag }) => tag).join(' > '),
    });
  for (const [, end, tag, attributes = '', isClosed, text] of body.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s[^<>"]*(?:"[^"]*")?)*?)(\/?)>|([^<]+)/gi,
  )) {
    if (text !== undefined) {
      add(text, open);
    } else if (end) {
      const at = open.findLastIndex((element) => element.tag === tag);
      if (at >= 0) open.splice(at);
    } else {
      const element = { tag: tag!, lang: langIn(attributes) };
      for (const [, said] of attributes.matchAll(/\s(?:alt|title|aria-label)="([^"]+)"/g)) add(said!, [...open, element]);
      if (!isClosed && !empty.test(tag!)) open.push(element);
    }
  }
  return spoken;
}

/**
 * Where words stand on a page whose element says another language for them than `language`: what a screen reader would read out in the
 * wrong one.
 */
export function wronglySpoken(html: string, words: string, language: string): string[] {
  return spokenOn(html).flatMap(({ text, lang, place }) => (text.includes(words) && lang !== language ? [place] : []));
}

/** Words in Latin letters on a page in Arabic that a screen reader would take for Arabic, without names, addresses and what is typed in. */
export function spokenAsArabic(html: string): string[] {
  return spokenOn(html).flatMap(({ text, lang, place }) => {
    // Names of people are of no language, and what they were given to break out of a page with is not read.
    const read = text.replace(/&lt;.*|\S+@\S+/g, '');
    const [words] = /\p{Script=Latin}{2,}(?:[ ,’']+\p{Script=Latin}{2,})+/u.exec(read) ?? [];
    const isMarked = words === undefined || lang !== 'ar' || /(?:textarea|code|pre)$/.test(place);
    // An entry of a menu is one text, whatever it quotes; the check of a log says in English what an auditor's program prints.
    const isMixedEntry = place.endsWith('option') && /\p{Script=Arabic}/u.test(read);
    return isMarked || isMixedEntry || words === 'NOT CHECKED' ? [] : [`${words}: ${place}`];
  });
}

/** A page without the elements round somebody's words, for what it says as a whole. */
export const asSentences = (html: string): string => html.replace(/<\/?bdi[^>]*>/g, '');
