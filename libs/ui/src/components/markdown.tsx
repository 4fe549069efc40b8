import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { LRUCache } from 'lru-cache';

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false });
const rendered = new LRUCache<string, string>({ maxSize: 4_000_000, sizeCalculation: (html, source) => html.length + source.length + 1 });

/**
 * Markdown of an official as safe HTML. Raw HTML in the source is escaped by markdown-it; sanitize-html is the second wall, so that a flaw
 * in one of them does not let markup through. Headings begin at `h3`, below the page's own; images are left out (no third-party requests).
 */
export function renderMarkdown(source: string): string {
  const known = rendered.get(source);
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
      'h3',
      'h4',
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
      h1: 'h3',
      h2: 'h3',
      h3: 'h4',
      h4: 'h4',
      h5: 'h4',
      h6: 'h4',
      a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener ugc', class: 'ds-link' }),
    },
  });
  const framed = inFrames(html);
  rendered.set(source, framed);
  return framed;
}

/** A wide table scrolls in its own frame, which the keyboard can reach, and not the page. No markup of the source gets as far as this. */
function inFrames(html: string): string {
  return html.replaceAll('<table>', '<div class="table-frame" tabindex="0"><table>').replaceAll('</table>', '</table></div>');
}

export function Markdown(props: { source: string }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(props.source) }} />;
}
