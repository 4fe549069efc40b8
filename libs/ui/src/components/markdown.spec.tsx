import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from './markdown';

describe('Markdown of an official', () => {
  it('becomes headings below the page’s own, lists and emphasis', () => {
    expect(renderMarkdown('# Title\n\n- one\n- **two**')).toBe(
      '<h3>Title</h3>\n<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>\n',
    );
  });

  it('keeps raw HTML as text', () => {
    const html = renderMarkdown('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>');
    expect(html).not.toMatch(/<(script|img)/);
    expect(html).toContain('&lt;script&gt;');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,AAAA)',
    '[x](vbscript:x)',
    '[x](//evil.example/x)',
    '<javascript:alert(1)>',
  ])('makes no link of %s', (source) => {
    expect(renderMarkdown(source)).not.toMatch(/href="(?:javascript|data|vbscript|\/\/)/i);
  });

  it('loads no pictures from elsewhere', () => {
    expect(renderMarkdown('![x](https://evil.example/pixel.png)')).not.toContain('<img');
  });

  it('gives links to other sites no trust', () => {
    expect(renderMarkdown('[site](https://example.org)')).toContain('rel="nofollow noopener ugc"');
  });
});
