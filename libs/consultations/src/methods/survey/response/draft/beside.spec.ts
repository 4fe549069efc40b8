import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '../../questionnaire/questionnaire.pure';
import { keptBeside } from './beside.pure';

const versionOf = (answer: Answers[string] | undefined) => ((answer ?? null) === null ? undefined : `v${JSON.stringify(answer)}`);
const versionsOf = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, versionOf(answer)!]));
/** What is kept once a page that showed `shown` is sent with these answers. */
const kept = (now: readonly Answers[], changed: Answers, shown: Answers) => keptBeside(now, changed, versionsOf(shown), versionOf);

describe('answers of a page', () => {
  it('take the place of those it showed, and of none that it did not', () => {
    expect(kept([{ how: 'bus' }], { how: 'tram' }, { how: 'bus' })).toEqual([{ how: 'tram' }]);
    expect(kept([{ how: 'bus' }], { how: 'tram' }, {})).toEqual([{ how: 'bus' }, { how: 'tram' }]);
    expect(kept([{ how: 'bus' }], { how: null } as never, { how: 'foot' })).toEqual([{ how: 'bus' }, { how: null }]);
    expect(kept([{}], { how: 'tram' }, { how: 'bus' })).toEqual([{}, { how: 'tram' }]);
    expect(kept([{ constructor: 'a' }], { constructor: 'b' }, {})).toEqual([{ constructor: 'a' }, { constructor: 'b' }]);
  });

  it('that it did not change stay as they were changed elsewhere', () => {
    expect(kept([{ how: 'bus', why: 'Rain' }], { how: 'foot', why: 'Rain' }, { how: 'foot' })).toEqual([{ how: 'bus', why: 'Rain' }]);
  });

  it('stand beside those from elsewhere only in what both changed', () => {
    const all = kept([{ how: 'bus' }], { how: 'tram', why: 'Rain' }, {});
    expect(all).toEqual([{ how: 'bus', why: 'Rain' }, { how: 'tram', why: 'Rain' }]);
    expect(kept(all, { how: 'tram', why: 'Rain' }, {})).toEqual(all);
    expect(kept(all, { when: 'Now' }, {})).toEqual(all.map((answers) => ({ ...answers, when: 'Now' })));
    expect(kept(all, { how: 'foot' }, {})).toEqual([...all, { how: 'foot', why: 'Rain' }]);
  });

  it('are never lost, whatever pages were open and in whatever order they are sent', () => {
    const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(answers, fc.array(answers, { maxLength: 5 }), (begun, pages) => {
        const pagesSent = pages.map((page) => ({ ...begun, ...page }));
        const all = pagesSent.reduce((now, page) => kept(now, page, begun), [begun] as readonly Answers[]);
        for (const page of pagesSent)
          for (const [id, answer] of Object.entries(page))
            if (answer !== begun[id]) expect(all.some((one) => one[id] === answer)).toBe(true);
      }),
    );
  });
});
