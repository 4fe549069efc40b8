import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnLots, lotsOf } from '../../choices/options/lots';
import { countedRankings } from '../results/counted-rankings.read-model';
import { countings } from '../ranked-vote.contract';
import { pairsRecounted } from './pairs.recount';
import { runoffRecounted } from './runoff.recount';

const ids = ['1', '2', '3', '4', '5'];
const activityId = 'a0000000-0000-4000-8000-000000000001';
const lots = drawnLots(activityId, ids);
const rankings = fc.array(
  fc.record({ options: fc.shuffledSubarray(ids, { minLength: 1 }), ballots: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 12 },
);

describe('a ranked vote', () => {
  it.each(countings)('comes out as the recount says, working and all, whatever people rank: %s', (counting) => {
    const settings = { counting, options: ids.map((id) => ({ id, text: id })) };
    const recounted = counting === 'schulze' ? pairsRecounted : runoffRecounted;
    fc.assert(
      fc.property(rankings, (cast) => {
        const same = cast.map(({ options, ballots }) => ({ ranking: options, people: ballots }));
        expect(countedRankings(cast, activityId, settings)).toMatchObject(recounted(same, ids, lots));
      }),
    );
  });

  it('has its lots in an order that anybody can work out, from a seed that nobody knew while it was drafted', () => {
    expect(lots).toEqual(drawnLots(activityId, [...ids].reverse()));
    const seeds = ['9f86d081884c7d659a2feaa0c55ad015', '60303ae22b998861bce3b28f33eec1be'];
    const [one, other] = seeds.map((seed) => drawnLots(lotsOf(activityId, seed), ids).join());
    expect(new Set([lots.join(), one, other]).size).toBe(3);
  });
});
