import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyEvent, roles, rolesWith, type EventContract, type Role } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { recordBefore, recordDecisionBy, recordSample } from './what-comes-before.fixture';

const [water, shores, roads] = ['root.1f0c22aa', 'root.1f0c22aa.90b3d7e1', 'root.2a2a2a2a'];
const clerk = '57a00000-0000-4000-8000-000000000009';
const ids = ['consultationId', 'activityId', 'statementId', 'milestoneId', 'commentId', 'questionId', 'pageId', 'exportId'] as const;
/** What an office answers, by whatever name it is known: here an activity. */
const aboutOf = ({ activityId }: { activityId: string }) => ({ aboutId: activityId });

/** Acts about something that has a unit, other than that of beginning it and of giving a role in it. */
const acts = (everyEvent as readonly EventContract[])
  .filter(({ may, sample, stream }) => may && stream.bodies === 'public' && ids.some((id) => id in sample) && !('unit' in sample))
  .map((contract) => [contract.type, contract] as const);

/** What a sample says of things in a unit, at whatever depth: here of those of another. */
function withIds<Said>(said: Said, own: Readonly<Record<string, unknown>>): Said {
  if (Array.isArray(said)) return said.map((one: unknown) => withIds(one, own)) as Said;
  if (typeof said !== 'object' || said === null) return said;
  const members = Object.entries(said).map(([member, value]) => [member, member in own ? own[member] : withIds(value, own)]);
  return Object.fromEntries(members) as Said;
}

const ofUnit = (sample: object, own: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(withIds(sample, own)).filter(([member]) => member !== 'by'));

