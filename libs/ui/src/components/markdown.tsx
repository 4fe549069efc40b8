import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { LRUCache } from 'lru-cache';
import { showingAll } from './markdown-whole';
import { InLanguage } from './basics';
import { useDepth } from './part';
import { useTexts } from './texts-context';
import { useOffice } from './words';

const markdown = showingAll(new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false }));
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const rendered = new LRUCache<string, string>({ maxSize: 4_000_000, sizeCalculation: (html, source) => html.length + source.length + 1 });

/**
 * Markdown of an official as safe HTML. Raw HTML in the source is escaped by markdown-it; sanitize-html is the second wall, so that a flaw
 * in one of them does not let markup through. A link stands for an image (no third-party requests).
 * @param below the level of the heading under which the text stands: those of the text begin one deeper, and go on without gaps
 */
export function renderMarkdown(source: string, below: number): string {
  const key = `${below} ${source}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(markdown.render(source), {
    allowedTags: [
      'p',
      'br',
      'hr',
      'strong',
      'em',
      's',
      'a',
      'ul',
      'ol',
      'li',
      'blockquote',
      'code',
      'pre',
      ...headings,
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
    allowedAttributes: { a: ['href', 'rel', 'class'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener ugc', class: 'ds-link' }),
    },
  });
  const framed = inFrames(headingsBelow(below, withNames(html)));
  rendered.set(key, framed);
  return framed;
}

/** A link or a heading of which nothing is left to read: the link says where it leads, the heading goes. */
function withNames(html: string): string {
  return html.replace(/<a ([^>]*)><\/a>/g, named).replace(/<(h[1-6])>\s*<\/\1>\n?/g, '');
}

function named(link: string, attributes: string): string {
  const href = /href="([^"]*)"/.exec(attributes)?.[1];
  return href ? link.replace('></a>', `>${href}</a>`) : '';
}

/**
 * Writers begin at whatever level looks right to them, and jump. What is nested stays nested; the levels are those of the page.
 * No markup of the source gets as far as this, so that these are the headings of the text and nothing else.
 */
function headingsBelow(below: number, html: string): string {
  const above: number[] = [];
  return html.replace(/<(\/?)h([1-6])>/g, (_, end: string, written: string) => {
    if (!end) {
      while (above.length > 0 && above.at(-1)! >= Number(written)) above.pop();
      above.push(Number(written));
    }
    return `<${end}h${Math.min(6, below + above.length)}>`;
  });
}

/** A wide table scrolls in its own frame, which the keyboard can reach, and not the page. No markup of the source gets as far as this. */
function inFrames(html: string): string {
  return html.replaceAll('<table>', '<div class="table-frame" tabindex="0"><table>').replaceAll('</table>', '</table></div>');
}

/** @param props.below the level of the heading above it, as that is written: see `Heading` */
export function Markdown(props: { source: string; below: 1 | 2 | 3 }) {
  const html = renderMarkdown(props.source, props.below + useDepth());
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Markdown that an office wrote about what the page is about, in its language or in translation. */
export function OfficeMarkdown(props: { source: string; below: 1 | 2 | 3 }) {
  const reader = useTexts().language;
  const { text, language = reader } = useOffice()(props.source);
  return (
    <InLanguage language={language}>
      <Markdown source={text} below={props.below} />
    </InLanguage>
  );
}
