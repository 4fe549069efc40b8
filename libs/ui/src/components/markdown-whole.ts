import type MarkdownIt from 'markdown-it';

type Parser = InstanceType<typeof MarkdownIt>;

/** Addresses that pages lead to; one without a scheme leads to a page of the site. Other links stay as they are written. */
const leads = /^(?:https?:|mailto:|(?![a-z][a-z\d+.-]*:|[/\\]{2}))/i;

/**
 * Has a text show all that was written. A picture from elsewhere is not loaded, since whoever keeps it would learn of each reader: a link
 * to it stands in its place, in the words that describe it. What no link may lead to is not thrown away with its address.
 */
export function showingAll(markdown: Parser): Parser {
  const { validateLink } = markdown;
  markdown.validateLink = (address) => leads.test(address.trim()) && validateLink(address);
  markdown.renderer.rules['image'] = (tokens, index, options, env, renderer) => {
    const token = tokens[index]!;
    const address = String(token.attrGet('src') ?? '');
    const words = markdown.utils.escapeHtml(renderer.renderInlineAsText(token.children ?? [], options, env).trim());
    const before = tokens.slice(0, index).map(({ type }) => type);
    // A link cannot stand within a link.
    if (before.lastIndexOf('link_open') > before.lastIndexOf('link_close')) return words;
    const shown = markdown.utils.escapeHtml(address);
    return `<a href="${shown}">${words || shown}</a>`;
  };
  return markdown;
}
