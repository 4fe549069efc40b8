import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDeliberation, aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { VoteChoice } from '../../methods/deliberation/vote/statement-vote.contract';
import { hiddenCast } from '../../hidden-results/hidden-results.decider';
import { methods } from '../../methods/methods.contract';
import { ballotList } from '../ballot-list.read-model';
import { alikeBallots } from './alike.read-model';

describe('evidence about ballots', () => {
  let stage: ReadModelStage;
  let consultationId: string;
  let [activityId, pollId] = ['', ''];
  const statements = Array.from({ length: 8 }, () => randomUUID());
  beforeAll(async () => {
    stage = await readModelStage();
    const drafted = await stage.drafted([[aDeliberation()], [aPoll]]);
    consultationId = drafted.consultationId;
    [activityId, pollId] = drafted.activityIds as [string, string];
  });
  afterAll(() => stage?.stop());

  const begun = Date.parse('2026-03-01T12:00:00.000Z');
  /** So many seconds after the beginning. */
  const after = (seconds: number) => ({ at: new Date(begun + seconds * 1_000).toISOString() });
  const vote = (voter: string, about: number, choice: VoteChoice, seconds: number, metadata = {}) => {
    const data = { consultationId, activityId, statementId: statements[about]!, voter, choice, assurance: 'email' } as const;
    const event = { type: 'StatementVoteCast', data } as const;
    return stage.record(ballotStream(event), event, { ...after(seconds), ...metadata });
  };
  /** Votes on all statements: `+` agrees, `-` disagrees. */
  async function voteAll(voter: string, choices: string, every: number): Promise<void> {
    for (const [about, choice] of [...choices].entries()) await vote(voter, about, choice === '+' ? 'agree' : 'disagree', about * every);
  }
  const choose = async (voter: string, ...options: string[]) => {
    const data = { consultationId, activityId: pollId, voter, options, assurance: 'email' } as const;
    const event = { type: 'PollBallotCast', data } as const;
    await stage.record(ballotStream(event), event);
  };
  const shown = async (chosen: Parameters<typeof ballotList>[2] = {}) => (await ballotList(stage.dataSource, activityId, chosen)).items;
  const voters: Readonly<Record<string, string>> = { one: pseudonym(), same: pseudonym(), another: pseudonym() };
  const [quick, twin, slow, other] = [pseudonym(), pseudonym(), pseudonym(), pseudonym()];

  it('tells how quickly somebody voted, pauses of more than a minute left out, and puts the quickest first', async () => {
    await voteAll(quick, '++++++++', 0.5);
    await voteAll(slow, '+-+-+-+-', 20);
    await vote(slow, 0, 'disagree', 100_000);
    await vote(other, 0, 'agree', 0);
    await vote(other, 1, 'agree', 0, { imported: { at: '2015-07-01T01:00:00Z', by: randomUUID() } });
    await stage.projected();
    expect(await shown({ order: 'pace' })).toMatchObject([
      { voter: quick, votes: 8, votesPerMinute: 120, shortestPause: 500 },
      { voter: slow, votesPerMinute: 3, shortestPause: 20_000 },
      { voter: other, votesPerMinute: null, shortestPause: null },
    ]);
  });

  it('finds ballots that give the same answers, by whatever way they came to them, and says how likely that is', async () => {
    await voteAll(twin, '--------', 30);
    expect(await shownAfterAll()).toEqual([]);
    await voteAll(twin, '++++++++', 30);
    await stage.projected();
    const [group, ...rest] = await alikeBallots(stage.dataSource, activityId);
    expect(rest).toEqual([]);
    expect(group).toMatchObject({ ballots: 2, answers: 8 });
    // On each statement two of three people, or three of four, answer so.
    expect(group!.oneIn).toBeGreaterThan(5);
    expect(group!.oneIn).toBeLessThan(30);
    const same = { name: group!.name, ballots: 2, answers: 8 };
    const both = [quick, twin].sort();
    expect(await shown({ same: group!.name })).toMatchObject(both.map((voter) => ({ voter, same })));
    expect((await shown({ order: 'same' })).slice(0, 2).map(({ voter }) => voter)).toEqual(both);
    expect((await shown({ only: slow })).map(({ voter, same: none }) => [voter, none])).toEqual([[slow, null]]);
  });

  it('compares what somebody answers in the whole consultation', async () => {
    await choose(quick, 'a', 'b');
    await choose(twin, 'a');
    expect(await shownAfterAll()).toEqual([]);
    await choose(twin, 'b', 'a');
    await stage.projected();
    expect(await alikeBallots(stage.dataSource, pollId)).toMatchObject([{ ballots: 2, answers: 9 }]);
    expect((await ballotList(stage.dataSource, pollId)).items).toMatchObject([{ same: { answers: 9 } }, { same: { answers: 9 } }]);
  });

  it('says nothing of hidden votes before they are opened, and compares them afterwards like others', async () => {
    const keys = { key: randomBytes(32), nonces: randomBytes(32) };
    const hidden = { ...aPoll, settings: { ...aPoll.settings, resultsHidden: true as const } };
    const polls = await stage.drafted([Array.from({ length: 8 }, () => hidden)]);
    const contract = methods.find(({ method }) => method === 'poll')!;
    const choices = { one: ['a'], same: ['a'], another: ['b'] };
    for (const activity of polls.activityIds)
      for (const [name, options] of Object.entries(choices)) {
        const place = { consultationId: polls.consultationId, activityId: activity };
        const data = { ...place, voter: voters[name]!, options, assurance: 'email' } as const;
        const event = hiddenCast({ type: 'PollBallotCast', data }, contract, hidden.settings as never, keys);
        await stage.record(ballotStream(event as never), event as never);
      }
    const groups = async () => {
      await stage.projected();
      return alikeBallots(stage.dataSource, polls.activityIds[0]!);
    };
    expect(await groups()).toEqual([]);
    for (const activityId of polls.activityIds) {
      const data = { consultationId: polls.consultationId, activityId, key: keys.key.toString('base64url') };
      await stage.record(`activity-${activityId}`, { type: 'BallotsRevealed', data } as never);
    }
    expect(await groups()).toMatchObject([{ ballots: 2, answers: 8 }]);
  });

  it('comes to the same when the rows are filled again', async () => {
    const before = [await shown({ order: 'pace' }), await alikeBallots(stage.dataSource, activityId)];
    await stage.rebuild();
    expect([await shown({ order: 'pace' }), await alikeBallots(stage.dataSource, activityId)]).toEqual(before);
  });

  it('refuses a cursor and a name that nobody was given', async () => {
    for (const [chosen, field] of [
      [{ cursor: 'x' }, 'cursor'],
      [{ same: '9223372036854775808' }, 'same'],
    ] as const)
      await expect(shown(chosen)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
  });

  async function shownAfterAll() {
    await stage.projected();
    return alikeBallots(stage.dataSource, activityId);
  }
});
