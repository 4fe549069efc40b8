import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRawLog } from '@isegoria/event-sourcing';
import { eventually } from '@isegoria/testing';
import { eraseOwnAccount } from './erasure/erasure.contract';
import { by, newPerson, startIdentity, type RunningIdentity } from './identity.fixture';

describe('identity beside a newer instance that records what it does not know', () => {
  let identity: RunningIdentity;
  beforeAll(async () => (identity = await startIdentity()));
  afterAll(() => identity?.stop());

  const metadata = { at: new Date().toISOString(), correlationId: 'spec' };
  const newer = (stream: string, type = 'SomethingNewer') =>
    identity.store.append(stream, [{ type, data: {}, id: randomUUID(), metadata }], 'any');
  const streams = async (beginning: string) =>
    (await readRawLog(identity.store, { count: 10_000 })).filter(({ stream }) => stream.startsWith(beginning)).map(({ stream }) => stream);

  it('gives nobody an address a second time, and lets its holder in', async () => {
    const person = newPerson();
    await identity.confirmed(person);
    const begun = new Set([...(await streams('email-')), ...(await streams('account-'))]);
    expect(begun.size).toBe(2);
    for (const stream of begun) await newer(stream);
    const second = { ...newPerson(), email: person.email };
    const other = await identity.register(second);
    await expect(identity.signIn(second)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(begun).not.toContain(`account-${other.account.id}`);
    expect(begun).toContain(`account-${(await identity.signIn(person)).account.id}`);
  });

  it('finishes erasures, and takes no other event for one', async () => {
    await newer(`account-${randomUUID()}`, 'AccountErasedInABatch');
    const person = newPerson();
    const { account } = await identity.confirmed(person);
    await newer(`account-${account.id}`, 'AccountErasedInABatch');
    const actor = { accountId: account.id, roles: account.roles, assurance: account.assurance };
    await identity.send(eraseOwnAccount.subject, { password: person.password }, by(actor));
    const living = 'SELECT count(*) FROM vault.person_key WHERE person_id = $1 AND wrapped IS NOT NULL';
    const keys = async () => Number((await identity.query(living, [account.id]))[0].count);
    await eventually(async () => expect(await keys()).toBe(0));
    await expect(identity.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });
});
