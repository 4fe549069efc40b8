import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDeliberation, aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { consultationResults } from '../../../results/results.read-model';
import type { VoteChoice } from '../vote/statement-vote.contract';
import { opinionMapOf } from './opinion-map';
import { opinionMap, outdatedOpinionMaps, refreshOpinionMap } from './opinion-map.read-model';
import type { MapStatement, MapVote } from './plane/vote-matrix';

describe('the stored opinion map', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  interface Place {
    readonly consultationId: string;
    readonly activityId: string;
  }

  async function submitted(place: Place): Promise<string> {
    const statementId = randomUUID();
    const data = { statementId, ...place, author: null, assurance: null, text: { plain: 'x' }, externalId: null };
    await stage.record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
    return statementId;
  }

  /** A deliberation of two camps, with the very votes that its log holds. */
  async function deliberation() {
    const { consultationId, activityId } = await stage.drafted([[aDeliberation()]]);
    const place = { consultationId, activityId };
    const statementIds: string[] = [];
    for (let n = 0; n < 4; n++) statementIds.push(await submitted(place));
    const votes: MapVote[] = [];
    for (const letters of ['aadd', 'aadd', 'aadp', 'ddaa', 'ddaa', 'pdaa']) {
      const voter = pseudonym();
      for (const [n, letter] of [...letters].entries()) {
        const choice = ({ a: 'agree', d: 'disagree', p: 'pass' } as Record<string, VoteChoice>)[letter]!;
        const data = { ...place, statementId: statementIds[n]!, voter, choice, assurance: 'confirmed' } as const;
        await stage.record(ballotStream({ type: 'StatementVoteCast', data }), { type: 'StatementVoteCast', data });
        votes.push({ voter, statementId: statementIds[n]!, choice });
      }
    }
    await stage.projected();
    const statements: MapStatement[] = statementIds.map((id) => ({ id, status: 'pending' }));
    return { ...place, votes, statements };
  }

  it('equals, digit for digit, what anyone computes from the events', async () => {
    const { activityId, votes, statements } = await deliberation();
    await refreshOpinionMap(stage.dataSource, activityId);
    const stored = (await opinionMap(stage.dataSource, activityId))!;
    const { map, ...counts } = opinionMapOf(votes, statements);
    expect(JSON.stringify(stored.map)).toBe(JSON.stringify(map));
    expect(stored).toMatchObject({ activityId, ...counts });
    expect(stored.map!.groups).toHaveLength(2);
    expect(stored.position).toBeGreaterThanOrEqual(await stage.projected());
  });

  it('takes a vote that was changed in the place of the first, and counts who has too few', async () => {
    const { consultationId, activityId, votes, statements } = await deliberation();
    const place = { consultationId, activityId, assurance: 'confirmed' } as const;
    const more: MapVote[] = [
      { ...votes[1]!, choice: 'pass' },
      { voter: pseudonym(), statementId: statements[0]!.id, choice: 'agree' },
      { ...votes[0]!, choice: 'pass' },
    ];
    for (const vote of more) {
      const data = { ...place, ...vote };
      await stage.record(ballotStream({ type: 'StatementVoteCast', data }), { type: 'StatementVoteCast', data });
    }
    await stage.projected();
    await refreshOpinionMap(stage.dataSource, activityId);
    const { map, ...counts } = opinionMapOf([...votes, ...more], statements);
    const stored = (await opinionMap(stage.dataSource, activityId))!;
    expect(stored).toMatchObject({ ...counts, participants: 6, needed: 4, unplaced: { tooFewVotes: 1, onlyOnRejected: 0 } });
    expect(JSON.stringify(stored.map)).toBe(JSON.stringify(map));
  });

  it('leaves out whose ballot a moderator excluded', async () => {
    const { consultationId, activityId, votes, statements } = await deliberation();
    await refreshOpinionMap(stage.dataSource, activityId);
    const { voter } = votes[0]!;
    const event = { type: 'BallotExcluded', data: { consultationId, activityId, voter, by, reason: 'Cast by a program' } } as const;
    await stage.record(ballotStream(event), event);
    await stage.projected();
    expect(await outdatedOpinionMaps(stage.dataSource)).toContainEqual({ activityId, consultationId });
    await refreshOpinionMap(stage.dataSource, activityId);
    const { map, participants } = opinionMapOf(
      votes.filter((vote) => vote.voter !== voter),
      statements,
    );
    const stored = (await opinionMap(stage.dataSource, activityId))!;
    expect([stored.participants, JSON.stringify(stored.map)]).toEqual([participants, JSON.stringify(map)]);
    expect(participants).toBe(5);
  });

  it('is outdated by a vote and by a moderation, and by nothing else', async () => {
    const { consultationId, activityId, statements } = await deliberation();
    const isOutdated = async () => (
      await stage.projected(),
      (await outdatedOpinionMaps(stage.dataSource)).some((map) => map.activityId === activityId)
    );
    expect(await isOutdated()).toBe(true);
    await refreshOpinionMap(stage.dataSource, activityId);
    expect(await isOutdated()).toBe(false);
    const commentId = randomUUID();
    const comment = { commentId, consultationId, author: pseudonym(), assurance: 'confirmed', text: { plain: 'x' } } as const;
    await stage.record(`comment-${commentId}`, { type: 'CommentSubmitted', data: comment });
    expect(await isOutdated()).toBe(false);
    const rejected = { statementId: statements[0]!.id, consultationId, activityId, by, reason: 'Insult' };
    await stage.record(`statement-${rejected.statementId}`, { type: 'StatementRejected', data: rejected });
    expect(await isOutdated()).toBe(true);
    await refreshOpinionMap(stage.dataSource, activityId);
    expect(await opinionMap(stage.dataSource, activityId)).toMatchObject({ statements: 3, participants: 6 });
    const vote = {
      consultationId,
      activityId,
      statementId: statements[1]!.id,
      voter: pseudonym(),
      choice: 'agree',
      assurance: 'confirmed',
    } as const;
    await stage.record(ballotStream({ type: 'StatementVoteCast', data: vote }), { type: 'StatementVoteCast', data: vote });
    expect(await isOutdated()).toBe(true);
    expect((await consultationResults(stage.dataSource, stage.keys, consultationId))!.activities[0]!.participants).toBe(7);
  });

  it('is empty as of position 0 before it is computed, and absent for a poll and for an unknown id', async () => {
    const { activityIds } = await stage.drafted([[aDeliberation(), aPoll]]);
    const [id, poll] = activityIds as [string, string];
    await stage.projected();
    expect(await opinionMap(stage.dataSource, id)).toEqual({
      activityId: id,
      position: 0,
      computedAt: '1970-01-01T00:00:00.000Z',
      skippedEvents: [],
      map: null,
      participants: 0,
      statements: 0,
      needed: 0,
      unplaced: { tooFewVotes: 0, onlyOnRejected: 0 },
    });
    expect(await opinionMap(stage.dataSource, poll)).toBeUndefined();
    expect(await opinionMap(stage.dataSource, randomUUID())).toBeUndefined();
    expect(await opinionMap(stage.dataSource, 'map')).toBeUndefined();
  });
});
