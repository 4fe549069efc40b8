import { describe, expect, it } from '@jest/globals';
import type { ConsultationView, StatementView } from '@isegoria/contracts';
import { listsStatements } from '@isegoria/consultations/recount';
import { checkChoices } from './choices';
import { visibleLines } from './reading/visible-text';

const consultation = {
  phases: [{ id: 'f', status: 'open' }],
  activities: [
    { id: 'p', phaseId: 'f', settings: { options: [{ text: 'Monday' }, { text: 'Thursday' }] } },
    { id: 'd', phaseId: 'f', settings: {} },
  ],
} as unknown as ConsultationView;
const items = ['A pool, please.', null, 'No pool.'].map((text) => ({ activityId: 'd', text })) as unknown as StatementView[];

const honest = `<main><ul><li>Monday</li><li>Thursday</li></ul><p>No pool.</p>
  <details><summary>All 3</summary><ul><li><p>A pool, please.</p><p>Blue Heron</p></li><li><p>This text was erased.</p></li>
  <li><p>No pool.</p><p>Grey Owl</p></li></ul></details></main>`;
const check = (html: string) =>
  checkChoices({ path: '/c', language: 'en', lines: visibleLines(html, new Set()) }, consultation, [{ isFirst: true, items }]);

describe('what people choose among on the page of a consultation', () => {
  it('is no list of what people wrote to a draft law, which stands at its paragraphs', () => {
    const settings = { moderation: 'before' } as const;
    const listed = (['deliberation', 'document', 'poll'] as const).map((method) => listsStatements({ method, settings }));
    expect(listed).toEqual([true, false, false]);
  });

  it('is what the log has', () => {
    expect(() => check(honest)).not.toThrow();
  });

  it.each([
    ['an option missing', '<li>Thursday</li>', ''],
    ['an option under another name', '<li>Monday</li>', '<li>No evening at all</li>'],
    ['an option that there is not', '<li>Thursday</li>', '<li>Thursday</li><li>Never</li>'],
    ['the options folded away', '<main><ul><li>Monday</li>', '<main><details><summary>More</summary><ul><li>Monday</li>'],
    ['a statement turned into its opposite', '<p>A pool, please.</p>', '<p>A pool, never.</p>'],
    ['a statement missing', '<li><p>A pool, please.</p><p>Blue Heron</p></li>', ''],
    ['a statement added', '<li><p>No pool.</p>', '<li><p>A wall.</p></li><li><p>No pool.</p>'],
    ['another statement to vote on', '</ul><p>No pool.</p>', '</ul><p>No pool at all.</p>'],
  ])('is found with %s', (_, was, is) => {
    expect(honest).toContain(was);
    expect(() => check(honest.replace(was, is))).toThrow('The page /c');
  });
});
