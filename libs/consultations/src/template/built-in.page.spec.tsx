import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validated } from '@isegoria/kernel';
import { sentForm } from '@isegoria/portal-kit';
import { languages, textsIn } from '@isegoria/texts';
import '../portal';
import { wordsSaid } from '../consultation/draft/draft-office.portal';
import { checkedByMethods } from '../consultation/draft/form/draft-fields.page';
import type { DraftPhase } from '../phase/phase.contract';
import { datesInOrder } from '../phase/dates/dates-in-order';
import { fieldsOfDraft } from './pages/begun-from.portal';
import { builtIn } from './pages/built-in.page';
import { datesFrom, isMoved, termsOf } from './pages/dates-office.page';
import { templateAsFields, templateSaid } from './pages/template-fields.page';
import { termsInOrder } from './terms-in-order';
import { SaveTemplate, TemplateDraft } from './template.contract';

/** Through JSON, as the API takes it, without what is empty. */
const asSent = (value: object) => JSON.parse(JSON.stringify(value)) as object;
const typedAgain = (draft: TemplateDraft) => {
  const { documents: _none, ...words } = wordsSaid(sentForm({ key: 'k', documents: [], ...fieldsOfDraft(draft) }));
  return words;
};

describe('a template', () => {
  it.each(languages)('of every office is a draft that the API takes, and has dates in order: %s', (language) => {
    for (const { name, note, dates, draft, phases } of builtIn(textsIn(language, 'Europe/Brussels'))) {
      const words = { ...asSent(typedAgain(draft)), language };
      expect(validated(SaveTemplate, { unit: 'root', name, note, dates, draft: words } as object)).toMatchObject({ name });
      checkedByMethods((words as TemplateDraft).phases);
      expect(dates).toHaveLength(phases);
      for (const opening of ['2026-08-31T06:00:00Z', '2026-10-24T23:30:00Z', '2027-01-31T23:00:00Z'])
        datesInOrder(phases, datesFrom(opening, dates!, 'Europe/Brussels'), new Date('2026-08-01T00:00:00Z'));
    }
  });

  it('of any method is typed into the form of a draft as it was, and comes out of it alike', () => {
    const question = { id: 'why', kind: 'long-text' as const, text: 'Why?', isRequired: false };
    const phases: DraftPhase[] = [
      {
        title: 'First',
        activities: [
          { method: 'poll', title: 'Which?', options: ['<b>A</b>', 'B'], multiple: true, resultsHidden: true },
          { method: 'ranked-vote', options: ['A', 'B'], counting: 'schulze' },
          { method: 'score-vote', options: ['A', 'B'], scoring: 'mean', highestScore: 10 },
        ],
      },
      {
        title: 'Second',
        activities: [
          { method: 'motion', majority: 'two-thirds', quorum: 500 },
          { method: 'document', document: '# One\n\nTwo', moderation: 'after' },
          { method: 'deliberation', statements: ['We agree.', 'We do not.'], moderation: 'after' },
          { method: 'survey', questionnaire: { sections: [{ questions: [question] }] } },
        ],
      },
    ];
    const words = { title: 'T', description: 'D', contact: 'C' };
    const draft: TemplateDraft = { ...words, language: 'fr', phases, answerWithinDays: 90, categories: [] };
    expect(asSent(typedAgain(draft))).toMatchObject(asSent(draft));
  });

  it('says its dates in months and days, or nothing of dates', () => {
    const dates = [{ opensAfter: { months: 0, days: 0 }, closesAfter: { months: 6, days: 14 } }];
    const fields = (typed: object) => sentForm({ key: 'k', phaseCount: '1', note: ' ', ...typed });
    expect(templateSaid(fields(templateAsFields({ name: 'N', note: null, dates })))).toEqual({ name: 'N', dates });
    const blank = { 'dates[0].opensAfter.months': '', 'dates[0].opensAfter.days': '', 'dates[0].closesAfter.months': '' };
    expect(templateSaid(fields({ name: 'N', ...blank, 'dates[0].closesAfter.days': ' ' }))).toEqual({ name: 'N' });
    expect(templateSaid(fields({ name: 'N', ...blank, 'dates[0].closesAfter.days': 'two' })).dates).toMatchObject([
      { closesAfter: { months: 0, days: 'two' } },
    ]);
  });

  const term = (months: number, days: number) => ({ months, days });

  it('made of phases that share a day gives dates on which they can be published', () => {
    const dates = [
      { opensAt: '2026-11-28T16:03:00Z', closesAt: '2027-10-31T00:30:00Z' },
      { opensAt: '2027-10-31T01:30:00Z', closesAt: '2027-10-31T20:00:00Z' },
    ];
    const terms = termsOf(dates, 'Europe/Brussels');
    expect(terms).toEqual([
      { opensAfter: term(0, 0), closesAfter: term(11, 3) },
      { opensAfter: term(11, 4), closesAfter: term(11, 4) },
    ]);
    expect(datesFrom('2027-01-10T09:00:00Z', terms, 'Europe/Brussels')[1]).toMatchObject({ opensAt: '2027-12-14T09:00:00Z' });
  });

  it('made of any schedule that can be published gives, from any opening, another one that can be', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('UTC', 'Europe/Brussels', 'America/St_Johns', 'America/Santiago', 'Pacific/Apia', 'Asia/Kathmandu');
    const hour = 3_600_000;
    const lengths = fc.array(fc.tuple(fc.nat(24 * 40), fc.integer({ min: 1, max: 24 * 70 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(moment, moment, lengths, zones, (opening, again, phases, zone) => {
        let at = opening.getTime();
        const next = (hours: number) => new Date((at += hours * hour)).toISOString();
        const dates = phases.map(([gap, length], index) => ({ opensAt: next(index === 0 ? 0 : gap), closesAt: next(length) }));
        datesInOrder(dates.length, dates, opening);
        const terms = termsOf(dates, zone);
        termsInOrder(terms);
        datesInOrder(dates.length, datesFrom(again.toISOString(), terms, zone), again);
        expect(isMoved(opening.toISOString(), terms, zone)).toBe(false);
      }),
    );
  });

  it('whose months differ in length has a phase moved to the day after the one before it, and says so', () => {
    const terms = [
      { opensAfter: term(0, 0), closesAfter: term(0, 30) },
      { opensAfter: term(1, 0), closesAfter: term(1, 0) },
    ];
    const moved = datesFrom('2027-02-15T09:00:00Z', terms, 'UTC');
    expect(moved[1]).toEqual({ opensAt: '2027-03-18T09:00:00Z', closesAt: '2027-03-19T00:00:00Z' });
    expect([isMoved('2027-02-15T09:00:00Z', terms, 'UTC'), isMoved('2027-01-15T09:00:00Z', terms, 'UTC')]).toEqual([true, false]);
  });

  it.each([
    ['of phases on one day', [term(11, 3), term(11, 3), term(12, 0)], 'dates[1].opensAfter.days'],
    ['of months that are too long apart', [term(1, 40), term(2, 8), term(3, 0)], 'dates[1].opensAfter.days'],
    ['of a phase that closes before it opens', [term(1, 0), term(2, 0), term(1, 27)], 'dates[1].closesAfter.days'],
  ])('is refused with terms that are in order from no day: %s', (_, [firstCloses, opens, closes], field) => {
    const terms = [
      { opensAfter: term(0, 0), closesAfter: firstCloses! },
      { opensAfter: opens!, closesAfter: closes! },
    ];
    const details = expect.objectContaining({ field }) as object;
    const refusal: unknown = expect.objectContaining({ code: 'DATES_IN_WRONG_ORDER', details });
    expect(() => termsInOrder(terms)).toThrow(refusal as Error);
  });
});
