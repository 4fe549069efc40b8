import { describe, expect, it } from '@jest/globals';
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
import { datesFrom } from './pages/dates-office.page';
import { templateAsFields, templateSaid } from './pages/template-fields.page';
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
      { closesAfter: { months: 0, days: -1 } },
    ]);
  });
});
