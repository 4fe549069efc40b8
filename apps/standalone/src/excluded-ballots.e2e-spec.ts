import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import {
  castPollBallot,
  closeConsultation,
  excludeBallot,
  grantRole,
  listBallots,
  listOfficialActions,
  reinstateBallot,
  rootUnit,
  showMyBallot,
  showOwnAccount,
  showResults,
  type Accepted,
} from '@isegoria/contracts';
import { startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf } from './npm-run.fixture';
import { confirm, confirmed, published, registered } from './taking-part.fixture';

describe('a ballot that counts otherwise than it was cast', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  let consultationId: string;
  let activityId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    const { id: accountId } = await office.ask(showOwnAccount, {});
    await office.do(grantRole, { accountId, unit: rootUnit, role: 'moderator' });
    ({ consultationId, activityId } = await published(office, { method: 'poll', options: ['Red', 'Green'] }));
  }, 120_000);
  afterAll(() => platform?.stop());

  const results = async (after: number) => (await visitor.as({ after }).ask(showResults, { consultationId })).activities[0];

  it('leaves the counts when a moderator says so, the person is told, everybody can read why, and an auditor recounts it', async () => {
    const [{ api: person }, { api: other }] = [await confirmed(visitor), await confirmed(visitor)];
    await other.do(castPollBallot, { activityId, options: ['1'] });
    const cast = await person.do(castPollBallot, { activityId, options: ['2'] });
    const { items } = await office.as({ after: cast.position }).ask(listBallots, { activityId });
    expect(items).toHaveLength(2);
    const judged: Accepted[] = [];
    for (const { voter } of items) judged.push(await office.do(excludeBallot, { activityId, voter, reason: 'Cast by a program' }));
    const anotherBallot = person.do(castPollBallot, { activityId, options: ['1'] });
    await expect(anotherBallot).rejects.toMatchObject({ problem: { code: 'BALLOT_EXCLUDED' } });
    expect(await results(judged[1]!.position)).toMatchObject({
      participants: 0,
      excludedBallots: 2,
      votesCast: 2,
      options: [{ votes: 0 }, { votes: 0 }],
    });
    const mine = await person.ask(showMyBallot, { consultationId });
    expect(mine.activities).toMatchObject([{ activityId, options: ['2'], excludedReason: 'Cast by a program' }]);
    const { items: acts } = await visitor.ask(listOfficialActions, { kind: 'ballot-excluded' });
    expect(acts).toMatchObject([{ subject: items[1]!.voter, reason: 'Cast by a program', consultationId }, { subject: items[0]!.voter }]);
    const audited = await auditOf(platform);
    expect(audited).toMatchObject({ exitCode: 0, acts: expect.any(Number) });

    const back = await office.do(reinstateBallot, { activityId, voter: items[0]!.voter, reason: 'A person after all' });
    expect(await results(back.position)).toMatchObject({ participants: 1, excludedBallots: 1 });
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0, acts: Number(audited.acts) + 1 });
  });

  it('counts at level email, once the address is confirmed, by the time an official closes early', async () => {
    const { consultationId, activityId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    const [voter, other] = [await registered(visitor), await registered(visitor)];
    for (const { api } of [voter, other]) await api.do(castPollBallot, { activityId, options: ['1'] });
    const voted = await voter.api.do(castPollBallot, { activityId, options: ['2'] });
    const resultsAt = async ({ position }: Accepted) =>
      (await visitor.as({ after: position }).ask(showResults, { consultationId })).activities[0];
    expect(await resultsAt(voted)).toMatchObject({ participants: 0, votesCast: 0, participantsByAssurance: { anonymous: 2 } });
    await confirm(visitor, voter);
    const closed = await office.do(closeConsultation, { consultationId, reason: 'Enough' });
    expect(await resultsAt(closed)).toMatchObject({
      participants: 1,
      participantsByAssurance: { anonymous: 1, email: 1 },
      votesCast: 2,
      options: [{ votes: 0 }, { votes: 1 }],
    });
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0 });
  });
});
