import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@isegoria/kernel';
import { eventually } from '@isegoria/testing';
import { activityIn, by, startConsultations, type TestService } from '../../consultations.fixture';
import { closeConsultation } from '../../consultation/consultation.contract';
import { submitStatement } from '../../methods/deliberation/statement/statement.contract';
import { castStatementVote } from '../../methods/deliberation/vote/statement-vote.contract';
import type { AssuranceRaised } from '../assurance-raise.contract';
import { beginsLastCall } from './last-call';

const hour = 60 * 60_000;
const inTheMiddle = new Date('2026-05-15T12:00:00.000Z');
/** When the consultations of the fixture close. */
const end = new Date('2026-05-20T00:00:00.000Z');

describe('votes cast before confirming', () => {
  let service: TestService;
  beforeAll(async () => {
    Object.assign(process.env, { CONFIRMATIONS_TOGETHER: '3', CONFIRMATIONS_WITHIN_HOURS: '24' });
    service = await startConsultations();
  });
  afterAll(async () => {
    await service?.stop();
    delete process.env['CONFIRMATIONS_TOGETHER'];
    delete process.env['CONFIRMATIONS_WITHIN_HOURS'];
  });

  interface Place {
    readonly consultationId: string;
    readonly activityId: string;
  }
  async function place(fields: object = {}): Promise<Place> {
    service.clock.now = inTheMiddle;
    return service.consultation({ statements: ['More buses'], moderation: 'after' }, fields);
  }
  async function votes({ activityId }: Place, person: Actor): Promise<void> {
    const [statementId] = await service.seeds(activityId);
    await service.send(castStatementVote.subject, { activityId, statementId, choice: 'agree' }, by(person));
  }
  async function voted(...places: readonly Place[]): Promise<Actor> {
    const person = await service.person('anonymous');
    for (const here of places) await votes(here, person);
    return person;
  }
  async function wrote({ activityId }: Place): Promise<Actor> {
    const person = await service.person('anonymous');
    await service.send(submitStatement.subject, { activityId, text: 'Night buses' }, by(person));
    return person;
  }
  /** As identity records it. */
  async function confirms({ accountId }: Actor, more: readonly 'CredentialReissued'[] = []): Promise<void> {
    const metadata = { at: service.clock.now.toISOString(), correlationId: 'spec' };
    const events = ['EmailConfirmed', ...more].map((type) => ({ type, data: { accountId }, id: randomUUID(), metadata }));
    await service.store.append(`account-${accountId}`, events, 'any');
  }
  const raisedIn = async ({ consultationId }: Place) =>
    (await service.read(`consultation-${consultationId}`)).filter(
      (event): event is typeof event & AssuranceRaised => event.type === 'AssuranceRaised',
    );
  const namesOf = ({ consultationId }: Place, people: readonly Actor[]) =>
    Promise.all(people.map((person) => service.pseudonym(person, consultationId))).then((names) => names.sort());
  /** Looks as often as there are consultations in which something may be due. */
  async function look(times = 4): Promise<void> {
    for (let time = 0; time < times; time++) await service.raiseInOne();
  }

  it('count once enough people are together, each person at a time of its own, and others are not named', async () => {
    const here = await place();
    const people = [await voted(here), await voted(here), await voted(here)];
    const confirmedFirst = await service.person('email');
    for (const person of [...people.slice(0, 2), confirmedFirst]) await confirms(person);
    service.clock.now = new Date(inTheMiddle.getTime() + 25 * hour);
    await look();
    expect(await raisedIn(here)).toEqual([]);
    await confirms(people[2]!);
    service.clock.now = new Date(inTheMiddle.getTime() + 50 * hour);
    await look();
    const [batch, ...more] = await raisedIn(here);
    expect(more).toEqual([]);
    expect(batch!.data).toEqual({ consultationId: here.consultationId, level: 'email', voters: await namesOf(here, people) });
    expect(batch!.metadata.act).toMatchObject({ account: null, session: null, command: null });
    await look();
    expect(await raisedIn(here)).toHaveLength(1);
    // Whoever was raised and confirms another address hides nobody.
    for (const person of [...people.slice(0, 2), await voted(here)]) await confirms(person);
    service.clock.now = new Date(inTheMiddle.getTime() + 75 * hour);
    await look();
    expect(await raisedIn(here)).toHaveLength(1);
  });

  it('count with those of people who only wrote something, who are raised like them', async () => {
    const here = await place();
    const people = [await voted(here), await wrote(here), await wrote(here)];
    const wroteConfirmed = await service.person();
    const { activityId } = here;
    await service.send(submitStatement.subject, { activityId, text: 'More trams' }, by(wroteConfirmed));
    for (const person of [...people, wroteConfirmed]) await confirms(person);
    service.clock.now = new Date(inTheMiddle.getTime() + 25 * hour);
    await look();
    const batches = (await raisedIn(here)).map(({ data }) => data.voters);
    expect(batches).toEqual([await namesOf(here, people)]);
  });

  it('are told of in one consultation at a time', async () => {
    const [one, other] = [await place(), await place()];
    const people = [await voted(one, other), await voted(one, other), await voted(one, other)];
    for (const person of people) await confirms(person);
    service.clock.now = new Date(inTheMiddle.getTime() + 25 * hour);
    await look(1);
    expect([await raisedIn(one), await raisedIn(other)].flat()).toHaveLength(1);
    await look(1);
    expect([await raisedIn(one), await raisedIn(other)].flat()).toHaveLength(2);
  });

  it('count before the phase closes by date, however few people they are; whoever confirms after its end comes too late', async () => {
    const here = await place();
    const [inTime, tooLate] = [await voted(here), await voted(here)];
    await confirms(inTime);
    service.clock.now = end;
    await confirms(tooLate);
    await eventually(async () => {
      const types = (await service.read(`consultation-${here.consultationId}`)).map(({ type }) => type);
      expect(types.slice(-2)).toEqual(['AssuranceRaised', 'PhaseClosed']);
    });
    const [batch] = await raisedIn(here);
    expect(batch!.data.voters).toEqual(await namesOf(here, [inTime]));
    await look();
    expect(await raisedIn(here)).toHaveLength(1);
  });

  it('count some time before the end, in each consultation another', async () => {
    const here = await place();
    const person = await voted(here);
    await confirms(person);
    const lastCall = beginsLastCall(here.consultationId, end);
    service.clock.now = new Date(lastCall.getTime() - 1);
    await look();
    expect(await raisedIn(here)).toEqual([]);
    service.clock.now = lastCall;
    await look();
    expect((await raisedIn(here))[0]?.data.voters).toEqual(await namesOf(here, [person]));
    expect(lastCall < end).toBe(true);
    expect(beginsLastCall(randomUUID(), end)).not.toEqual(lastCall);
  });

  it('count before an official closes early; nobody else who asks for that hastens a batch', async () => {
    const here = await place();
    const person = await voted(here);
    await confirms(person);
    const { consultationId } = here;
    const asked = service.send(closeConsultation.subject, { consultationId, reason: 'Flood' }, by(await service.person()));
    await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    expect(await raisedIn(here)).toEqual([]);
    await service.close(consultationId);
    const types = (await service.read(`consultation-${consultationId}`)).map(({ type }) => type);
    const ofInterest = types.filter((type) => type !== 'PhaseOpened');
    expect(ofInterest.slice(-2)).toEqual(['AssuranceRaised', 'ConsultationClosed']);
  });

  it('of somebody who only wrote count before the closing, unless the person was erased', async () => {
    const here = await place();
    const [writer, erased] = [await wrote(here), await wrote(here)];
    for (const person of [writer, erased]) await confirms(person);
    await service.destroyKey(erased);
    await service.close(here.consultationId);
    expect((await raisedIn(here)).map(({ data }) => data.voters)).toEqual([await namesOf(here, [writer])]);
  });

  it('stay anonymous of an account whose address was released before, and of one that was erased', async () => {
    const here = await place();
    const [reissued, erased] = [await voted(here), await voted(here)];
    await confirms(reissued, ['CredentialReissued']);
    await confirms(erased);
    await service.destroyKey(erased);
    await service.close(here.consultationId);
    expect(await raisedIn(here)).toEqual([]);
  });

  it('stay anonymous in a phase that is closed', async () => {
    const activities = [{ method: 'deliberation', statements: ['Trams'], moderation: 'after' }];
    const { id: consultationId } = await service.draft({}, { phases: [{ activities }, { activities }] });
    service.clock.now = inTheMiddle;
    await service.publishAll(consultationId, [
      ['2026-05-10T00:00:00Z', '2026-05-16T00:00:00Z'],
      ['2026-05-16T00:00:00Z', '2026-05-20T00:00:00Z'],
    ]);
    const first = { consultationId, activityId: activityIn(consultationId) };
    const person = await voted(first);
    service.clock.now = new Date('2026-05-16T00:00:00Z');
    await eventually(async () => {
      const types = (await service.read(`consultation-${consultationId}`)).map(({ type }) => type);
      expect(types.slice(-2)).toEqual(['PhaseClosed', 'PhaseOpened']);
    });
    await confirms(person);
    await service.close(consultationId);
    expect(await raisedIn(first)).toEqual([]);
  });
});
