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
  { weight: 4, arbitrary: fc.record({ is: fc.constant('response' as const), who, choices }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constantFrom('leftOut' as const, 'putBack' as const), who }) },
);

describe('quotas', () => {
  it('are never exceeded, and auditors find the same, whoever responds, changes, is left out or put back', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (all) => {
        const fold = new QuotaFold(new Map(Object.entries(most)), new Map(), new Map());
        const book = new QuotaBook(questionnaire);
        for (const one of all) {
          if (one.is === 'response') {
            fold.respond(one.who, one.choices);
            book.respond(one.who, one.choices);
          } else {
            if (one.is === 'leftOut') fold.leaveOut(one.who);
            else fold.putBack(one.who);
            book.judge(one.who, one.is === 'leftOut');
          }
          const counted = [...fold.standing].filter(([, { beyond, leftOut }]) => !beyond && !leftOut);
          for (const [cell, places] of Object.entries(most)) {
            const taken = counted.filter(([, { cells }]) => cells.includes(cell)).length;
            expect(taken).toBeLessThanOrEqual(places);
            expect(fold.taken.get(cell) ?? 0).toBe(taken);
          }
          for (const [name, { beyond }] of fold.standing) expect(book.isBeyond(name)).toBe(beyond);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give a place back with a change or while somebody is left out, and whoever was beyond has it once they send again', () => {
    const fold = new QuotaFold(new Map([['how:tram', 1]]), new Map(), new Map());
    const [tram, bus] = [['how:tram'], ['how:bus']];
    expect([fold.respond('first', tram), fold.respond('second', tram), fold.respond('first', tram)]).toEqual([false, true, false]);
    expect(fold.respond('first', bus)).toBe(false);
    expect(fold.standing.get('second')!.beyond).toBe(true);
    expect(fold.respond('second', tram)).toBe(false);
    fold.leaveOut('second');
    expect(fold.respond('third', tram)).toBe(false);
    expect(fold.putBack('second')).toBe(true);
  });

  it('are not judged by whoever may not read answers, who says so, and counts how many responses came each way all the same', () => {
    const ride = { activityId: 'ride', method: 'survey', settings: { questionnaire } } as ActivityDrafted['data'];
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
