import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssuranceLevel } from '@isegoria/kernel';
import { aDeliberation, aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { ballotList } from '../ballot-exclusion/ballot-list.read-model';
import { consultationById } from '../consultation/view/consultation-views.read-model';
import { readContributions } from '../export/contributions/contributions.read-model';
import { opinionMap, refreshOpinionMap } from '../methods/deliberation/opinion-map/opinion-map.read-model';
import { consultationResults } from '../results/results.read-model';

describe('the votes of people who confirmed who they are after voting', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  /** A deliberation with a statement in the first phase, and a poll in the second. */
  async function running() {
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[aDeliberation('after')], [aPoll]]);
    const [talk, poll] = activityIds as [string, string];
    const statementId = randomUUID();
    const of = <Data extends object>(activityId: string, data: Data) => ({ consultationId, activityId, ...data });
    const said = { statementId, author: null, assurance: null, text: { plain: 'Words' }, externalId: null };
    await stage.record(`statement-${statementId}`, { type: 'StatementSubmitted', data: of(talk, said) });
    const dates = { opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2036-01-01T00:00:00.000Z' };
    const phases = phaseIds.map((phaseId) => ({ phaseId, ...dates }));
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationPublished', data: { consultationId, phases, by } });
    const results = async () => {
      await stage.projected();
      const { activities } = (await consultationResults(stage.dataSource, stage.keys, consultationId))!;
      return { talk: activities[0]!, poll: activities[1]! };
    };
    return {
      talk,
      poll,
      results,
      async vote(voter: string, choice: 'agree' | 'disagree', assurance: AssuranceLevel = 'anonymous') {
        const event = { type: 'StatementVoteCast', data: of(talk, { statementId, voter, choice, assurance }) } as const;
        await stage.record(ballotStream(event), event);
      },
      async ballot(voter: string, options: string[], assurance: AssuranceLevel = 'anonymous') {
        const event = { type: 'PollBallotCast', data: of(poll, { voter, options, assurance }) } as const;
        await stage.record(ballotStream(event), event);
      },
      async judge(type: 'BallotExcluded' | 'BallotReinstated', voter: string) {
        const event = { type, data: of(talk, { voter, by, reason: 'A program' }) } as const;
        await stage.record(ballotStream(event), event);
      },
      raise: (...voters: string[]) =>
        stage.record(`consultation-${consultationId}`, { type: 'AssuranceRaised', data: { consultationId, level: 'email', voters } }),
      close: (phase: number) =>
        stage.record(`consultation-${consultationId}`, { type: 'PhaseClosed', data: { consultationId, phaseId: phaseIds[phase]! } }),
      async participants() {
        await stage.projected();
        return (await consultationById(stage.dataSource, consultationId, { now: new Date('2026-05-01') }))!.participantsByAssurance;
      },
      async exported(activityId: string): Promise<(string | null)[]> {
        await stage.projected();
        const levels: (string | null)[] = [];
        await readContributions(
          stage.dataSource,
          stage.keys,
          { consultationId, activityId, contents: 'votes', forModerator: true },
          async ({ columns, rows }) => {
            for await (const row of rows) levels.push(row[columns.indexOf('assurance')] ?? null);
          },
        );
        return levels;
      },
    };
  }

  it.each(['as they come', 'in one batch'])('count at the level that they confirmed, in every figure, %s', async (how) => {
    const here = await running();
    const [anna, ben, cem] = [pseudonym(), pseudonym(), pseudonym()];
    await stage.projected();
    if (how === 'in one batch') await stage.pause();
    for (const voter of [anna, ben]) await here.vote(voter, 'agree');
    await here.vote(anna, 'disagree');
    await here.vote(cem, 'agree', 'email');
    await here.ballot(anna, ['a', 'b']);
    if (how === 'in one batch') stage.resume();
    else {
      const { talk, poll } = await here.results();
      expect(talk).toMatchObject({ participants: 1, votesCast: 1, statements: [{ agrees: 1, disagrees: 0 }] });
      expect(poll).toMatchObject({ participants: 0, options: [{ votes: 0 }, { votes: 0 }] });
    }
    if (how === 'in one batch') await stage.pause();
    await here.raise(anna);
    await here.vote(ben, 'disagree');
    if (how === 'in one batch') stage.resume();
    const { talk, poll } = await here.results();
    expect(talk).toMatchObject({
      participants: 2,
      participantsByAssurance: { anonymous: 1, email: 2 },
      votesCast: 3,
      votesCastByAssurance: { anonymous: 2, email: 3 },
      participation: [{ newParticipants: 2, participants: 2 }],
      statements: [{ agrees: 1, disagrees: 1, byAssurance: { anonymous: { agrees: 0, disagrees: 1 } } }],
    });
    expect(poll).toMatchObject({ participants: 1, votesCast: 1, options: [{ votes: 1 }, { votes: 1 }] });
    expect(await here.participants()).toMatchObject({ anonymous: 1, email: 2 });
    expect((await here.exported(here.talk)).sort()).toEqual(['anonymous', 'email', 'email']);
    const { items } = await ballotList(stage.dataSource, here.talk);
    expect(items.find(({ voter }) => voter === anna)).toMatchObject({ assurance: 'email' });
    await refreshOpinionMap(stage.dataSource, here.talk);
    expect(await opinionMap(stage.dataSource, here.talk)).toMatchObject({ participants: 2 });
    const before = [await here.results(), await here.participants()];
    await stage.rebuild();
    const [results, participants] = [await here.results(), await here.participants()];
    expect([results, participants]).toEqual(before);
  });

  it('count there from then on, also when cast once more from an old session', async () => {
    const here = await running();
    const anna = pseudonym();
    await here.vote(anna, 'agree');
    await here.raise(anna);
    await here.vote(anna, 'disagree');
    expect((await here.results()).talk).toMatchObject({ participants: 1, votesCast: 2, statements: [{ agrees: 0, disagrees: 1 }] });
  });

  it('stay as they are in a phase that the log has closed', async () => {
    const here = await running();
    const anna = pseudonym();
    await here.vote(anna, 'agree');
    await here.ballot(anna, ['a']);
    await here.close(0);
    await here.raise(anna);
    const { talk, poll } = await here.results();
    expect(talk).toMatchObject({ participants: 0, votesCast: 0, statements: [{ agrees: 0 }] });
    expect(poll).toMatchObject({ participants: 1, votesCast: 1, options: [{ votes: 1 }, { votes: 0 }] });
    expect(await here.participants()).toMatchObject({ anonymous: 0, email: 1 });
    await here.close(1);
    await here.raise(pseudonym(), anna);
    expect(await here.results()).toEqual({ talk, poll: { ...poll, closed: true } });
  });

  it('count nowhere while they are left out, and at that level once they are put back', async () => {
    const here = await running();
    const [anna, ben] = [pseudonym(), pseudonym()];
    for (const voter of [anna, ben]) await here.vote(voter, 'agree');
    await here.judge('BallotExcluded', anna);
    await here.raise(...[anna, ben].sort());
    const out = (await here.results()).talk;
    expect(out).toMatchObject({
      participants: 1,
      excludedBallots: 1,
      statements: [{ agrees: 1, byAssurance: { anonymous: { agrees: 0 } } }],
    });
    await here.judge('BallotReinstated', anna);
    const back = (await here.results()).talk;
    expect(back).toMatchObject({ participants: 2, participantsByAssurance: { anonymous: 0, email: 2 }, statements: [{ agrees: 2 }] });
    expect(await here.participants()).toMatchObject({ anonymous: 0, email: 2 });
  });
});
