import { describe, expect, it } from '@jest/globals';
import { NotCompared } from '@isegoria/audit-kit';
import fc from 'fast-check';
import type { ActivityDrafted } from '../../../activity/activity.contract';
import { ActivityRecount } from '../../../results/results.recount';
import type { CountedEvent } from '../../method/method.recount';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';
import { QuotaFold } from './quota-fold';
import { QuotaBook } from './quotas.recount';

const options = ['bus', 'tram', 'car'].map((id) => ({ id, text: id }));
const asks = (id: string, quotas: { option: string; most: number }[]) => ({
  ...{ id, kind: 'single', text: id, isRequired: true, options },
  ...(quotas.length > 0 && { quotas }),
});
const most = { 'how:bus': 2, 'how:tram': 1, 'why:car': 2 };
const questionnaire = {
  sections: [
    {
      questions: [
        asks('how', [
          { option: 'bus', most: 2 },
          { option: 'tram', most: 1 },
        ]),
        asks('why', [{ option: 'car', most: 2 }]),
      ],
    },
  ],
} as unknown as Questionnaire;

const who = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const choices = fc
  .record({ how: fc.constantFrom('bus', 'tram', 'car'), why: fc.constantFrom('bus', 'car') })
  .map(({ how, why }) => ['#', 'how', `how:${how}`, 'why', `why:${why}`]);
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ is: fc.constant('response' as const), who, choices, counts: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('leftOut' as const, 'putBack' as const, 'raised' as const), who }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** What the read model finds and what auditors find, side by side. */
function judged(places: Readonly<Record<string, number>>, of: Questionnaire) {
  const fold = new QuotaFold(new Map(Object.entries(places)), new Map(), new Map());
  const book = new QuotaBook(of);
  const raised = new Set<string>();
  return {
    fold,
    /** Whether whoever it is about is beyond from now on, as the read model says. */
    take(one: Happening): boolean {
      if (one.is === 'response') {
        book.respond(one.who, one.choices, !one.counts && !raised.has(one.who));
        return fold.respond(one.who, one.choices, one.counts);
      }
      if (one.is === 'raised') {
        // As with people of whom nothing stands yet, for whom a raise does nothing.
        if (fold.standing.has(one.who)) raised.add(one.who);
        book.lift(one.who);
        return fold.raise(one.who);
      }
      book.judge(one.who, one.is === 'leftOut');
      if (one.is === 'putBack') return fold.putBack(one.who);
      fold.leaveOut(one.who);
      return false;
    },
    /** Who is counted with an answer. */
    countedIn: (cell: string) =>
      [...fold.standing.values()].filter((one) => !one.beyond && !one.leftOut && !one.below && one.cells.includes(cell)).length,
    agree: () => [...fold.standing].every(([name, { beyond }]) => book.isBeyond(name) === beyond),
  };
}

describe('quotas', () => {
  it('are never exceeded, and auditors find the same, whoever responds, changes, is left out, put back or raised to the level', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (all) => {
        const { fold, take, countedIn, agree } = judged(most, questionnaire);
        for (const one of all) {
          const before = fold.standing.get(one.who)?.beyond ?? false;
          const isBeyond = take(one);
          for (const [cell, places] of Object.entries(most)) {
            expect(countedIn(cell)).toBeLessThanOrEqual(places);
            expect(fold.taken.get(cell) ?? 0).toBe(countedIn(cell));
          }
          // Nobody is sent away while there is room.
          const { cells } = fold.standing.get(one.who) ?? { cells: [] };
          if (isBeyond && (one.is === 'response' || !before))
            expect(cells.some((cell) => countedIn(cell) === most[cell as keyof typeof most])).toBe(true);
          expect(agree()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are filled by as many as there are, where each responds once: no account below the level takes a place before it is raised', () => {
    const tram = fc.record({ counts: fc.boolean(), isRaised: fc.boolean() });
    fc.assert(
      fc.property(fc.array(tram, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), (people, later) => {
        const { take, countedIn, agree } = judged({ 'how:bus': 2 }, {
          sections: [{ questions: [asks('how', [{ option: 'bus', most: 2 }])] }],
        } as unknown as Questionnaire);
        const waiting: string[] = [];
        people.forEach(({ counts, isRaised }, at) => {
          take({ is: 'response', who: `${at}` as 'a', choices: ['#', 'how', 'how:bus'], counts });
          if (!counts && isRaised) waiting.push(`${at}`);
          while (waiting.length > 0 && later.next().value) take({ is: 'raised', who: waiting.shift() as 'a' });
        });
        for (const who of waiting) take({ is: 'raised', who: who as 'a' });
        expect(countedIn('how:bus')).toBe(Math.min(2, people.filter(({ counts, isRaised }) => counts || isRaised).length));
        expect(agree()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('give a place back with a change or while somebody is left out, and whoever was beyond has it once they send again', () => {
    const fold = new QuotaFold(new Map([['how:tram', 1]]), new Map(), new Map());
    const respond = (who: string, choice: string, counts = true) => fold.respond(who, [choice], counts);
    const [tram, bus] = ['how:tram', 'how:bus'];
    expect([respond('first', tram), respond('second', tram), respond('first', tram)]).toEqual([false, true, false]);
    expect(respond('first', bus)).toBe(false);
    expect(fold.standing.get('second')!.beyond).toBe(true);
    expect(respond('second', tram)).toBe(false);
    fold.leaveOut('second');
    expect(respond('third', tram)).toBe(false);
    expect(fold.putBack('second')).toBe(true);
    expect(respond('third', tram, false)).toBe(false);
    expect(respond('second', tram)).toBe(false);
    expect([fold.raise('third'), fold.raise('second')]).toEqual([true, false]);
    expect([respond('second', bus), respond('third', tram, false)]).toEqual([false, false]);
    expect(fold.taken.get(tram)).toBe(1);
  });

  it('are not judged by whoever may not read answers, who says so, and counts how many responses came each way all the same', () => {
    const ride = { activityId: 'ride', method: 'survey', settings: { questionnaire, quotaPlaces: 'standing' } } as ActivityDrafted['data'];
    const recount = new ActivityRecount(ride, 'email');
    const take = (type: string, data: object) => {
      const [metadata, recordedAt] = [{ at: '2026-03-01T00:00:00.000Z' }, '2026-03-01T00:00:00.000Z'];
      recount.take({ type, data: { activityId: 'ride', ...data }, metadata, recordedAt, position: 0 } as unknown as CountedEvent, false);
    };
    for (let n = 0; n < 12; n++) {
      take('ResponseSubmitted', { voter: `voter ${n}`, answers: `answers ${n}`, assurance: 'email' });
      take('PaperFormConfirmed', { form: `form ${n}`, voter: `writer ${n}`, answers: `form ${n}` });
    }
    const unread = (what: RegExp) => expect.objectContaining({ constructor: NotCompared, why: expect.stringMatching(what) });
    const beyondQuota = unread(/^who is beyond a quota.*--token/);
    const answers = unread(/^what people answered.*--token/);
    const paper = { channel: 'paper', responses: 12, answers, beyondQuota };
    expect(recount.results(true)).toMatchObject({ answers, answersState: answers, beyondQuota, channels: [paper] });
  });
});
