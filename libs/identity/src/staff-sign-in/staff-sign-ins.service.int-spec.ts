import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { staffSignInsStream, type StaffEvent } from './staff-sign-in.contract';

describe('sign-ins of staff', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const recorded = () => identity.store.readStream<StaffEvent>(staffSignInsStream);
  const recordedOf = async (accountId: string) => (await recorded()).filter(({ data }) => data.accountId === accountId);
  const failingAs = ({ email }: { email: string }) => identity.signIn({ email, password: 'not my password' }).catch(({ code }) => code);
  const registered = async () => {
    const person = newPerson();
    await identity.register(person);
    return { person, accountId: (await identity.signIn(person)).account.id };
  };
  const withRole = async () => {
    const staff = await registered();
    await identity.grant(staff.accountId, 'moderator');
    return staff;
  };

  it('are on record, with who and in which roles, before there is a session', async () => {
    const { person, accountId } = await withRole();
    expect(await recordedOf(accountId)).toEqual([]);
    await identity.signIn(person);
    await identity.signIn(person);
    const events = await recordedOf(accountId);
    expect(events.map(({ type }) => type)).toEqual(['StaffSignedIn', 'StaffSignedIn']);
    expect(events[0]!.data).toEqual({
      accountId,
      roles: [{ role: 'moderator', unit: 'root' }],
      blind: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(events[1]!.data.blind).not.toBe(events[0]!.data.blind);
  });

  it('say nothing of address, name, password, token or origin', async () => {
    const { person, accountId } = await withRole();
    const { token } = await identity.signIn(person);
    const written = JSON.stringify(await recordedOf(accountId)).toLowerCase();
    for (const secret of [person.email, person.name, person.password, token, '127.0.0.1'])
      expect(written).not.toContain(secret.toLowerCase());
  });

  it('are recorded once for a request that is delivered twice', async () => {
    const { person, accountId } = await withRole();
    const context = by();
    await identity.signIn(person, context);
    await identity.signIn(person, context);
    expect(await recordedOf(accountId)).toHaveLength(1);
  });

  it('leave no trace for citizens, nor for addresses that nobody has', async () => {
    const before = (await recorded()).length;
    const { person, accountId } = await registered();
    await failingAs(person);
    await failingAs(newPerson());
    const staff = await withRole();
    await failingAs(staff.person);
    await eventually(async () => expect(await recordedOf(staff.accountId)).toHaveLength(1));
    expect(await recordedOf(accountId)).toEqual([]);
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('that failed are recorded at most once a minute and account, also when all come at once', async () => {
    const [one, other] = [await withRole(), await withRole()];
    const codes = await Promise.all(Array.from({ length: 8 }, () => failingAs(one.person)));
    expect(codes).toEqual(codes.map(() => 'WRONG_CREDENTIALS'));
    await failingAs(other.person);
    await eventually(async () => expect(await recordedOf(other.accountId)).toHaveLength(1));
    await eventually(async () => expect((await recordedOf(one.accountId)).map(({ type }) => type)).toEqual(['StaffSignInFailed']));

    await identity.query(
      `UPDATE identity.staff_sign_in_failure SET recorded_at = recorded_at - interval '1 minute' WHERE account_id = $1`,
      [one.accountId],
    );
    await failingAs(one.person);
    await failingAs(other.person);
    await identity.restart(); // A stop waits for what is being recorded, so nothing comes after this.
    expect(await recordedOf(one.accountId)).toHaveLength(2);
    expect(await recordedOf(other.accountId)).toHaveLength(1);
  });

  it('end with the role: who has none any more is a citizen like any other', async () => {
    const { person, accountId } = await withRole();
    await identity.revoke(accountId, 'moderator');
    await identity.signIn(person);
    expect(await recordedOf(accountId)).toEqual([]);
  });
});
