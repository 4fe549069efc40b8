import { describe, expect, it } from '@jest/globals';
import { WhatIsOwed } from '@isegoria/consultations/portal';
import type { ConsultationResults, ConsultationView } from '@isegoria/contracts';
import { renderFragment } from '@isegoria/portal-kit';
import { languages, textsIn } from '@isegoria/texts';
import { visibleLines } from '../reading/visible-text';
import { checkResultsPage } from '../results-page';
import { mustSayOwed, type Owed } from './owed';

const results = {
  ...{ consultationId: 'c', position: 2_024, computedAt: '2026-03-02T12:00:00.000Z', skippedEvents: [], comments: 4 },
  ...{ questions: { open: 1, answered: 2, withdrawn: 0 }, activities: [] },
} as unknown as ConsultationResults;

const none = { withinDays: 30, laterDate: null, answeredAt: null };
const answers = {
  'an answer that is not owed yet': { ...none, state: 'open', dueAt: '2026-12-28T22:30:00.000Z' },
  'an answer that is due': { ...none, state: 'due', dueAt: '2026-12-28T22:30:00.000Z' },
  'an answer that is due by a date that was changed': { ...none, state: 'due', dueAt: '2026-12-01T22:30:00.000Z' },
  'an answer that is overdue': { ...none, state: 'overdue', dueAt: '2026-12-28T22:30:00.000Z' },
  'an overdue answer that was promised anew': {
    ...{ ...none, state: 'overdue', dueAt: '2026-12-28T22:30:00.000Z', laterDate: '2027-01-28T22:30:00.000Z' },
  },
  'an answer that is due and was promised anew': {
    ...{ ...none, state: 'due', dueAt: '2026-12-28T22:30:00.000Z', laterDate: '2027-01-28T22:30:00.000Z' },
  },
  'an answer that came': { ...none, state: 'answered', dueAt: '2026-12-28T22:30:00.000Z', answeredAt: '2026-12-01T00:00:00.000Z' },
  'no answer': { ...none, state: 'none', withinDays: null, dueAt: null },
} as const satisfies Record<string, ConsultationView['answer']>;
const kinds = Object.keys(answers) as (keyof typeof answers)[];
const milestones = [0, 1, 2, 4];
const owedOf = (of: keyof typeof answers, milestonesOverdue = 0) => ({ answer: answers[of], milestonesOverdue });

/** Its time says in which zone the days of the page are. */
function shown(owed: Owed, language: string, more = '', zone = 'UTC'): string {
  const texts = textsIn(language, zone);
  const what = renderFragment({ texts }, <WhatIsOwed consultation={{ id: 'c', ...owed } as ConsultationView} />);
  const figures = [3, 4].map((figure) => `<div><dt>-</dt><dd>${texts.number(figure)}</dd></div>`).join('');
  const time = `<p><time>${texts.dateTime(results.computedAt)}</time></p>`;
  return `<html lang="${language}"><main>${what}<dl>${figures}</dl>${time}${more}</main></html>`;
}

const pageOf = (html: string, language = 'en') => ({ path: '/p', language, lines: visibleLines(html, new Set()) });

function judged(html: string, owed: Owed & { description?: string }, language = 'en'): string {
  try {
    checkResultsPage(pageOf(html, language), owed, results, []);
    return 'as it must be';
  } catch (error) {
    return (error as Error).message;
  }
}

const isFound = /does not say|and the log does not|which its figures do not make/;

describe('what a page says that an office owes', () => {
  const everywhere = kinds.flatMap((of) => languages.map((language) => [of, language] as const));

  it.each(everywhere)('is what the log says of %s, in %s', (of, language) => {
    for (const count of milestones) expect(judged(shown(owedOf(of, count), language), owedOf(of, count), language)).toBe('as it must be');
  });

  it.each(everywhere)('is found where it is another than that of %s, in %s', (of, language) => {
    for (const other of kinds) {
      const [html, honest] = [shown(owedOf(other), language), shown(owedOf(of), language)];
      if (html !== honest) expect([other, judged(html, owedOf(of), language)]).toEqual([other, expect.stringMatching(isFound)]);
    }
  });

  it.each(languages)('counts the milestones that are overdue, and no others, in %s', (language) => {
    for (const [count, other] of milestones.flatMap((one) => milestones.map((two) => [one, two] as const))) {
      if (count === other) continue;
      expect(judged(shown(owedOf('no answer', other), language), owedOf('no answer', count), language)).toMatch(isFound);
    }
  });

  it('is the day with which the time ends, where that ends at midnight', () => {
    const owed = { answer: { ...answers['an answer that is due'], dueAt: '2026-12-29T00:00:00.000Z' } };
    expect(shown(owed, 'en')).toContain('The ministry owes an answer by 28 December 2026.');
    expect(judged(shown(owed, 'en'), owed)).toBe('as it must be');
    expect(judged(shown(owed, 'en').replace('28 December', '29 December'), owed)).toMatch(isFound);
  });

  it('is found where the day is set apart as a time that stands elsewhere on the page', () => {
    const set = '<p>The ministry owes an answer by <time>2 March 2026</time>.</p>';
    for (const state of ['an answer that came', 'an answer that is due'] as const)
      expect(judged(shown(owedOf(state), 'en', set), owedOf(state))).toMatch(isFound);
  });

  it('does not count where it is folded away', () => {
    const owed = owedOf('an answer that is due');
    const html = shown(owed, 'en').replace('<main>', '<main><details><summary>More</summary>').replace('<dl>', '</details><dl>');
    expect(judged(html, owed)).toContain('does not say "The ministry owes an answer by 28 December 2026.');
  });

  it('may be said by somebody else, whose words these are', () => {
    const description = 'The ministry owes an answer by 1 May 2026.';
    const owed = owedOf('no answer', 0);
    expect(judged(shown(owed, 'en', `<p>${description}</p>`), { ...owed, description })).toBe('as it must be');
    expect(judged(shown(owed, 'en', `<p>${description}</p>`), owed)).toMatch(isFound);
  });

  it.each(['Europe/Brussels', 'Asia/Tokyo', 'America/New_York'])('is a day of the zone that the page tells times in: %s', (zone) => {
    const owed = owedOf('an overdue answer that was promised anew');
    for (const language of languages) {
      expect(judged(shown(owed, language, '', zone), owed, language)).toBe('as it must be');
      expect(judged(shown(owedOf('an answer that is due'), language, '', zone), owed, language)).toMatch(isFound);
    }
  });

  it('stands on the page of a consultation as well', () => {
    const owed = owedOf('an answer that is overdue', 2);
    expect(() => mustSayOwed(pageOf(shown(owed, 'en')), owed)).not.toThrow();
    expect(() => mustSayOwed(pageOf(shown(owedOf('an answer that is due', 2), 'en')), owed)).toThrow('overdue');
    expect(() => mustSayOwed(pageOf(shown(owedOf('an answer that is overdue'), 'en')), owed)).toThrow('2 milestones');
  });
});
