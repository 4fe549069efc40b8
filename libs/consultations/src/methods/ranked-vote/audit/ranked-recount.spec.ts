import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnLots } from '../../choices/options/lots';
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

  it('has its lots from the ids alone, in an order that anybody can work out', () => {
    expect(lots).toEqual(drawnLots(activityId, [...ids].reverse()));
    expect(lots).not.toEqual(drawnLots(activityId.replace('1', '2'), ids));
  });
});
