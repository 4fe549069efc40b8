import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { actor, actorIn, expectReceiptFor } from '@isegoria/testing';
import { by, startConsultations, type TestService } from '../consultations.fixture';
import { castPollBallot } from '../methods/poll/poll.contract';
import { excludeBallot, reinstateBallot } from './ballot-exclusion.contract';
import { showBallotOrigins, type BallotOrigins } from './origin/origin.contract';

describe('excluding ballots over the bus', () => {
  let service: TestService;
  let consultationId: string;
  let activityId: string;
  beforeAll(async () => {
    service = await startConsultations();
    service.clock.now = new Date('2026-05-15T12:00:00.000Z');
    ({ consultationId, activityId } = await service.consultation({ method: 'poll', options: ['Red', 'Green'], multiple: false }));
  });
  afterAll(() => service?.stop());

  const choose = (person: Actor, option: string) => service.send(castPollBallot.subject, { activityId, options: [option] }, by(person));
  const ballotOf = async (person: Actor) => service.read(`ballot-${activityId}-${await service.pseudonym(person, consultationId)}`);
  const judge = async (subject: string, person: Actor, context: CommandContext, fields: object = {}) =>
    service.send(
      subject,
      { activityId, voter: await service.pseudonym(person, consultationId), reason: 'Cast by a program', ...fields },
      context,
    );
  const exclude = (person: Actor, context: CommandContext = by(actor('moderator')), fields?: object) =>
    judge(excludeBallot.subject, person, context, fields);
  const reinstate = (person: Actor, context: CommandContext = by(actor('administrator'))) =>
    judge(reinstateBallot.subject, person, context);

  it('records who left it out and why; it cannot be changed until it is put back', async () => {
    const person = await service.person();
    const moderator = actor('moderator');
    const { receipt } = await choose(person, '1');
    const { id, position } = await exclude(person, by(moderator));
    expect(id).toBe(await service.pseudonym(person, consultationId));
    await expect(choose(person, '2')).rejects.toMatchObject({ code: 'BALLOT_EXCLUDED' });
    const again = await choose(person, '1');
    expect(again.receipt).toBe(receipt);
    await reinstate(person);
    await choose(person, '2');
    const events = await ballotOf(person);
    expect(events.map(({ type }) => type)).toEqual(['PollBallotCast', 'BallotExcluded', 'BallotReinstated', 'PollBallotCast']);
    expect(events[1]).toMatchObject({
      position,
      data: { consultationId, activityId, voter: id, by: moderator.accountId, reason: 'Cast by a program' },
    });
    expectReceiptFor(receipt, events[0]);
  });

  it('is signed for the moderator and the session, and what the person cast is not', async () => {
    const [person, moderator] = [await service.person(), actor('moderator')];
    await choose(person, '1');
    const inSession = () => ({ ...by(moderator), session: 'a1'.repeat(32) });
    await exclude(person, inSession());
    await reinstate(person, { ...inSession(), actor: { ...actor('administrator'), accountId: moderator.accountId } });
    const [cast, excluded, reinstated] = (await ballotOf(person)).map(({ metadata }) => metadata);
    expect(cast).not.toHaveProperty('act');
    const signature = expect.stringMatching(/^[\w-]{86}$/);
    expect(excluded!.act).toMatchObject({ account: moderator.accountId, session: expect.stringMatching(/^[0-9a-f]{32}$/), signature });
    expect(reinstated!.act).toMatchObject({ account: moderator.accountId, session: excluded!.act!.session });
    for (const metadata of [cast, excluded]) expect(metadata).not.toHaveProperty('origin');
  });

  it('handles a command once, however often it is delivered, also by another instance', async () => {
    const person = await service.person();
    await choose(person, '1');
    const context = by(actor('moderator'));
    const first = await exclude(person, context);
    expect(await exclude(person, context)).toEqual(first);
    await service.stopInstances();
    await service.startInstance();
    expect(await exclude(person, context)).toEqual(first);
    expect(await ballotOf(person)).toHaveLength(2);
    await expect(exclude(person)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('gives one of two moderators who act at once the exclusion, and no vote slips in between', async () => {
    const person = await service.person();
    await choose(person, '1');
    await service.startInstance();
    const outcomes = await Promise.allSettled([exclude(person), exclude(person), choose(person, '2'), choose(person, '1')]);
    expect(outcomes.slice(0, 2).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const types = (await ballotOf(person)).map(({ type }) => type);
    expect(types.filter((type) => type === 'BallotExcluded')).toHaveLength(1);
    expect(types.at(-1)).toBe('BallotExcluded');
    await service.stopInstances();
    await service.startInstance();
  });

  it('is for moderators and administrators', async () => {
    const person = await service.person();
    await choose(person, '1');
    for (const role of ['official', 'analyst', 'auditor'] as const)
      await expect(exclude(person, by(actor(role)))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(exclude(person, by(actorIn('root.aaaaaaaa', 'moderator')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(exclude(person, by(person))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(exclude(person, by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await ballotOf(person)).toHaveLength(1);
  });

  it('refuses what is no pseudonym, gives no reason, or names nobody who voted, and records nothing', async () => {
    const person = await service.person();
    for (const [fields, code, field] of [
      [{ voter: 'x' }, 'VALIDATION_FAILED', 'voter'],
      [{ voter: `${'a'.repeat(31)}-` }, 'VALIDATION_FAILED', 'voter'],
      [{ voter: 'A'.repeat(32) }, 'VALIDATION_FAILED', 'voter'],
      [{ reason: '' }, 'VALIDATION_FAILED', 'reason'],
      [{ reason: 'x'.repeat(1_001) }, 'VALIDATION_FAILED', 'reason'],
      [{ activityId: 'none' }, 'VALIDATION_FAILED', 'activityId'],
      [{ by: 'somebody else' }, 'UNKNOWN_FIELD', 'by'],
      [{}, 'BALLOT_NOT_FOUND', 'voter'],
    ] as const) {
      await expect(exclude(person, by(actor('moderator')), fields)).rejects.toMatchObject({ code, details: { field } });
    }
    const nowhere = exclude(person, by(actor('moderator')), { activityId: randomUUID() });
    await expect(nowhere).rejects.toMatchObject({ code: 'ACTIVITY_NOT_FOUND' });
    expect(await ballotOf(person)).toEqual([]);
  });

  describe('where they came from', () => {
    const [library, home] = ['c1'.repeat(16), 'd2'.repeat(16)];
    const castFrom = async (originClass: string, count: number, on = activityId) => {
      const people = await Promise.all(Array.from({ length: count }, () => service.person()));
      for (const person of people)
        await service.send(castPollBallot.subject, { activityId: on, options: ['1'] }, by(person, { originClass }));
      return Promise.all(people.map((person) => service.pseudonym(person, consultationId)));
    };
    const ask = (fields: object = {}, context = by(actor('moderator'))) =>
      service.send(showBallotOrigins.subject, { activityId, ...fields }, context) as unknown as Promise<BallotOrigins>;

    it('is shown as soon as five came from one class, and in no event', async () => {
      const few = await castFrom(home, 4);
      const many = await castFrom(library, 5);
      const voters = [...few, ...many].join(',');
      const ballots = 5;
      const of = [...many].sort().map((voter) => ({ voter, origin: library, ballots }));
      expect(await ask({ voters, origin: library })).toEqual({
        classes: [{ origin: library, ballots }],
        of,
        voters: [...many].sort(),
        next: null,
      });
      expect(await ask({ origin: home })).toMatchObject({ voters: [] });
      const [cast] = await service.read(`ballot-${activityId}-${many[0]}`);
      expect(JSON.stringify(cast)).not.toContain(library);
    });

    it('is for moderators of the unit', async () => {
      await expect(ask({}, by(actor('official')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
      await expect(ask({}, by(actorIn('root.aaaaaaaa', 'moderator')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    });

    it('is forgotten after thirty days', async () => {
      const later = (days: number) => new Date(service.clock.now.getTime() + days * 86_400_000);
      await service.forgetOrigins(later(30));
      expect((await ask()).classes).toHaveLength(1);
      await service.forgetOrigins(later(31));
      expect(await ask()).toEqual({ classes: [], of: [], voters: [], next: null });
    });
  });
});
