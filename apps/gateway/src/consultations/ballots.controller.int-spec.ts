import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejection, excludeBallot, reinstateBallot, type HeldRole, type Role } from '@isegoria/contracts';
import { aPlace, accepted, deliberation, submitted, voted, type Place } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

const voter = 'ab'.repeat(16);

describe('ballots', () => {
  let gateway: RunningGateway;
  let place: Place;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());
  beforeEach(async () => {
    gateway.services.forgetAnswers();
    gateway.services.received.length = 0;
    place = aPlace();
    const statement = randomUUID();
    const history = [...deliberation(place), submitted(place, statement, { plain: 'Yes' }), accepted(place, statement)];
    await gateway.rows.record(...history, voted(place, statement, voter), voted(place, statement, 'cd'.repeat(16)));
  });

  const as = (role?: Role | HeldRole) => ({ authorization: `Bearer ${gateway.services.signIn(...(role ? [role] : [])).token}` });
  const exclude = (headers: object, body: object = { voter, reason: 'Cast by a program' }) =>
    gateway.api
      .post(`/activities/${place.activityId}/exclusions`)
      .set(headers as Record<string, string>)
      .send(body);

  it('are listed for moderators and administrators, the excluded ones alone when asked for', async () => {
    const position = await gateway.rows.record({
      type: 'BallotExcluded',
      data: { ...place, voter, by: randomUUID(), reason: 'Cast by a program' },
    });
    for (const role of ['moderator', 'administrator'] as const) {
      const { body } = await gateway.api.get(`/activities/${place.activityId}/ballots?after=${position}`).set(as(role)).expect(200);
      expect(body).toMatchObject({
        items: [
          { voter, votes: 1, excludedReason: 'Cast by a program' },
          { voter: 'cd'.repeat(16), excludedReason: null },
        ],
        next: null,
      });
    }
    const { body } = await gateway.api.get(`/activities/${place.activityId}/ballots?status=excluded`).set(as('moderator')).expect(200);
    expect(body.items).toHaveLength(1);
    const results = await gateway.api.get(`/consultations/${place.consultationId}/results?after=${position}`).expect(200);
    expect(results.body).toMatchObject({
      activities: [{ participants: 1, excludedBallots: 1, votesCast: 2, statements: [{ agrees: 1 }] }],
    });
  });

  it("are nobody else's to see", async () => {
    const path = `/activities/${place.activityId}/ballots`;
    expect((await gateway.api.get(path)).body).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
    for (const role of [undefined, 'official', 'analyst', 'auditor'] as const)
      expect((await gateway.api.get(path).set(as(role))).body).toMatchObject({ code: 'FORBIDDEN_ROLE' });
    expect((await gateway.api.get(`/activities/${randomUUID()}/ballots`).set(as('moderator'))).body).toMatchObject({
      code: 'ACTIVITY_NOT_FOUND',
    });
    expect((await gateway.api.get(`${path}?status=all`).set(as('moderator'))).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'status',
    });
  });

  it('are for moderators of the unit and above it, and for no others', async () => {
    const [above, unit, below, beside] = ['root.aaaaaaaa', 'root.aaaaaaaa.11111111', 'root.aaaaaaaa.11111111.22222222', 'root.bbbbbbbb'];
    const there = aPlace();
    await gateway.rows.record(...deliberation(there, { unit }));
    const ask = (where: string) => gateway.api.get(`/activities/${there.activityId}/ballots`).set(as({ role: 'moderator', unit: where }));
    for (const where of [above, unit]) await ask(where).expect(200);
    for (const where of [below, beside]) expect((await ask(where).expect(403)).body.code).toBe('FORBIDDEN_ROLE');
  });

  it('are excluded and put back by a command with the reason', async () => {
    const headers = { ...as('moderator'), 'idempotency-key': randomUUID() };
    await exclude(headers).expect(201);
    await exclude(headers).expect(201);
    await gateway.api
      .post(`/activities/${place.activityId}/reinstatements`)
      .set(as('moderator'))
      .send({ voter, reason: 'A person' })
      .expect(201);
    const [first, again, back] = gateway.services.commands;
    expect(first).toMatchObject({
      subject: excludeBallot.subject,
      command: { activityId: place.activityId, voter, reason: 'Cast by a program' },
    });
    expect(again!.context.commandId).toBe(first!.context.commandId);
    expect(back).toMatchObject({ subject: reinstateBallot.subject, command: { activityId: place.activityId, voter, reason: 'A person' } });
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

  it('are cast with a hash of where they came from, and nothing else that is sent has one', async () => {
    const headers = as();
    const cast = async (activityId: string) => {
      await gateway.api
        .put(`/activities/${activityId}/ballot`)
        .set(headers)
        .send({ options: ['1'] })
        .expect(200);
      return gateway.services.commands.at(-1)!.context.originClass;
    };
    const here = await cast(place.activityId);
    expect(here).toMatch(/^[0-9a-f]{32}$/);
    expect(await cast(place.activityId)).toBe(here);
    expect(await cast(randomUUID())).not.toBe(here);
    await gateway.api.post(`/activities/${place.activityId}/statements`).set(headers).send({ text: 'A' }).expect(201);
    expect(gateway.services.commands.at(-1)!.context).not.toHaveProperty('originClass');
  });
});
