import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyEvent, rolesWith, roles, type EventContract, type Role } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

const everything = (everyEvent as readonly EventContract[]).map((contract) => [contract.type, contract] as const);
const acts = everything.filter(([, { may }]) => may !== undefined);
const publicActs = acts.filter(([, { stream }]) => stream.bodies === 'public');
const at = '2026-03-02T12:00:00.000Z';
const stranger = '57a00000-0000-4000-8000-000000000009';

describe('an audit of what officials did', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    audited.site.isLive = false;
  });
  afterEach(() => audited.close());

  const last = () => audited.site.events.length - 1;
  const record = (stream: string, type: string, data: object, metadata: object = {}) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at, ...metadata } }] as never, 'any');
  /** About a consultation and a person that the site has. */
  const act = ({ type, stream, sample }: EventContract, by: unknown) => {
    const { consultationId } = audited.history.deliberation;
    const { activityId } = audited.history.deliberated;
    const accountId = audited.site.events.findLast((event) => event.type === 'AccountRegistered')!.stream.slice('account-'.length);
    const known = Object.fromEntries(Object.entries({ consultationId, activityId, accountId }).filter(([member]) => member in sample));
    const data = { ...sample, ...known, by };
    return record(stream.nameFor(data)!, type, data);
  };
  const granted = (role: Role, by = audited.history.administrator, unit = 'root') =>
    record(`account-${stranger}`, 'RoleGranted', { accountId: stranger, role, unit, by });
  const audit = async () => {
    await audited.site.sign();
    return audited.audit();
  };

  it.each(publicActs)('finds a %s by somebody whom nobody gave a role', async (_, contract) => {
    await act(contract, stranger);
    expect(await audit()).toMatchObject({
      exitCode: 12,
      index: last(),
      finding: expect.stringContaining('no event before it gave a role'),
    });
  });

  it.each(acts)('finds a %s by somebody with every role but those for it', async (_, contract) => {
    audited.site.showsAll = true;
    const allowed: readonly Role[] = rolesWith[contract.may!];
    for (const role of roles) if (!allowed.includes(role)) await granted(role);
    await act(contract, stranger);
    const finding = expect.stringMatching(new RegExp(`may do so in unit root.*: ${allowed.join(' or ')}`));
    expect(await audit()).toMatchObject({ exitCode: 12, index: last(), finding });
  });

  it.each(acts)('takes a %s by somebody who was given a role for it, and no longer once that ended', async (_, contract) => {
    audited.site.showsAll = true;
    const [role] = rolesWith[contract.may!];
    await granted(role);
    const before = Number((await audit()).acts);
    await act(contract, stranger);
    expect(await audit()).toMatchObject({ exitCode: 0, acts: before + 1 });
    await record(`account-${stranger}`, 'RoleRevoked', { accountId: stranger, role, unit: 'root', by: audited.history.administrator });
    // What is recorded later may have been done while the role was held, but not before the batch before it.
    if (contract.isRecordedLater) await record('erasures-1', 'AccountsErased', { batch: '1', count: 1, staff: [], authors: [] });
    await act(contract, stranger);
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it.each(publicActs)('takes a %s by nobody for none, unless it may come about by itself', async (_, contract) => {
    await act(contract, null);
    expect(await audit()).toMatchObject({ exitCode: contract.orElse === 'by itself' ? 0 : 12 });
  });

  it('finds a role that somebody gave to themselves, but for an administrator whom the operator names', async () => {
    audited.site.showsAll = true;
    await record(`account-${stranger}`, 'AccountRegistered', { accountId: stranger, profile: { sealed: '1.x.y' } });
    await record(`account-${stranger}`, 'EmailConfirmed', { accountId: stranger });
    await granted('administrator', stranger);
    expect(await audit()).toMatchObject({ exitCode: 0 });
    const late = audited.site.events.filter(({ type }) => type === 'AccountRegistered').at(-2)!.stream;
    const accountId = late.slice('account-'.length);
    await record(late, 'EmailConfirmed', { accountId });
    await record(late, 'RoleGranted', { accountId, role: 'administrator', unit: 'root', by: accountId });
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it('lets an official accept what the office puts, and nobody but moderators what citizens say', async () => {
    await granted('official');
    audited.site.showsAll = true;
    const { consultationId } = audited.history.deliberation;
    const stated = async (id: string, author: string | null) => {
      const data = { statementId: id, consultationId: 'none', author, assurance: null, text: { plain: 'Words' }, externalId: null };
      await record(`statement-${id}`, 'StatementSubmitted', { ...data, consultationId: consultationId.slice(1) });
      await record(`statement-${id}`, 'StatementAccepted', { statementId: id, consultationId: consultationId.slice(1), by: stranger });
    };
    await stated('1', null);
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await stated('2', 'anna');
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it('finds a contribution that an office is said to have brought in, and that may not', async () => {
    const { consultationId } = audited.history.poll;
    const { activityId } = audited.history.polled;
    const imported = { at: '2015-08-30T23:59:59Z', by: stranger };
    const data = { consultationId, activityId, voter: 'anna', options: ['a'], assurance: 'attested' };
    await record(`ballot-${activityId}-anna`, 'PollBallotCast', data, { imported });
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it.each(everything)('finds a %s in a stream that is not for it', async (_, { type, sample }) => {
    await record('noted-elsewhere', type, sample);
    expect(await audit()).toMatchObject({ exitCode: 16, index: last(), finding: expect.stringContaining('noted-elsewhere') });
  });
});
