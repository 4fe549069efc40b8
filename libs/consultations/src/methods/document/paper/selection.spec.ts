import { describe, expect, it } from '@jest/globals';
import type { Selection } from '../annotation/place.contract';
import { select } from './select.fixture';
import { selectionsOf } from './selection';

const text = 'The air of the city is clean. The air of the village is clean, too.';

describe('words that are selected in a paragraph', () => {
  it('are found with what stands around them', () => {
    expect(select(text, 'village')).toEqual({
      exact: 'village',
      prefix: 'e city is clean. The air of the ',
      suffix: ' is clean, too.',
      start: 45,
      end: 52,
    } satisfies Selection);
  });
  it('are found near where they were chosen, and at each place where that is not known, or says nothing', () => {
    const starts = (near?: number) => selectionsOf(text, 'The air', near).map(({ start }) => start);
    expect(starts()).toEqual([0, 30]);
    expect(starts(28)).toEqual([30]);
    expect(starts(15)).toEqual([0, 30]);
  });
  it('are found whatever their capitals and spaces', () => {
    expect(select(text, '  the  AIR of\nthe city ')).toMatchObject({ exact: 'The air of the city', start: 0, end: 19 });
  });
  it('count characters, of which an emoji is one', () => {
    expect(select('🏛🏛 هواء نظيف', 'نظيف')).toMatchObject({ exact: 'نظيف', start: 8, end: 12 });
  });
  it.each(['', '   ', 'sea', `${text} And more.`])('are nothing where they do not stand there: %p', (words) => {
    expect(select(text, words)).toBeUndefined();
  });
});
