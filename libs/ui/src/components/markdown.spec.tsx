import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from './markdown';

describe('Markdown of an official', () => {
  it('becomes headings below the page’s own, lists and emphasis', () => {
    expect(renderMarkdown('# Title\n\n- one\n- **two**', 2)).toBe(
      '<h3>Title</h3>\n<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>\n',
    );
  });

  it.each([
    ['### a\n##### b\n# c\n## d', 1, [2, 3, 2, 3]],
    ['# a\n###### b\n### c\n## d', 1, [2, 3, 3, 3]],
    ['## a\n\nb\n===\n\n> #### c', 3, [4, 4, 5]],
    ['# a\n## b\n### c\n#### d', 4, [5, 6, 6, 6]],
    ['#\n\n##\n\n### c', 1, [2]],
  ])('numbers the headings of %j below level %i without a gap', (source, below, levels) => {
    const html = renderMarkdown(source, below);
    expect([...html.matchAll(/<h(\d)>[^<]+<\/h\1>/g)].map(([, level]) => Number(level))).toEqual(levels);
    expect(html.match(/<h/g)).toHaveLength(levels.length);
  });

  it.each(['[](https://example.org/plan)', '[![](https://x.example/x.png)](https://example.org/plan)'])('gives the link %s words', (source) => {
    expect(renderMarkdown(source, 1)).toContain('>https://example.org/plan</a>');
  });

  it('keeps raw HTML as text', () => {
    const html = renderMarkdown('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>', 1);
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
    expect(renderMarkdown(source, 1)).not.toMatch(/href="(?:javascript|data|vbscript|\/\/)/i);
  });

  it('loads no pictures from elsewhere', () => {
    expect(renderMarkdown('![x](https://evil.example/pixel.png)', 1)).not.toContain('<img');
  });

  it('gives links to other sites no trust', () => {
    expect(renderMarkdown('[site](https://example.org)', 1)).toContain('rel="nofollow noopener ugc"');
  });
});
