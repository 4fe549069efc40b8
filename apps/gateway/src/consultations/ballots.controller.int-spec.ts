import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejection, excludeBallot, reinstateBallot, type Role } from '@isegoria/contracts';
import { accepted, deliberation, submitted, voted } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

const voter = 'ab'.repeat(16);

describe('ballots', () => {
  let gateway: RunningGateway;
  let consultationId: string;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());
  beforeEach(async () => {
    gateway.services.forgetAnswers();
    gateway.services.received.length = 0;
    consultationId = randomUUID();
    const statement = randomUUID();
    const history = [
      ...deliberation(consultationId),
      submitted(consultationId, statement, { plain: 'Yes' }),
      accepted(consultationId, statement),
    ];
    await gateway.rows.record(...history, voted(consultationId, statement, voter), voted(consultationId, statement, 'cd'.repeat(16)));
  });

  const as = (role: Role) => ({ authorization: `Bearer ${gateway.services.signIn(role).token}` });
  const exclude = (headers: object, body: object = { voter, reason: 'Cast by a program' }) =>
    gateway.api
      .post(`/consultations/${consultationId}/exclusions`)
      .set(headers as Record<string, string>)
      .send(body);

  it('are listed for moderators and administrators, the excluded ones alone when asked for', async () => {
    const position = await gateway.rows.record({
      type: 'BallotExcluded',
      data: { consultationId, voter, by: randomUUID(), reason: 'Cast by a program' },
    });
    for (const role of ['moderator', 'administrator'] as const) {
      const { body } = await gateway.api.get(`/consultations/${consultationId}/ballots?after=${position}`).set(as(role)).expect(200);
      expect(body).toMatchObject({
        items: [
          { voter, votes: 1, excludedReason: 'Cast by a program' },
          { voter: 'cd'.repeat(16), excludedReason: null },
        ],
        next: null,
      });
    }
    const { body } = await gateway.api.get(`/consultations/${consultationId}/ballots?status=excluded`).set(as('moderator')).expect(200);
    expect(body.items).toHaveLength(1);
    const results = await gateway.api.get(`/consultations/${consultationId}/results?after=${position}`).expect(200);
    expect(results.body).toMatchObject({ participants: 1, excludedBallots: 1, votesCast: 2, statements: [{ agrees: 1 }] });
  });

  it("are nobody else's to see", async () => {
    const path = `/consultations/${consultationId}/ballots`;
    expect((await gateway.api.get(path)).body).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
    for (const role of ['citizen', 'official', 'analyst', 'auditor'] as const)
      expect((await gateway.api.get(path).set(as(role))).body).toMatchObject({ code: 'FORBIDDEN_ROLE' });
    expect((await gateway.api.get(`/consultations/${randomUUID()}/ballots`).set(as('moderator'))).body).toMatchObject({
      code: 'CONSULTATION_NOT_FOUND',
    });
    expect((await gateway.api.get(`${path}?status=all`).set(as('moderator'))).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'status',
    });
  });

  it('are excluded and put back by a command with the reason', async () => {
    const headers = { ...as('moderator'), 'idempotency-key': randomUUID() };
    await exclude(headers).expect(201);
    await exclude(headers).expect(201);
    await gateway.api
      .post(`/consultations/${consultationId}/reinstatements`)
      .set(as('moderator'))
      .send({ voter, reason: 'A person' })
      .expect(201);
    const [first, again, back] = gateway.services.commands;
    expect(first).toMatchObject({ subject: excludeBallot.subject, command: { consultationId, voter, reason: 'Cast by a program' } });
    expect(again!.context.commandId).toBe(first!.context.commandId);
    expect(back).toMatchObject({ subject: reinstateBallot.subject, command: { consultationId, voter, reason: 'A person' } });
  });

  it('are not excluded by a request that says too little, too much, or nonsense', async () => {
    for (const [body, code, field] of [
      [{ reason: 'R' }, 'VALIDATION_FAILED', 'voter'],
      [{ voter: '../../statements', reason: 'R' }, 'VALIDATION_FAILED', 'voter'],
      [{ voter: ['ab'.repeat(16)], reason: 'R' }, 'VALIDATION_FAILED', 'voter'],
      [{ voter }, 'VALIDATION_FAILED', 'reason'],
      [{ voter, reason: 'R', by: 'somebody' }, 'UNKNOWN_FIELD', 'by'],
    ] as const) {
      expect((await exclude(as('moderator'), body).expect(400)).body).toMatchObject({ code, field });
    }
    expect(gateway.services.commands).toEqual([]);
    gateway.services.answer(excludeBallot.subject, () => {
      throw new Rejection('BALLOT_NOT_FOUND', { field: 'voter' });
    });
    expect((await exclude(as('moderator')).expect(404)).body).toMatchObject({ code: 'BALLOT_NOT_FOUND', field: 'voter' });
  });
});
