interface Shown {
  readonly shown: ReadonlyMap<string, string>;
  /** How many passages are left out. */
  readonly passages: number;
}

const withWords = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;
const tags = /<(\/?)w:(\w+)([\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>/g;
const valueIn = (attributes: string): string | undefined => /\bw:val\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
const isOff = (attributes: string) => /^(?:0|false|off)$/.test(valueIn(attributes) ?? '');

/** The parts of a document of Word without the runs that Word hides (ECMA-376, part 1, section 17.3.2.41), by themselves or by a style. */
export function hiddenParts(parts: ReadonlyMap<string, string>): Shown {
  const styles = hiddenStyles(parts.get('word/styles.xml') ?? '');
  let passages = 0;
  const shown = [...parts].map(([name, part]) => {
    if (!withWords.test(name)) return [name, part] as const;
    const hidden = hiddenRuns(part, styles);
    passages += hidden.filter(({ from }, at) => hidden[at - 1]?.to !== from).length;
    return [name, without(part, hidden)] as const;
  });
  return { shown: new Map(shown), passages };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The runs with words that are hidden, in order; those within others are left out with them. */
function hiddenRuns(part: string, styles: ReadonlySet<string>): Range[] {
  const open: { readonly name: string; readonly from: number; isHidden: boolean; hasWords: boolean }[] = [];
  const hidden: Range[] = [];
  let isFormer = false;
  for (const { 0: tag, 1: slash, 2: name = '', 3: attributes = '', index } of part.matchAll(tags)) {
    const [isBlock, isEmpty, around] = [name === 'p' || name === 'r', attributes.endsWith('/'), open.at(-1)];
    if (isBlock && slash) {
      const { from, isHidden, hasWords } = open.pop() ?? { from: 0, isHidden: false, hasWords: false };
      const to = index + tag.length;
      if (name !== 'r' || !isHidden || !hasWords) continue;
      while (hidden.length > 0 && hidden.at(-1)!.from > from) hidden.pop();
      hidden.push({ from, to });
    } else if (isBlock && !isEmpty) open.push({ name, from: index, isHidden: around?.isHidden ?? false, hasWords: false });
    // What it was before a tracked change stands within.
    else if (name === 'rPrChange') isFormer = !slash;
    else if (around && !isFormer && (name === 'pStyle' || name === 'rStyle')) around.isHidden ||= styles.has(valueIn(attributes) ?? '');
    // Of a paragraph, it hides the mark behind it alone.
    else if (around?.name === 'r' && !isFormer && name === 'vanish') around.isHidden = !isOff(attributes);
    else if (around?.name === 'r' && name === 't') around.hasWords = true;
  }
  return hidden;
}

function without(part: string, ranges: readonly Range[]): string {
  const ends = [0, ...ranges.map(({ to }) => to)];
  return ends.map((end, at) => part.slice(end, ranges[at]?.from)).join('');
}

/** The styles whose words are hidden, by themselves or by the style that they are based on. */
function hiddenStyles(xml: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const [, attributes, inside] of xml.matchAll(/<w:style\b([^>]*)>([^]*?)<\/w:style>/g)) {
    const id = /\bw:styleId\s*=\s*["']([^"']*)["']/.exec(attributes!)?.[1];
    const says = /<w:vanish\b([^>]*)>/.exec(inside!)?.[1];
    const base = valueIn(/<w:basedOn\b([^>]*)>/.exec(inside!)?.[1] ?? '');
    if (id !== undefined && (says === undefined ? hidden.has(base ?? '') : !isOff(says))) hidden.add(id);
  }
  return hidden;
}