describe('an audit of what officials did in units', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  /** Everything there is in each unit. */
  const things = new Map<string, Record<(typeof ids)[number], string>>();
  beforeEach(async () => {
    audited = await auditedHistory();
    [audited.site.isLive, audited.site.showsAll] = [false, true];
    for (const unit of [water, shores, roads]) {
      const known = Object.fromEntries(ids.map((id) => [id, randomUUID()])) as Record<(typeof ids)[number], string>;
      things.set(unit!, { ...known, ...aboutOf(known) });
      await recordSample(audited.site, 'UnitMade', administrator(), { unit });
    }
  });
  afterEach(() => audited.close());

  const last = () => audited.site.events.length - 1;
  const record = (stream: string, type: string, data: object) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at: audited.site.at } }] as never, 'any');
  const administrator = () => audited.history.administrator;
  const register = (accountId: string) => record(`account-${accountId}`, 'AccountRegistered', { accountId, profile: { sealed: '1.x.y' } });
  const grant = async (role: Role, unit: string, accountId = clerk, by = administrator()) => {
    if (!audited.site.events.some(({ stream }) => stream === `account-${accountId}`)) await register(accountId);
    await record(`account-${accountId}`, 'RoleGranted', { accountId, role, unit, by });
  };
  const audit = async () => {
    const published = audited.site.events.filter(({ type }) => type === 'ConsultationPublished');
    const ids = new Set(published.map(({ data }) => (data as { consultationId: string }).consultationId));
    const own = [...things.values()].map(({ consultationId }) => consultationId);
    audited.show(...own.filter((id) => ids.has(id)));
    await audited.site.sign();
    return audited.audit();
  };

  /** The act, on what there is in the unit, after what comes before it. @param more what the event says beside that */
  async function act({ type, sample }: EventContract, unit: string, more: object = {}, isAllowed = false) {
    const own = things.get(unit)!;
    await recordBefore(audited.site, type, administrator(), { ...own, unit });
    const known = ofUnit(sample, own);
    if (isAllowed && type === 'StatementDecisionUndone') await recordDecisionBy(audited.site, clerk, administrator(), known);
    return recordSample(audited.site, type, clerk, { ...known, ...more });
  }

  it.each(acts)('takes a %s in a unit by a role held there, and in one below it', async (_, contract) => {
    await grant(rolesWith[contract.may!][0], water!);
    for (const unit of [water!, shores!]) await act(contract, unit, {}, true);
    expect(await audit()).toMatchObject({ exitCode: 0 });
  });

  it.each(acts)('finds a %s in a unit beside that of the role', async (_, contract) => {
    for (const role of roles) await grant(role, roads!);
    await act(contract, water!);
    expect(await audit()).toMatchObject({ exitCode: 12, index: last(), finding: expect.stringContaining(`in unit ${water}`) });
  });

  it.each(acts)('finds a %s in a unit above that of the role', async (_, contract) => {
    for (const role of roles) await grant(role, shores!);
    await act(contract, water!);
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it.each(acts)('does not believe a %s that names another unit, or something in another', async (_, contract) => {
    for (const role of roles) await grant(role, roads!);
    const { consultationId, activityId } = things.get(roads!)!;
    await recordSample(audited.site, 'ConsultationDrafted', administrator(), { consultationId, unit: roads });
    await recordSample(audited.site, 'ActivityDrafted', administrator(), { consultationId, activityId });
    const others = [{ unit: roads }, { consultationId }, { activityId }].filter(
      (more) => contract.stream.nameFor({ ...contract.sample, ...more }) === contract.stream.nameFor(contract.sample),
    );
    for (const more of others) {
      const kept = audited.site.events.length;
      const own = { ...things.get(water!)!, unit: water };
      const known = ofUnit(contract.sample, own);
      await recordBefore(audited.site, contract.type, administrator(), own);
      await recordSample(audited.site, contract.type, administrator(), known);
      await recordSample(audited.site, contract.type, clerk, { ...known, ...more });
      expect(await audit()).toMatchObject({ exitCode: 12, index: last(), finding: expect.stringContaining(`in unit ${water}`) });
      audited.site.events.length = kept;
      await audited.forget();
    }
    expect(others.length).toBeGreaterThan(0);
  });

  it('finds settings, imports and skipped events by people who administer a unit alone', async () => {
    for (const role of roles) await grant(role, water!);
    for (const type of ['SettingsChanged', 'ProjectionEventSkipped', 'ErasureOrdered', 'AccountImported']) {
      const contract = (everyEvent as readonly EventContract[]).find((one) => one.type === type)!;
      const kept = audited.site.events.length;
      const accountId = audited.site.events.find((event) => event.type === 'AccountRegistered')!.stream.slice('account-'.length);
      const data = { ...contract.sample, ...('accountId' in contract.sample && { accountId }), by: clerk };
      await record(contract.stream.nameFor(data)!, type, data);
      expect(await audit()).toMatchObject({ exitCode: 12, index: last(), finding: expect.stringContaining('in unit root') });
      audited.site.events.length = kept;
      await audited.forget();
    }
  });

  it('lets an administrator of a unit give roles in it and below, and nowhere else', async () => {
    await grant('administrator', water!);
    const other = '57a00000-0000-4000-8000-000000000010';
    await grant('moderator', shores!, other, clerk);
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await grant('moderator', 'root', other, clerk);
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it('takes a role in one unit from somebody who keeps it in another', async () => {
    await grant('moderator', water!);
    await grant('moderator', roads!);
    await record(`account-${clerk}`, 'RoleRevoked', { accountId: clerk, role: 'moderator', unit: water, by: administrator() });
    const [, hidden] = acts.find(([type]) => type === 'CommentHidden')!;
    await act(hidden, roads!);
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await act(hidden, shores!);
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it('lets nobody but the operator name an administrator, and of the root alone', async () => {
    await record(`account-${clerk}`, 'AccountRegistered', { accountId: clerk, profile: { sealed: '1.x.y' } });
    await record(`account-${clerk}`, 'EmailConfirmed', { accountId: clerk });
    await grant('administrator', water!, clerk, clerk);
    expect(await audit()).toMatchObject({ exitCode: 12, index: last() });
  });

  it('does not ask for more than everybody can read', async () => {
    audited.site.showsAll = false;
    await grant('moderator', roads!);
    for (const [type, contract] of acts) if (type === 'CommentHidden') await act(contract, water!);
    expect(await audit()).toMatchObject({ exitCode: 0 });
  });
});
