import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyEvent, rolesWith, roles, type EventContract, type Role } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { recordBefore, recordDecisionBy, recordSample } from './what-comes-before.fixture';

const everything = (everyEvent as readonly EventContract[]).map((contract) => [contract.type, contract] as const);
const acts = everything.filter(([, { may }]) => may !== undefined);
const publicActs = acts.filter(([, { stream }]) => stream.bodies === 'public');
/** That of all samples. */
const sampleId = 'c0450000-0000-4000-8000-000000000001';
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
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at: audited.site.at, ...metadata } }] as never, 'any');
  /** The sample of an event, after what comes before it in the hands of an administrator. */
  const act = async ({ type }: EventContract, by: unknown) => {
    await recordBefore(audited.site, type, audited.history.administrator);
    await recordSample(audited.site, type, by);
  };
  const again = ({ type }: EventContract, by: unknown) => recordSample(audited.site, type, by);
  const register = (accountId: string) => record(`account-${accountId}`, 'AccountRegistered', { accountId, profile: { sealed: '1.x.y' } });
  const granted = async (role: Role, by = audited.history.administrator, unit = 'root') => {
    if (!audited.site.events.some(({ stream }) => stream === `account-${stranger}`)) await register(stranger);
    await record(`account-${stranger}`, 'RoleGranted', { accountId: stranger, role, unit, by });
  };
  const audit = async () => {
    if (audited.site.events.some(({ data }) => (data as { consultationId?: string }).consultationId === sampleId)) audited.show(sampleId);
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
    await recordBefore(audited.site, contract.type, audited.history.administrator);
    if (contract.type === 'StatementDecisionUndone') await recordDecisionBy(audited.site, stranger, audited.history.administrator);
    const before = Number((await audit()).acts);
    await again(contract, stranger);
    expect(await audit()).toMatchObject({ exitCode: 0, acts: before + 1 });
    await record(`account-${stranger}`, 'RoleRevoked', { accountId: stranger, role, unit: 'root', by: audited.history.administrator });
    // What is recorded later may have been done while the role was held, but not before the batch before it.
    if (contract.isRecordedLater) await record('erasures-1', 'AccountsErased', { batch: '1', count: 1, staff: [], authors: [] });
    await again(contract, stranger);
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it('takes an act by somebody whose role ends later, and finds one by somebody whose role has ended by itself', async () => {
    audited.site.showsAll = true;
    await register(stranger);
    const given = (until: number) => {
      const data = { accountId: stranger, role: 'administrator', unit: 'root', until: new Date(until).toISOString() };
      return record(`account-${stranger}`, 'RoleGranted', { ...data, by: audited.history.administrator });
    };
    const now = Date.parse(audited.site.at);
    await given(now + 3_600_000);
    await recordSample(audited.site, 'SettingsChanged', stranger);
    expect(await audit()).toMatchObject({ exitCode: 0 });
    audited.site.passed += 2 * 3_600_000;
    await recordSample(audited.site, 'SettingsChanged', stranger, { editMinutes: 5 });
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
    const returned = '57a00000-0000-4000-8000-00000000000a';
    for (const type of ['AccountRegistered', 'EmailConfirmed', 'CredentialReissued'])
      await recordSample(audited.site, type, undefined, { accountId: returned });
    await record(`account-${returned}`, 'RoleGranted', { accountId: returned, role: 'administrator', unit: 'root', by: returned });
    expect(await audit()).toMatchObject({ exitCode: 0 });
    const late = audited.site.events.filter(({ type }) => type === 'AccountRegistered').at(-3)!.stream;
    const accountId = late.slice('account-'.length);
    await record(late, 'SomethingNewer', { accountId });
    await record(late, 'RoleGranted', { accountId, role: 'administrator', unit: 'root', by: accountId });
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it('lets an official accept what the office puts, and nobody but moderators what citizens say', async () => {
    await granted('official');
    audited.site.showsAll = true;
    const { administrator } = audited.history;
    await recordBefore(audited.site, 'StatementSubmitted', administrator);
    const [first, second] = ['57a70000-0000-4000-8000-000000000001', '57a70000-0000-4000-8000-000000000002'];
    await recordSample(audited.site, 'StatementSubmitted', stranger, { statementId: first });
    await recordSample(audited.site, 'StatementAccepted', stranger, { statementId: first });
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await recordSample(audited.site, 'ConsultationPublished', administrator);
    const words = { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' } };
    await recordSample(audited.site, 'StatementSubmitted', stranger, { statementId: second, ...words });
    await recordSample(audited.site, 'StatementAccepted', stranger, { statementId: second });
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
