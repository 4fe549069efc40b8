import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { showingAll } from './markdown-whole';

const rendered = (source: string) => showingAll(new MarkdownIt({ linkify: true })).render(source).trim();

describe('nothing that was written is lost', () => {
  it('a picture is a link to it, in the words that describe it', () => {
    expect(rendered('Before ![A *map*](https://example.org/map.png "Of 2026") after')).toBe(
      '<p>Before <a href="https://example.org/map.png">A map</a> after</p>',
    );
    expect(rendered('![A map][m]\n\n[m]: https://example.org/map.png')).toBe('<p><a href="https://example.org/map.png">A map</a></p>');
    expect(rendered('![](https://example.org/a.png?b&c)')).toBe(
      '<p><a href="https://example.org/a.png?b&amp;c">https://example.org/a.png?b&amp;c</a></p>',
    );
  });

  it('a picture within a link is its words, and one after it a link of its own', () => {
    expect(rendered('[![A map](https://example.org/map.png)](https://example.org) ![B](https://example.org/b.png)')).toBe(
      '<p><a href="https://example.org">A map</a> <a href="https://example.org/b.png">B</a></p>',
    );
  });

  it('words of a picture are no markup', () => {
    expect(rendered('![<img src=x onerror=alert(1)>](https://example.org/"onclick=)')).not.toMatch(/<img|" ?onclick/);
  });

  it.each(['[x](javascript:alert(1))', '![x](data:image/png;base64,AAAA)', '[x](ftp://example.org/plan)', '[x](//example.org/plan)'])(
    'what pages do not lead to stays as it was written: %s',
    (source) => {
      expect(rendered(source)).not.toMatch(/<(a|img)/);
      expect(rendered(source)).toContain('[x](');
    },
  );

  const led = ['https://example.org', 'mailto:parks@example.org', '/pages', 'plan', '#plan', '?a=b:c', './a:b'];
  it.each(led)('a link leads to %s', (address) => {
    expect(rendered(`[x](${address})`)).toContain('<a href=');
  });
});
