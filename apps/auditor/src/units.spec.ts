import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyEvent, roles, rolesWith, type EventContract, type Role } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

const [water, shores, roads] = ['root.1f0c22aa', 'root.1f0c22aa.90b3d7e1', 'root.2a2a2a2a'];
const clerk = '57a00000-0000-4000-8000-000000000009';
const ids = ['consultationId', 'activityId', 'statementId', 'commentId', 'questionId', 'pageId'] as const;

/** Acts about something that has a unit, other than that of beginning it and of giving a role in it. */
const acts = (everyEvent as readonly EventContract[])
  .filter(({ may, sample, stream }) => may && stream.bodies === 'public' && ids.some((id) => id in sample) && !('unit' in sample))
  .map((contract) => [contract.type, contract] as const);

describe('an audit of what officials did in units', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  /** Everything there is in each unit. */
  const things = new Map<string, Record<(typeof ids)[number], string>>();
  beforeEach(async () => {
    audited = await auditedHistory();
    [audited.site.isLive, audited.site.showsAll] = [false, true];
    for (const unit of [water, shores, roads]) await begin(unit!);
  });
  afterEach(() => audited.close());

  const last = () => audited.site.events.length - 1;
  const record = (stream: string, type: string, data: object) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at: '2026-03-02T12:00:00.000Z' } }] as never, 'any');
  const sampleOf = (type: string) => (everyEvent as readonly EventContract[]).find((contract) => contract.type === type)!.sample;
  const recordSample = (type: string, stream: string, data: object) => record(stream, type, { ...sampleOf(type), ...data });
  const administrator = () => audited.history.administrator;
  const grant = (role: Role, unit: string, accountId = clerk, by = administrator()) =>
    record(`account-${accountId}`, 'RoleGranted', { accountId, role, unit, by });
  const audit = async () => {
    await audited.site.sign();
    return audited.audit();
  };

  /** Each thing in a unit begins there, no matter who began it. */
  async function begin(unit: string): Promise<void> {
    const own = Object.fromEntries(ids.map((id) => [id, randomUUID()])) as Record<(typeof ids)[number], string>;
    const { consultationId, activityId, statementId, commentId, questionId, pageId } = own;
    const by = administrator();
    things.set(unit, own);
    await recordSample('UnitMade', `unit-${unit}`, { unit, by });
    await recordSample('ConsultationDrafted', `consultation-${consultationId}`, { consultationId, unit, by });
    await recordSample('ActivityDrafted', `activity-${activityId}`, { activityId, consultationId, by });
    const author = 'anna';
    await recordSample('StatementSubmitted', `statement-${statementId}`, { statementId, consultationId, activityId, author });
    await recordSample('CommentSubmitted', `comment-${commentId}`, { commentId, consultationId, author });
    await recordSample('QuestionAsked', `question-${questionId}`, { questionId, unit, consultationId: null, author });
    await recordSample('PageDrafted', `page-${pageId}`, { pageId, unit, by });
  }

  /** The act, on what there is in the unit. @param more what the event says beside that */
  function act({ type, stream, sample }: EventContract, unit: string, more: object = {}) {
    const known = Object.entries(things.get(unit)!).filter(([id]) => id in sample);
    const data = {
      ...sample,
      ...Object.fromEntries(known),
      ...(type === 'QuestionAnswered' && { consultationId: null }),
      by: clerk,
      ...more,
    };
    return record(stream.nameFor(data)!, type, data);
  }

  it.each(acts)('takes a %s in a unit by a role held there, and in one below it', async (_, contract) => {
    await grant(rolesWith[contract.may!][0], water!);
    await act(contract, water!);
    await act(contract, shores!);
    const { exitCode, finding } = await audit();
    // Once all acts are judged, a consultation that is published and not shown is found.
    if (contract.type === 'ConsultationPublished') expect(finding).toContain('the site does not list it');
    else expect(exitCode).toBe(0);
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
    const others = [{ unit: roads }, { consultationId }, { activityId }].filter(
      (more) => contract.stream.nameFor({ ...contract.sample, ...more }) === contract.stream.nameFor(contract.sample),
    );
    for (const more of others) {
      const kept = audited.site.events.length;
      await act(contract, water!, more);
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
      const accountId = audited.site.events.findLast((event) => event.type === 'AccountRegistered')!.stream.slice('account-'.length);
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
