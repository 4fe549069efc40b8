import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { readContributions } from '../export/contributions/contributions.read-model';
import { methods } from '../methods/methods.contract';
import { hiddenCast } from './hidden-results.decider';

describe('exported ballots of a vote with hidden results', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  it('say that nobody can read them yet, and what they say once they are opened', async () => {
    const keys = { key: randomBytes(32), nonces: randomBytes(32) };
    const hidden = { ...aPoll, settings: { ...aPoll.settings, resultsHidden: true as const } };
    const { consultationId, activityId } = await stage.drafted([[hidden]]);
    const place = { consultationId, activityId };
    const [stands, leftOut] = [pseudonym(), pseudonym()].sort() as [string, string];
    const contract = methods.find(({ method }) => method === 'poll')!;
    for (const voter of [stands, leftOut]) {
      const data = { ...place, voter, options: ['a'], assurance: 'email' } as const;
      const event = hiddenCast({ type: 'PollBallotCast', data }, contract, hidden.settings as never, keys);
      await stage.record(ballotStream(event as never), event as never);
    }
    const by = 'c6a1c9a4-6a25-4f5c-9f3c-0d6a7ad0f7a1';
    const excluded = { type: 'BallotExcluded', data: { ...place, voter: leftOut, by, reason: 'Cast by a program' } } as const;
    await stage.record(ballotStream(excluded), excluded);
    const rows = async () => {
      await stage.projected();
      const found: (readonly unknown[])[] = [];
      const asked = { consultationId, activityId, contents: 'votes', forModerator: false } as const;
      await readContributions(stage.dataSource, stage.keys, asked, async ({ rows: some }) => {
        for await (const row of some) found.push(row);
      });
      return found;
    };
    const reason = 'Cast by a program';
    expect(await rows()).toEqual([
      [stands, '', '', 'email', 'unopened', null],
      [leftOut, '', '', 'email', 'excluded', reason],
    ]);
    const revealed = { type: 'BallotsRevealed', data: { ...place, key: keys.key.toString('base64url') } } as const;
    await stage.record(`activity-${activityId}`, revealed);
    expect(await rows()).toEqual([
      [stands, 'a', 'Trams', 'email', 'counted', null],
      [leftOut, 'a', 'Trams', 'email', 'excluded', reason],
    ]);
  });
});
