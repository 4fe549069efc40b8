import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksIn } from '../paper/blocks';
import { headingNumbers } from './numbers';

const numbersIn = (markdown: string) => {
  const blocks = blocksIn(markdown);
  const numbers = headingNumbers(blocks);
  return blocks.flatMap((block) => (block.kind === 'heading' ? [numbers.get(block) ?? null] : []));
};

describe('the numbers of headings', () => {
  it('follow their levels; a title has none', () => {
    expect(numbersIn('# Act\n\n## Aim\n\nText.\n\n## Limits\n\n### Towns\n\n### Villages\n\n## Reports')).toEqual([
      ...[null, '1', '2', '2.1', '2.2', '3'],
    ]);
    expect(numbersIn('# Aim\n\nText.\n\n# Limits')).toEqual(['1', '2']);
    expect(numbersIn('# Act\n\nText.')).toEqual([null]);
    expect(numbersIn('Text.\n\n# Aim')).toEqual(['1']);
  });

  it.each([
    ['# Act\n\n## Preamble\n\n## Article 1 Aim\n\n## Article 2\n\n## Article 3a: Limits'],
    ['# § 1 Aim\n\n# §2'],
    ['# 1. Aim\n\n# 2) Limits'],
    ['# Chapter I\n\n## Aim\n\n# Chapter II\n\n## Limits'],
    ['# Title\n\n## General rules\n\n### Art. 1\n\n### Art. 2'],
    ['# Annex A\n\n# Annex B'],
    ['# II. Aim\n\n# III – Limits'],
    ['# Article premier\n\n# Article 2'],
    ['# المادة ١\n\n# المادة (٢)'],
    ['# الباب الأول: أحكام عامة\n\n# الباب الثاني: الحدود'],
    ['# المادة الحادية عشرة\n\n# المادة الثانية عشرة'],
    ['# أولًا: الهدف\n\n# ثانيًا: الحدود'],
  ])('are left to those that say their own: %s', (markdown) => {
    expect(new Set(numbersIn(markdown))).toEqual(new Set([null]));
  });

  it.each([
    ['# Aim\n\n# What I want\n\n# A plan\n\n# Agenda 2030'],
    ['# I agree\n\n# Air\n\n# Water'],
    ['# الهدف\n\n# الحدود\n\n# أولويات السنة'],
  ])('are not taken for said where words only begin like one: %s', (markdown) => {
    expect(numbersIn(markdown)).not.toContain(null);
  });

  it('are never twice the same', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(levels, (all) => {
        const numbers = headingNumbers(all.map((level) => ({ kind: 'heading', level, text: 'Aim' })));
        expect(new Set(numbers.values()).size).toBe(numbers.size);
        expect(numbers.size).toBeGreaterThanOrEqual(all.length - 1);
      }),
    );
  });
});
