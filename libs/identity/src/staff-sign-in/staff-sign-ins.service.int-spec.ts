import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@isegoria/kernel';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { changePassword, chooseNewPassword, requestNewPassword } from '../password/password.contract';
import { StaffSignIns } from './staff-sign-ins.service';
import { staffSignInsStream, type SignInsFailed, type StaffEvent, type StaffSignedIn } from './staff-sign-in.contract';

describe('sign-ins of staff', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const recorded = () => identity.store.readStream<StaffEvent>(staffSignInsStream);
  const recordedOf = async (accountId: string) =>
    (await recorded()).filter(
      (event): event is Recorded<StaffSignedIn> => event.type === 'StaffSignedIn' && event.data.accountId === accountId,
    );
  const failingAs = ({ email }: { email: string }) => identity.signIn({ email, password: 'not my password' }).catch(({ code }) => code);
  const registered = async () => {
    const person = newPerson();
    return { person, accountId: (await identity.confirmed(person)).account.id };
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

  it('are on record whichever way the session begins: a password that was replaced or changed opens one, too', async () => {
    const { person, accountId } = await withRole();
    await identity.send(requestNewPassword.subject, { email: person.email });
    const chosen = { token: await identity.tokenSentTo(person.email), password: 'another long password' };
    await identity.send(chooseNewPassword.subject, chosen);
    expect(await recordedOf(accountId)).toHaveLength(1);
    const self = by({ accountId, roles: [{ role: 'moderator', unit: 'root' }], assurance: 'email' });
    await identity.send(changePassword.subject, { password: chosen.password, newPassword: 'a third long password' }, self);
    expect(await recordedOf(accountId)).toHaveLength(2);
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

  const tell = () => identity.app().get(StaffSignIns).tellFailures();
  const failures = async () => (await recorded()).filter((event): event is Recorded<SignInsFailed> => event.type === 'SignInsFailed');

  it('leave no trace for citizens, nor for addresses that nobody has', async () => {
    const before = (await recorded()).length;
    const { person } = await registered();
    await identity.signIn(person);
    expect(await recorded()).toHaveLength(before);
  });

  it('that failed leave one leaf an hour, whether a citizen, the staff or nobody was tried', async () => {
    await tell();
    const staff = await withRole();
    for (const tried of [(await registered()).person, newPerson(), staff.person]) {
      const before = await recorded();
      for (let time = 0; time < 3; time++) expect(await failingAs(tried)).toBe('WRONG_CREDENTIALS');
      expect(await recorded()).toHaveLength(before.length);
      await tell();
      await tell();
      const after = await recorded();
      expect(after.slice(before.length).map(({ type }) => type)).toEqual(['SignInsFailed']);
    }
    const [citizen, nobody, official] = (await failures()).slice(-3).map(({ data: { blind: _, ...data } }) => data);
    expect([citizen, nobody]).toEqual([
      { staff: [], others: 3 },
      { staff: [], others: 3 },
    ]);
    expect(official).toEqual({
      staff: [{ accountId: staff.accountId, roles: [{ role: 'moderator', unit: 'root' }], tries: 3 }],
      others: 0,
    });
  });

  it('that failed are told once, also where telling was interrupted or two instances do it', async () => {
    await tell();
    const [one, other] = [await withRole(), await withRole()];
    await Promise.all(Array.from({ length: 8 }, () => failingAs(one.person)));
    await failingAs(other.person);
    await identity.query(`UPDATE identity.failed_sign_in SET batch = gen_random_uuid() WHERE account_id = $1`, [one.accountId]);
    await Promise.all([tell(), tell()]);
    const tries = (accountId: string) => async () =>
      (await failures()).flatMap(({ data }) => data.staff).flatMap((staff) => (staff.accountId === accountId ? staff.tries : []));
    expect([await tries(one.accountId)(), await tries(other.accountId)()]).toEqual([[8], [1]]);
  });

  it('end with the role: who has none any more is a citizen like any other', async () => {
    const { person, accountId } = await withRole();
    await identity.revoke(accountId, 'moderator');
    await identity.signIn(person);
    expect(await recordedOf(accountId)).toEqual([]);
  });
});
