import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AccountEvent } from '../contract';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { tokenOf } from '../session/tokens';
import { confirmEmail } from './confirmation.contract';

describe('confirmation of an e-mail address', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const confirm = (token: unknown, context = by()) => identity.send(confirmEmail.subject, { token } as object, context);
  const historyOf = (accountId: string) => identity.store.readStream<AccountEvent>(`account-${accountId}`);

  it('shows at once in a session that is open', async () => {
    const person = newPerson();
    await identity.register(person);
    const { token, account } = await identity.signIn(person);
    expect((await identity.authenticate(token)).actor.assurance).toBe('unverified');
    const accepted = await confirm(await identity.tokenSentTo(person.email));
    expect(accepted.id).toBe(account.id);
    expect((await identity.authenticate(token)).actor.assurance).toBe('confirmed');
    expect((await historyOf(account.id)).at(-1)).toMatchObject({ type: 'EmailConfirmed', position: accepted.position });
  });

  it('gives the same answer to the same command, and refuses the link to another', async () => {
    const [person, context] = [newPerson(), by()];
    await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    const accepted = await confirm(token, context);
    expect(await confirm(token, context)).toEqual(accepted);
    await expect(confirm(token)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    expect((await historyOf(accepted.id)).filter(({ type }) => type === 'EmailConfirmed')).toHaveLength(1);
  });

  it('is given once when the link is opened twice at the same moment', async () => {
    const person = newPerson();
    await identity.register(person);
    const token = await identity.tokenSentTo(person.email);
    const outcomes = await Promise.allSettled([confirm(token), confirm(token), confirm(token)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses a forged token, no matter whom it names', async () => {
    const person = newPerson();
    await identity.register(person);
    const { account } = await identity.signIn(person);
    const real = await identity.tokenSentTo(person.email);
    const altered = real.slice(0, -1) + (real.endsWith('A') ? 'E' : 'A');
    for (const token of [
      tokenOf(account.id, randomBytes(32)),
      tokenOf(randomUUID(), randomBytes(32)),
      altered,
      `${real}=`,
      real.slice(1),
      '',
    ]) {
      await expect(confirm(token)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    }
    for (const token of ['\u0000'.repeat(64), '\ud800'.repeat(64), 'account-../../x']) {
      await expect(confirm(token)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    }
    for (const token of [undefined, null, 7, [real], { real }, 'a'.repeat(201)]) {
      await expect(confirm(token)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'token' } });
    }
  });

  it('expires after 48 hours; signing in then sends a new link, once', async () => {
    const person = newPerson();
    await atTime(Date.now() - (48 * 60 + 1) * 60_000, () => identity.register(person));
    const old = await identity.tokenSentTo(person.email);
    await expect(confirm(old)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });

    await identity.signIn(person);
    await identity.signIn(person);
    const mails = await identity.mailTo(person.email);
    expect(mails).toHaveLength(2);
    await expect(confirm(old)).rejects.toMatchObject({ code: 'CONFIRMATION_INVALID' });
    await confirm(await identity.tokenSentTo(person.email));
    expect((await identity.signIn(person)).account.assurance).toBe('confirmed');
  });

  it('opens no account whose key was destroyed', async () => {
    const person = newPerson();
    await identity.register(person);
    const { account } = await identity.signIn(person);
    await identity.query(`DELETE FROM vault.person_key WHERE person_id = $1`, [account.id]);
    await identity.restart();
    await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });
});

/** Does something while the clock of this process shows another time, without changing its timers. */
async function atTime(now: number, work: () => Promise<unknown>): Promise<void> {
  const timing = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;
  const timers = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
  jest.useFakeTimers({ now, doNotFake: [...timing, ...timers] });
  await work().finally(() => jest.useRealTimers());
}
