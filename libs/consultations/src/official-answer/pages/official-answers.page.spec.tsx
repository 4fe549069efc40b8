import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import type { ReadConsultation } from '../../translation/reading/translated.page';
import type { OfficialAnswerView } from '../official-answer.contract';
import { OfficialAnswersPage } from './official-answers.page';

const activity = { id: 'a', method: 'poll', title: 'The air' };
const said = new Map([
  ['Clean air', 'Air pur'],
  ['The air', 'L’air'],
  ['It is **cleaner**.', 'Il est **plus pur**.'],
  ['It was clean.', 'Il était pur.'],
]);
const consultation = {
  ...{ id: 'c', title: 'Clean air', language: 'en', themes: 0, activities: [activity] },
  translated: { language: 'fr', texts: said },
} as unknown as ReadConsultation;
const correctedAt = '2026-03-02T12:00:00.000Z';
const earlier = { stance: 'noted', text: 'It was clean.', theme: null, documents: [], textVersion: null, note: 'Measured.', correctedAt };
const answer = {
  ...{ activityId: 'a', about: 'activity', aboutId: 'a', named: null, textVersion: null },
  ...{ stance: 'partly', text: 'It is **cleaner**.', documents: [] },
  ...{ answeredAt: '2026-03-01T12:00:00.000Z', group: null, earlier: [earlier], corrections: 1, version: 1 },
} as OfficialAnswerView;

describe('the page of official answers', () => {
  it('shows them as the office translated them, with what is answered and how it stood before', () => {
    const props = { consultation, answers: { items: [answer], next: null, count: 1 }, words: new Map(), mayAnswer: false, mayPlan: false };
    const html = renderFragment({ texts: textsIn('fr') }, <OfficialAnswersPage {...props} />);
    for (const words of ['L’air', 'Il est <strong>plus pur</strong>.', 'Il était pur.']) expect(html).toContain(words);
    for (const words of ['The air', 'cleaner', 'It was clean']) expect(html).not.toContain(words);
  });
});
