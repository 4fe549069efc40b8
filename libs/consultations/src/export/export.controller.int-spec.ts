import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { actor, actorIn } from '@isegoria/testing';
import { by, startConsultations, type TestService } from '../consultations.fixture';
import { exportContributions } from './export.contract';

describe('exports over the bus', () => {
  let service: TestService;
  let consultationId: string;
  let activityId: string;
  beforeAll(async () => {
    service = await startConsultations();
    ({ consultationId, activityId } = await service.consultation());
  });
  afterAll(() => service?.stop());

  const purpose = 'For the report to the committee';
  const takeOut = (context: CommandContext = by(actor('official')), fields: object = {}) =>
    service.send(exportContributions.subject, { consultationId, contents: 'comments', purpose, ...fields }, context);
  const history = (exportId: string) => service.read(`export-${exportId}`);

  it.each(['official', 'analyst', 'administrator'] as const)('puts an export by an %s on record before it answers', async (role) => {
    const who = actor(role);
    const { id, position, receipt } = await takeOut(by(who));
    const [exported, ...more] = await history(id);
    expect(exported).toMatchObject({ type: 'ContributionsExported', position });
    expect(exported!.data).toEqual({ exportId: id, consultationId, activityId: null, contents: 'comments', purpose, by: who.accountId });
    expect([more, receipt]).toEqual([[], undefined]);
  });

  it('says of which activity the votes or statements are that were taken', async () => {
    for (const contents of ['statements', 'votes']) {
      const { id } = await takeOut(by(actor('analyst')), { activityId, contents });
      expect((await history(id))[0]!.data).toMatchObject({ consultationId, activityId, contents });
    }
  });

  it('records a command once, at once, later and by another instance', async () => {
    const context = by(actor('analyst'));
    const [first, second] = await Promise.all([takeOut(context), takeOut(context)]);
    expect(second).toEqual(first);
    await service.stopInstances();
    await service.startInstance();
    expect(await takeOut(context)).toEqual(first);
    expect(await history(first!.id)).toHaveLength(1);
  });

  it('is for staff who may', async () => {
    const cases: [Actor | undefined, string][] = [
      [undefined, 'SIGN_IN_REQUIRED'],
      [actor(), 'FORBIDDEN_ROLE'],
      [actor('moderator', 'auditor'), 'FORBIDDEN_ROLE'],
      [actorIn('root.aaaaaaaa', 'analyst'), 'FORBIDDEN_ROLE'],
    ];
    for (const [who, code] of cases) {
      const context = by(who);
      await expect(takeOut(context)).rejects.toMatchObject({ code });
      expect(await history(context.commandId)).toEqual([]);
    }
  });

  it.each<[string, object, string, string]>([
    ['a consultation that is no id', { consultationId: '../settings' }, 'VALIDATION_FAILED', 'consultationId'],
    ['contents that are none', { contents: 'accounts' }, 'VALIDATION_FAILED', 'contents'],
    ['no contents', { contents: undefined }, 'VALIDATION_FAILED', 'contents'],
    ['no purpose', { purpose: undefined }, 'VALIDATION_FAILED', 'purpose'],
    ['a blank purpose', { purpose: ' \n ' }, 'VALIDATION_FAILED', 'purpose'],
    ['a purpose with NUL', { purpose: 'a\u0000b' }, 'VALIDATION_FAILED', 'purpose'],
    ['half a surrogate pair', { purpose: 'a\ud800' }, 'VALIDATION_FAILED', 'purpose'],
    ['a purpose that is too long', { purpose: 'a'.repeat(1_001) }, 'VALIDATION_FAILED', 'purpose'],
    ['a purpose of the wrong kind', { purpose: { $gt: '' } }, 'VALIDATION_FAILED', 'purpose'],
    ['a forged account', { by: randomUUID() }, 'UNKNOWN_FIELD', 'by'],
    ['a forged id', { exportId: randomUUID() }, 'UNKNOWN_FIELD', 'exportId'],
  ])('refuses %s and records nothing', async (_, fields, code, field) => {
    const context = by(actor('official'));
    await expect(takeOut(context, fields)).rejects.toMatchObject({ code, details: { field } });
    expect(await history(context.commandId)).toEqual([]);
  });

  it('refuses what is not there, a draft, and the statements of a poll', async () => {
    const { id: draft } = await service.draft();
    const poll = await service.consultation({ method: 'poll', options: ['Yes', 'No'] });
    for (const unknown of [draft, randomUUID()]) {
      await expect(takeOut(by(actor('official')), { consultationId: unknown })).rejects.toMatchObject({ code: 'CONSULTATION_NOT_FOUND' });
    }
    for (const [fields, code] of [
      [{ ...poll, contents: 'statements' }, 'WRONG_METHOD'],
      [{ contents: 'statements' }, 'ACTIVITY_NOT_FOUND'],
      [{ contents: 'statements', activityId: poll.activityId }, 'ACTIVITY_NOT_FOUND'],
      [{ contents: 'statements', activityId: randomUUID() }, 'ACTIVITY_NOT_FOUND'],
      [{ contents: 'comments', activityId }, 'VALIDATION_FAILED'],
    ] as const)
      await expect(takeOut(by(actor('official')), fields)).rejects.toMatchObject({ code });
  });

  it('takes a consultation that was just published, however slow the log is to be heard', async () => {
    service.stopListening();
    const published = await service.consultation();
    expect(await history((await takeOut(by(actor('official')), { consultationId: published.consultationId })).id)).toHaveLength(1);
  });
});
