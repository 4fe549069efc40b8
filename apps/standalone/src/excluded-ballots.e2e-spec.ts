import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import type { Accepted, BallotView, ConsultationResults, MyBallot, OfficialAction } from '@isegoria/contracts';
import { startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf } from './npm-run.fixture';

describe('a ballot that a moderator leaves out', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  let poll: string;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    const me = await office.get<{ id: string }>('/me');
    await office.put(`/accounts/${me.id}/roles/moderator`);
    const draft = { kind: 'poll', title: 'Which?', description: 'D', language: 'en', options: ['Red', 'Green'] };
    poll = (await office.post<Accepted>('/consultations', draft)).id;
    const [opensAt, closesAt] = [new Date(), new Date(Date.now() + 3_600_000)].map((date) => date.toISOString());
    const { position } = await office.post<Accepted>(`/consultations/${poll}/publication`, { opensAt, closesAt });
    await visitor.get(`/consultations/${poll}?after=${position}`);
  }, 120_000);
  afterAll(() => platform?.stop());

  async function citizen(): Promise<ApiClient> {
    const email = `${randomUUID()}@example.org`;
    await visitor.post('/accounts', { email, name: 'A citizen', password: 'a long password', language: 'en' });
    return visitor.signIn(email, 'a long password');
  }

  const results = (position: number) => visitor.get<ConsultationResults>(`/consultations/${poll}/results?after=${position}`);

  it('leaves the counts, the person is told, everybody can read why, and an auditor recounts it', async () => {
    const [person, other] = [await citizen(), await citizen()];
    await other.put(`/consultations/${poll}/ballot`, { options: ['1'] });
    const cast = await person.put<Accepted>(`/consultations/${poll}/ballot`, { options: ['2'] });
    const { items } = await office.get<{ items: BallotView[] }>(`/consultations/${poll}/ballots?after=${cast.position}`);
    expect(items).toHaveLength(2);
    const judged: Accepted[] = [];
    for (const { voter } of items) judged.push(await office.post<Accepted>(`/consultations/${poll}/exclusions`, { voter, reason: 'Cast by a program' }));
    await expect(person.put(`/consultations/${poll}/ballot`, { options: ['1'] })).rejects.toMatchObject({ problem: { code: 'BALLOT_EXCLUDED' } });
    expect(await results(judged[1]!.position)).toMatchObject({ participants: 0, excludedBallots: 2, votesCast: 2, options: [{ votes: 0 }, { votes: 0 }] });
    expect(await person.get<MyBallot>(`/consultations/${poll}/my-ballot`)).toMatchObject({ options: ['2'], excludedReason: 'Cast by a program' });
    const { items: acts } = await visitor.get<{ items: OfficialAction[] }>('/officials/actions?kind=ballot-excluded');
    expect(acts).toMatchObject([{ subject: items[1]!.voter, reason: 'Cast by a program', consultationId: poll }, { subject: items[0]!.voter }]);
    const audited = await auditOf(platform);
    expect(audited).toMatchObject({ exitCode: 0, acts: expect.any(Number) });

    const back = await office.post<Accepted>(`/consultations/${poll}/reinstatements`, { voter: items[0]!.voter, reason: 'A person after all' });
    expect(await results(back.position)).toMatchObject({ participants: 1, excludedBallots: 1 });
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0, acts: Number(audited.acts) + 1 });
  });
});
