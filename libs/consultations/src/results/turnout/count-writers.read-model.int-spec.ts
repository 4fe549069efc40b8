import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssuranceLevel } from '@isegoria/kernel';
import { aDeliberation, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { consultationById } from '../../consultation/view/consultation-views.read-model';
import { atEachLevel } from '../assurance/by-assurance.contract';
import { consultationResults } from '../results.read-model';

describe('the people who write', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  async function running() {
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[aDeliberation('before')], [aDeliberation('before')]]);
    const of = <Data extends object>(activity: number, data: Data) => ({ consultationId, activityId: activityIds[activity]!, ...data });
    return {
      async writes(author: string | null, assurance: AssuranceLevel | null = 'email', activity = 0) {
        const statementId = randomUUID();
        const text = { plain: 'Words' };
        const data = of(activity, { statementId, author, assurance, text, externalId: null });
        await stage.record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
        return of(activity, { statementId, by: randomUUID(), reason: 'Rude' });
      },
      async votes(voter: string, statementId = randomUUID()) {
        const vote = { statementId, voter, choice: 'agree', assurance: 'email' } as const;
        const event = { type: 'StatementVoteCast', data: of(0, vote) } as const;
        await stage.record(ballotStream(event), event);
      },
      async judge(type: 'BallotExcluded' | 'BallotReinstated', voter: string) {
        const event = { type, data: of(0, { voter, by: randomUUID(), reason: 'A program' }) } as const;
        await stage.record(ballotStream(event), event);
      },
      raise: (...voters: string[]) =>
        stage.record(`consultation-${consultationId}`, { type: 'AssuranceRaised', data: { consultationId, level: 'email', voters } }),
      close: () =>
        stage.record(`consultation-${consultationId}`, { type: 'PhaseClosed', data: { consultationId, phaseId: phaseIds[0]! } }),
      async people() {
        await stage.projected();
        const { participants, participantsByAssurance } = (await consultationById(stage.dataSource, consultationId, { now: new Date() }))!;
        expect(participantsByAssurance).toEqual(atEachLevel(0, { ...participantsByAssurance, email: participants }));
        return { participants, unconfirmed: participantsByAssurance.anonymous };
      },
      async voters() {
        await stage.projected();
        return (await consultationResults(stage.dataSource, stage.keys, consultationId))!.activities[0]!.participants;
      },
    };
  }

  it('take part, each once with or without votes, whatever becomes of their words; the office does not', async () => {
    const here = await running();
    const [anna, ben] = [pseudonym(), pseudonym()];
    await here.writes(null, null);
    expect(await here.people()).toEqual({ participants: 0, unconfirmed: 0 });
    const rude = await here.writes(anna);
    await here.writes(anna);
    await here.writes(anna, 'email', 1);
    await here.writes(ben);
    await stage.record(`statement-${rude.statementId}`, { type: 'StatementRejected', data: rude });
    expect(await here.people()).toEqual({ participants: 2, unconfirmed: 0 });
    await here.votes(ben, rude.statementId);
    expect(await here.people()).toEqual({ participants: 2, unconfirmed: 0 });
    // Of one activity, results tell who voted.
    expect(await here.voters()).toBe(1);
  });

  it('count at the highest level of what they wrote, and at one that they confirmed since', async () => {
    const here = await running();
    const [anna, ben, cem] = [pseudonym(), pseudonym(), pseudonym()];
    for (const level of ['anonymous', 'email', 'anonymous'] as const) await here.writes(anna, level);
    for (const author of [ben, cem]) await here.writes(author, 'anonymous');
    expect(await here.people()).toEqual({ participants: 1, unconfirmed: 2 });
    await here.raise(ben);
    await here.writes(ben, 'anonymous');
    expect(await here.people()).toEqual({ participants: 2, unconfirmed: 1 });
  });

  it('are left out with their ballot in the activity, and put back with it', async () => {
    const here = await running();
    const [anna, ben] = [pseudonym(), pseudonym()];
    for (const author of [anna, ben]) await here.writes(author);
    await here.votes(anna);
    await here.judge('BallotExcluded', anna);
    await here.writes(anna);
    expect(await here.people()).toEqual({ participants: 1, unconfirmed: 0 });
    await here.judge('BallotReinstated', anna);
    expect(await here.people()).toEqual({ participants: 2, unconfirmed: 0 });
  });

  it('do not take part by what came behind the closing', async () => {
    const here = await running();
    await here.close();
    await here.writes(pseudonym());
    expect(await here.people()).toEqual({ participants: 0, unconfirmed: 0 });
  });
});
