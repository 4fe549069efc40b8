import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import '../../../portal';
import { atEachLevel } from '../../../results/assurance/by-assurance.contract';
import { QuestionFigures } from './survey-results.page';
import type { QuestionResult } from './survey-results.contract';

const byAssurance = atEachLevel(0, { email: 33, anonymous: 12 });
const of = (question: Pick<QuestionResult, 'kind' | 'choices' | 'ends'>) =>
  renderFragment(
    { texts: textsIn('en') },
    <QuestionFigures
      question={{
        ...{ id: 'q', text: 'Where?', state: 'shown', answered: 33, answeredByAssurance: byAssurance, mean: null, tellsApart: false },
        ...question,
      }}
      {...{ place: 1, levels: ['anonymous', 'email'], countsFrom: 'email', least: 10 }}
    />,
  );

describe('the figures of a question', () => {
  it('are told level by level where they are known so, and not as nought where they are not, as of places', () => {
    const options = of({ kind: 'single', choices: [{ choice: 'a', text: 'By the lake', votes: 33, byAssurance }] });
    expect(options.match(/<th[^>]*>(Anonymous|E-mail[^<]*)/g)).toHaveLength(2);
    const places = of({ kind: 'place', choices: [{ choice: 'elsewhere', text: null, votes: 33, byAssurance: null }] });
    expect(places).toContain('Elsewhere');
    expect(places).not.toMatch(/<th[^>]*>(Anonymous|E-mail)/);
    expect(places).not.toMatch(/>0</);
  });

  it('say what the ends of a scale mean', () => {
    const choices = [{ choice: '1', text: '1', votes: 33, byAssurance }];
    const saying = (fromLabel: string | null, toLabel: string | null) =>
      of({ kind: 'scale', choices, ends: { from: 1, to: 5, fromLabel, toLabel } }).replace(/<[^>]*>/g, '');
    expect(saying('Very bad', 'Very good')).toContain('1: Very bad · 5: Very good');
    expect(saying('Very bad', null)).toMatch(/1: Very bad(?! ·)/);
    expect(saying(null, 'Very good')).toContain('5: Very good');
  });
});
