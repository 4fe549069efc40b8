import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ConsultationRecount } from '../../../consultation/audit/consultation.recount';
import type { CountedEvent } from '../../method/method.recount';
import type { MethodName, MethodSettings } from '../../methods.contract';
import { sampleIds } from '../../../streams.contract';

const { consultationId, activityId, phaseId, by } = sampleIds;
const texts = ['1', '2', '3', '4', '5', '6'];
const options = texts.map((id) => ({ id, text: id }));
const votes: readonly (readonly [MethodName, object])[] = [
  ['poll', { multiple: true, options, ties: 'lot' }],
  ['score-vote', { scoring: 'total', highestScore: 5, options }],
  ['ranked-vote', { counting: 'schulze', options }],
];
const ballots: Readonly<Record<string, object>> = {
  poll: { type: 'PollBallotCast', options: texts },
  'score-vote': { type: 'ScoresCast', scores: texts.map((option) => ({ option, score: 3 })) },
};

/** The rule as it is written down, apart from the program. */
function orderBy(drawnFrom: string): string[] {
  const lot = (id: string) => createHash('sha256').update(`${drawnFrom}:${id}`).digest('hex');
  return [...texts].sort((a, b) => lot(a).localeCompare(lot(b)));
}

function recounted(method: MethodName, settings: object, publication: object) {
  const recount = new ConsultationRecount(consultationId);
  const at = '2026-03-01T12:00:00.000Z';
  const take = (type: string, data: object) =>
    recount.take({
      ...{ type, data: { consultationId, ...data }, position: 1, recordedAt: at },
      metadata: { schema: 1, at, correlationId: 'test' },
    } as unknown as CountedEvent);
  take('ConsultationDrafted', { phases: [{ phaseId, title: null }], countsFrom: 'email' });
  take('ActivityDrafted', { activityId, phaseId, method, title: null, settings: settings as MethodSettings, by });
  take('ConsultationPublished', { phases: [], by, ...publication });
  const { type, ...ballot } = { ...ballots[method] } as { type?: string };
  if (type) take(type, { activityId, voter: 'anna', assurance: 'email', ...ballot });
  return recount.results().activities[0] as unknown as Record<'scores' | 'ranking', { lots: string[]; winner: string } | null> & {
    firstByLot: string | null;
    lots?: string[];
  };
}

describe('the lots of a vote', () => {
  it.each(votes)('are recounted from the seed of the publication: %s', (method, settings) => {
    for (const lotsSeed of ['9f86d081884c7d659a2feaa0c55ad015', '60303ae22b998861bce3b28f33eec1be', undefined]) {
      const order = orderBy(lotsSeed === undefined ? activityId : `${lotsSeed}:${activityId}`);
      const { firstByLot, lots, scores, ranking } = recounted(method, settings, lotsSeed === undefined ? {} : { lotsSeed });
      if (method === 'poll') expect(firstByLot).toBe(order[0]);
      expect((scores ?? ranking ?? { lots }).lots).toEqual(order);
      if (method === 'score-vote') expect(scores!.winner).toBe(order[0]);
    }
  });
});
