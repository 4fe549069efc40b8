import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsStream, type SettingsChanged } from '@isegoria/content';
import { rootUnit, type Actor, type CommandContext } from '@isegoria/kernel';
import { by, newPerson, startIdentity, type NewPerson, type RunningIdentity } from '../identity.fixture';
import { changePassword } from '../password/password.contract';
import { eraseOwnAccount } from '../erasure/erasure.contract';
import type { Session } from '../session/session.contract';
import { CodeApp } from './app.fixture';
import {
  beginSecondFactor,
  confirmSecondFactor,
  enterCode,
  renewRecoveryCodes,
  resetSecondFactor,
  showSecondFactor,
  turnOffSecondFactor,
  type NewSecondFactor,
  type RecoveryCodes,
} from './second-factor.contract';

describe('a second factor', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  /** Not of the domain that needs none. */
  const newOfficial = (): NewPerson => {
    const person = newPerson();
    return { ...person, email: person.email.replace('example.org', 'ministry.example') };
  };
  const inSession = async ({ token }: { token: string }): Promise<CommandContext> => {
    const { actor, id } = await identity.authenticate(token);
    return { ...by(actor), session: id };
  };
  const begin = async (person: NewPerson, session: Session) =>
    new CodeApp(
      (await identity.send<NewSecondFactor>(beginSecondFactor.subject, { password: person.password }, await inSession(session))).secret,
    );
  /** Somebody with a second factor, whose app made one code so far. */
  const withFactor = async (person = newOfficial()) => {
    const session = await identity.confirmed(person);
    const app = await begin(person, session);
    const { codes } = await identity.send<RecoveryCodes>(confirmSecondFactor.subject, { code: app.code(-1) }, await inSession(session));
    return { person, session, app, codes, id: session.account.id };
  };
  const enter = ({ token }: { token: string }, code: string, context = by()) =>
    identity.send<Session>(enterCode.subject, { token, code }, context);
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      ({ code }) => code,
    );
  const actorIn = async ({ token }: { token: string }): Promise<Actor> => (await identity.authenticate(token)).actor;
  const moderator = { role: 'moderator', unit: rootUnit };

  it('is asked for at each sign-in once it was set up with a code: before, the token opens nothing and tells nothing', async () => {
    const { person, app, id } = await withFactor();
    const first = await identity.signIn(person);
    expect(first).toMatchObject({ needsCode: true, account: { id, name: '', email: '', roles: [] } });
    await expect(identity.authenticate(first.token)).rejects.toMatchObject({ code: 'CODE_REQUIRED' });
    await expect(enter(first, app.wrongCode())).rejects.toMatchObject({ code: 'WRONG_CODE', details: { field: 'code' } });
    const second = await enter(first, app.code());
    expect(second).toMatchObject({ account: { id, email: person.email, name: person.name } });
    expect(second.token).not.toBe(first.token);
    expect((await actorIn(second)).accountId).toBe(id);
    await expect(identity.authenticate(first.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    await expect(enter(second, app.code(1))).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('takes a code once, also from two at the same moment, and none of an earlier step', async () => {
    const { person, app } = await withFactor();
    const [one, other] = [await identity.signIn(person), await identity.signIn(person)];
    const outcomes = await Promise.all([codeOf(enter(one, app.code())), codeOf(enter(other, app.code()))]);
    expect(outcomes.toSorted()).toEqual(['WRONG_CODE', 'done']);
    const third = await identity.signIn(person);
    for (const used of [app.code(), app.code(-1)]) expect(await codeOf(enter(third, used))).toBe('WRONG_CODE');
    expect(await codeOf(enter(third, app.code(1)))).toBe('done');
  });

  it('can be replaced by one of ten recovery codes, each once, however it is typed', async () => {
    const { person, session, codes } = await withFactor();
    expect(new Set(codes)).toHaveProperty('size', 10);
    expect(await codeOf(enter(await identity.signIn(person), ` ${codes[0]!.toUpperCase().replaceAll('-', ' ')} `))).toBe('done');
    const twice = [await identity.signIn(person), await identity.signIn(person)].map((first) => codeOf(enter(first, codes[1]!)));
    expect((await Promise.all(twice)).toSorted()).toEqual(['WRONG_CODE', 'done']);
    expect(await codeOf(enter(await identity.signIn(person), codes[0]!))).toBe('WRONG_CODE');
    expect(await identity.send(showSecondFactor.subject, {}, await inSession(session))).toEqual({ isOn: true, recoveryCodesLeft: 8 });
  });

  it('is kept sealed, and codes as hashes; both go with the account', async () => {
    const { person, session, codes, id } = await withFactor();
    const rows = () =>
      identity.query(
        `SELECT sealed_secret FROM identity.second_factor WHERE account_id = $1 UNION ALL SELECT hash FROM identity.recovery_code
         WHERE account_id = $1`,
        [id],
      );
    expect(await rows()).toHaveLength(11);
    for (const code of codes) expect(JSON.stringify(await rows())).not.toContain(code);
    expect(JSON.stringify(await rows())).not.toMatch(/"[A-Z2-7]{32}"/);
    await identity.send(eraseOwnAccount.subject, { password: person.password }, await inSession(session));
    expect(await rows()).toEqual([]);
  });

  it('slows down who guesses codes, without stopping who got in from elsewhere', async () => {
    const { person, app } = await withFactor();
    await enter(await identity.signIn(person), app.code(), by(undefined, 'B'));
    const waiting = await identity.signIn(person);
    const guesses: string[] = [];
    for (let time = 0; time < 12; time++) guesses.push(await codeOf(enter(waiting, app.wrongCode(), by(undefined, 'A'))));
    expect(guesses.slice(-2)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
    expect(await codeOf(enter(waiting, app.code(1), by(undefined, 'A')))).toBe('TOO_MANY_REQUESTS');
    expect(await codeOf(enter(waiting, app.code(1), by(undefined, 'B')))).toBe('done');
  });

  it('is turned off, and codes are renewed, with password and code only', async () => {
    const { person, session, app, codes } = await withFactor();
    const context = await inSession(session);
    for (const { subject } of [renewRecoveryCodes, turnOffSecondFactor]) {
      const tries = [
        { password: 'not my password', code: codes[0]! },
        { password: person.password, code: app.wrongCode() },
      ];
      for (const proof of tries) expect(await codeOf(identity.send(subject, proof, context))).toMatch(/^WRONG_C/);
    }
    const renewed = await identity.send<RecoveryCodes>(
      renewRecoveryCodes.subject,
      { password: person.password, code: app.code() },
      context,
    );
    expect(await codeOf(enter(await identity.signIn(person), codes[1]!))).toBe('WRONG_CODE');
    await identity.send(turnOffSecondFactor.subject, { password: person.password, code: renewed.codes[0]! }, context);
    expect((await identity.signIn(person)).needsCode).toBeUndefined();
    expect((await identity.mailTo(person.email)).map(({ subject }) => subject).slice(0, 3)).toEqual([
      'The second factor of your account was turned off',
      'Your account has new recovery codes',
      'Your account has a second factor',
    ]);
  });

  it('is not begun without the password, nor again, nor with a wrong code, nor for an account without an address', async () => {
    const { person, session } = await withFactor();
    const start = (password: string, context: CommandContext) => codeOf(identity.send(beginSecondFactor.subject, { password }, context));
    expect(await start('not my password', await inSession(session))).toBe('WRONG_CREDENTIALS');
    expect(await start(person.password, await inSession(session))).toBe('ALREADY_DONE');
    const unconfirmed = newOfficial();
    expect(await start(unconfirmed.password, await inSession(await identity.register(unconfirmed)))).toBe('CONFLICT');
    const another = newOfficial();
    const opened = await identity.confirmed(another);
    const app = await begin(another, opened);
    const confirm = async (code: string) => codeOf(identity.send(confirmSecondFactor.subject, { code }, await inSession(opened)));
    expect(await confirm(app.wrongCode())).toBe('WRONG_CODE');
    expect((await identity.signIn(another)).needsCode).toBeUndefined();
    expect(await confirm(app.code())).toBe('done');
  });

  it('ends the sessions that did not show it, and is asked for no second time when the password changes', async () => {
    const person = newOfficial();
    const session = await identity.confirmed(person);
    const other = await identity.signIn(person);
    const app = await begin(person, session);
    await identity.send(confirmSecondFactor.subject, { code: app.code(-1) }, await inSession(session));
    await expect(identity.authenticate(other.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    const change = { password: person.password, newPassword: 'another long password' };
    const changed = await identity.send<Session>(changePassword.subject, change, await inSession(session));
    expect(changed.needsCode).toBeUndefined();
    await expect(identity.authenticate(session.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  describe('of staff', () => {
    it('makes their roles count; without it there are none, in this session or the next', async () => {
      const person = newOfficial();
      const session = await identity.confirmed(person);
      await identity.grant(session.account.id, 'moderator');
      expect(await actorIn(session)).toMatchObject({ roles: [], lacksSecondFactor: true });
      const again = await identity.signIn(person);
      expect(again.account).toMatchObject({ roles: [], lacksSecondFactor: true });
      const app = await begin(person, session);
      await identity.send(confirmSecondFactor.subject, { code: app.code(-1) }, await inSession(session));
      expect(await actorIn(session)).toMatchObject({ roles: [moderator] });
      expect(await actorIn(await enter(await identity.signIn(person), app.code()))).toMatchObject({ roles: [moderator] });
    });

    it('is not asked for in the domain for trying out, nor where the settings do without', async () => {
      const demo = newPerson();
      const { account } = await identity.confirmed(demo);
      await identity.grant(account.id, 'moderator');
      expect(await actorIn(await identity.signIn(demo))).toMatchObject({ roles: [moderator] });
      const person = newOfficial();
      const session = await identity.confirmed(person);
      await identity.grant(session.account.id, 'moderator');
      const set = async (staffNeedSecondFactor: boolean | null) => {
        const data = {
          institution: null,
          contactEmail: null,
          notice: null,
          contributionsPerPerson: null,
          editMinutes: null,
          staffNeedSecondFactor,
          timeZone: null,
          colour: null,
          by: account.id,
        };
        const event: SettingsChanged = { type: 'SettingsChanged', data };
        const { commandId: id, correlationId } = by();
        await identity.store.append(settingsStream, [{ ...event, id, metadata: { at: new Date().toISOString(), correlationId } }], 'any');
      };
      await set(false);
      expect(await actorIn(session)).toMatchObject({ roles: [moderator] });
      await set(null);
      expect(await actorIn(session)).toMatchObject({ roles: [], lacksSecondFactor: true });
    });

    it('is taken away by another administrator of the root, on record, and the person is told', async () => {
      const { person, session, id } = await withFactor();
      const administrator = by(await identity.anAdministrator());
      await identity.send(resetSecondFactor.subject, { accountId: id }, administrator);
      const events = await identity.store.readStream(`account-${id}`);
      expect(events.at(-1)).toMatchObject({
        type: 'SecondFactorReset',
        data: { accountId: id, by: administrator.actor!.accountId },
      });
      await expect(identity.authenticate(session.token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
      expect((await identity.signIn(person)).needsCode).toBeUndefined();
      expect((await identity.mailTo(person.email))[0]!.subject).toBe('An administrator removed your second factor');
    });
  });
});
