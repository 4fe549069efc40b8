import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import { About } from '@isegoria/ui';
import { PaperPreview } from './paper.page';
import type { Block } from './block.contract';

const words = { Aim: 'الغرض', 'This act protects people.': 'يحمي هذا القانون الناس.', 'It starts in May.': 'يبدأ في أيار.' };

function shown(translated: Partial<typeof words>): string {
  const [heading, ...rest] = Object.keys(words);
  const paragraphs = rest.map((text): Block => ({ kind: 'paragraph', level: 0, text }));
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: heading! }, ...paragraphs];
  const texts = textsIn('ar');
  const translation = { language: 'ar', texts: new Map(Object.entries(translated)) } as const;
  return renderFragment({ texts }, <About language="en" translated={translation}><PaperPreview blocks={blocks} /></About>);
}

describe('a text that is read in a translation', () => {
  it('runs in the direction of the translation, and what has none in its own', () => {
    const { 'It starts in May.': left, ...most } = words;
    expect(shown(words)).toContain('<div class="paper" lang="ar" dir="rtl">');
    expect(shown(words)).not.toContain('<bdi');
    expect(shown(most)).toContain('<div class="paper" lang="ar" dir="rtl">');
    expect(shown(most)).toContain('<bdi lang="en" dir="ltr">It starts in May.</bdi>');
    expect(shown(most)).not.toContain(left);
  });

  it('runs in the direction of the office’s words where few are translated', () => {
    const few = shown({ Aim: words.Aim });
    expect(few).toContain('<div class="paper" lang="en" dir="ltr">');
    expect(few).toContain(`<bdi lang="ar" dir="rtl">${words.Aim}</bdi>`);
    expect(few).toContain('This act protects people.<');
  });
});
