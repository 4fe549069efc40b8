import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Rejection } from '@isegoria/kernel';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { Guesses } from './guesses.service';

describe('somebody who guesses at a password', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const refusalOf = (work: Promise<unknown>): Promise<Rejection | undefined> =>
    work.then(
      () => undefined,
      (error: Rejection) => error,
    );
  const guess = (person: Pick<NewPerson, 'email'>, ...origins: string[]) =>
    refusalOf(identity.signIn({ email: person.email, password: 'not my password' }, by(undefined, ...origins)));
  const signIn = (person: NewPerson, ...origins: string[]) => refusalOf(identity.signIn(person, by(undefined, ...origins)));
  const waitIsOver = () => identity.query(`UPDATE identity.guess SET until = now()`);
  /** Somebody who signed in from B. */
  const owner = async () => {
    const person = newPerson();
    await identity.confirmed(person);
    expect(await signIn(person, 'B')).toBeUndefined();
    return person;
  };

  it('stops nobody who got in from elsewhere before; a stranger has to wait', async () => {
    const person = await owner();
    const codes: (string | undefined)[] = [];
    for (let time = 0; time < 50; time++) codes.push((await guess(person, 'A'))?.code);
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('WRONG_CREDENTIALS'));
    expect(new Set(codes.slice(10))).toEqual(new Set(['TOO_MANY_REQUESTS']));
    expect(await signIn(person, 'B')).toBeUndefined();
    const refused = await signIn(person, 'C');
    expect(refused).toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { retryAfter: expect.any(Number) } });
    expect(refused!.details.retryAfter).toBeLessThanOrEqual(30);
    await waitIsOver();
    expect(await signIn(person, 'C')).toBeUndefined();
  });

  it('waits twice as long after each further try, and never longer than a quarter of an hour', async () => {
    const person = newPerson();
    for (let time = 0; time < 9; time++) await guess(person, 'A');
    const waits: number[] = [];
    for (let time = 0; time < 7; time++) {
      expect(await guess(person, 'A')).toMatchObject({ code: 'WRONG_CREDENTIALS' });
      waits.push((await guess(person, 'A'))!.details.retryAfter!);
      await waitIsOver();
    }
    for (const [index, bound] of [30, 60, 120, 240, 480, 900, 900].entries()) {
      expect(waits[index]).toBeLessThanOrEqual(bound);
      expect(waits[index]).toBeGreaterThan(bound / 2);
    }
  });

  it('gains nothing by many origins, nor by a restart', async () => {
    const person = await owner();
    const before = await guess(person, 'origin 0');
    for (let origin = 1; origin < 12; origin++) await guess(person, `origin ${origin}`);
    expect(before).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await identity.restart();
    expect(await guess(person, 'a fresh origin')).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await signIn(person, 'B')).toBeUndefined();
  });

  it('at the origin of somebody who got in waits alone', async () => {
    const person = await owner();
    for (let time = 0; time < 11; time++) await guess(person, 'B');
    expect(await signIn(person, 'B')).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await signIn(person, 'C')).toBeUndefined();
  });

  it('is told the same of an address that nobody has', async () => {
    const [known, unknown] = [await owner(), newPerson()];
    for (const person of [known, unknown]) {
      const refusals: unknown[] = [];
      for (let time = 0; time < 12; time++) refusals.push((await guess(person, 'A'))?.code);
      expect(refusals).toEqual([...Array(10).fill('WRONG_CREDENTIALS'), 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
    }
  });

  it('does not stop somebody who is known by the name that their network had on an earlier day', async () => {
    const person = await owner();
    for (let time = 0; time < 11; time++) await guess(person, 'A');
    expect(await signIn(person, 'B of today', 'B of yesterday', 'B')).toBeUndefined();
    expect(await signIn(person, 'B of today')).toBeUndefined();
  });

  it('is forgotten after a day, whoever got in after two weeks, and neither address nor origin is kept as it is', async () => {
    const person = await owner();
    await guess(person, 'A');
    const rows = () => identity.query(`SELECT * FROM identity.guess`) as Promise<{ name: string; known: boolean }[]>;
    expect(JSON.stringify(await rows())).not.toContain(person.email);
    await identity.query(`UPDATE identity.guess SET at = at - interval '25 hours'`);
    await identity.app().get(Guesses).putAway();
    expect((await rows()).every(({ known }) => known)).toBe(true);
    expect((await rows()).length).toBeGreaterThan(0);
    await identity.query(`UPDATE identity.guess SET at = at - interval '14 days'`);
    await identity.app().get(Guesses).putAway();
    expect(await rows()).toEqual([]);
  });

  it('leaves nothing of where they came from in the log', async () => {
    const person = newPerson();
    await identity.register(person, by(undefined, 'an origin to be found'));
    const { account } = await identity.confirmed(person);
    const events = await identity.store.readStream(`account-${account.id}`);
    expect(JSON.stringify(events)).not.toContain('origin to be found');
  });
});
