import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits, rootUnit, type Actor } from '@isegoria/kernel';
import { actor } from '@isegoria/testing';
import { holding } from '../consultation/consultation.fixture';
import { by, startConsultations, type TestService } from '../consultations.fixture';
import { changeTemplate, saveTemplate, showTemplate, showTemplates, withdrawTemplate } from './template.contract';
import type { TemplateList, TemplateSummary, TemplateView } from './template.contract';

const draft = {
  title: 'Roads <script>alert(1)</script>',
  description: 'Which *road*?',
  language: 'en',
  phases: [{ activities: [{ method: 'poll', options: ['First', 'Later'] }] }],
};
const dates = [{ opensAfter: { months: 0, days: 0 }, closesAfter: { months: 1, days: 14 } }];

describe('templates', () => {
  let service: TestService;
  const segment = () => randomUUID().slice(0, 8);
  const ministry = `root.${segment()}`;
  const directorate = `${ministry}.${segment()}`;
  const other = `root.${segment()}`;
  const official = actor('official');
  const inUnit = (unit: string): Actor => holding('official', unit);
  beforeAll(async () => {
    service = await startConsultations();
    for (const unit of [ministry, directorate, other]) await service.recordUnit(unit, 'UnitMade');
  });
  afterAll(() => service.stop());

  const send = <Reply>(contract: { readonly subject: string }, command: object, person: Actor | undefined = official) =>
    service.send(contract.subject, command, by(person)) as unknown as Promise<Reply>;
  const save = (unit: string, name: string, person = official) =>
    send<TemplateSummary>(saveTemplate, { unit, name, note: 'For us', dates, draft }, person);
  const names = async (unit: string, person = official) =>
    (await send<TemplateList>(showTemplates, { unit }, person)).items.map(({ name }) => name);

  it('are kept word for word, in no log', async () => {
    const saved = await save(ministry, 'Word for word <b>');
    expect(saved).toMatchObject({ unit: ministry, name: 'Word for word <b>', note: 'For us', phases: 1, dates });
    expect(await send<TemplateView>(showTemplate, { unit: ministry, templateId: saved.id })).toEqual({ ...saved, draft, version: 1 });
    expect(await service.read(`consultation-${saved.id}`)).toEqual([]);
  });

  it('are used by the unit and those below it, and by nobody else', async () => {
    const [top, middle, foreign] = [await save(rootUnit, 'Of all'), await save(ministry, 'Of the ministry'), await save(other, 'Foreign')];
    const below = inUnit(directorate);
    expect(await names(directorate, below)).toEqual(expect.arrayContaining(['Of all', 'Of the ministry']));
    expect(await names(directorate, below)).not.toContain('Foreign');
    for (const { id } of [top, middle])
      expect(await send(showTemplate, { unit: directorate, templateId: id }, below)).toMatchObject({ id, draft });
    const refused = (contract: { readonly subject: string }, command: object, code: string, person = below) =>
      expect(send(contract, command, person)).rejects.toMatchObject({ code });
    await refused(showTemplate, { unit: directorate, templateId: foreign.id }, 'NOT_FOUND');
    await refused(showTemplates, { unit: ministry }, 'FORBIDDEN_ROLE');
    await refused(showTemplate, { unit: ministry, templateId: middle.id }, 'FORBIDDEN_ROLE');
    await refused(saveTemplate, { unit: other, name: 'N', draft }, 'FORBIDDEN_ROLE');
    // Whoever may use it need not be of the unit that looks after it.
    await refused(changeTemplate, { unit: ministry, templateId: middle.id, name: 'N' }, 'FORBIDDEN_ROLE');
    await refused(changeTemplate, { unit: directorate, templateId: middle.id, name: 'N' }, 'NOT_FOUND');
    await refused(withdrawTemplate, { unit: directorate, templateId: middle.id }, 'NOT_FOUND');
    for (const role of ['moderator', 'analyst', 'auditor'] as const)
      await refused(showTemplates, { unit: rootUnit }, 'FORBIDDEN_ROLE', actor(role));
    await refused(saveTemplate, { unit: `root.${segment()}`, name: 'N', draft }, 'UNIT_NOT_FOUND', official);
    expect(await names(ministry)).toContain('Of the ministry');
  });

  it('are renamed, and withdrawn once and for all; sent twice is done once', async () => {
    const context = by(official);
    const command = { unit: ministry, name: 'Sent twice', draft };
    const twice = () => service.send(saveTemplate.subject, command, context) as unknown as Promise<TemplateSummary>;
    const [{ id: templateId }, again] = await Promise.all([twice(), twice()]);
    expect(again.id).toBe(templateId);
    const of = { unit: ministry, templateId };
    expect(await send(changeTemplate, { ...of, name: 'Renamed', dates })).toMatchObject({ name: 'Renamed', note: null, dates });
    expect(await names(ministry)).toEqual(expect.arrayContaining(['Renamed']));
    await expect(send(changeTemplate, { ...of, name: 'N', dates: [...dates, ...dates] })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { field: 'dates' },
    });
    const never = [{ opensAfter: { months: 1, days: 0 }, closesAfter: { months: 0, days: 1 } }];
    await expect(send(changeTemplate, { ...of, name: 'N', dates: never })).rejects.toMatchObject({ code: 'DATES_IN_WRONG_ORDER' });
    for (const time of [1, 2]) expect([time, await send(withdrawTemplate, of)]).toMatchObject([time, { id: templateId }]);
    expect(await names(ministry)).not.toContain('Renamed');
    await expect(send(showTemplate, of)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(send(changeTemplate, { ...of, name: 'N' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are neither changed nor withdrawn by whoever has not seen what somebody else changed', async () => {
    const of = { unit: ministry, templateId: (await save(ministry, 'Seen by two')).id };
    const { version } = await send<TemplateView>(showTemplate, of);
    const change = (name: string, context = by(official, { versions: [version] })) =>
      service.send(changeTemplate.subject, { ...of, name }, context);
    const repeated = by(official, { versions: [version], request: 'the first' });
    const first = await change('The first', repeated);
    const stale = by(official, { versions: [version] });
    for (const late of [change('The second', stale), service.send(withdrawTemplate.subject, of, stale)])
      await expect(late).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    expect(await send(showTemplate, of)).toMatchObject({ name: 'The first', version: version + 1 });
    expect(await change('The first', repeated)).toEqual(first);
    // At once, one is first.
    const both = await Promise.allSettled(['A', 'B'].map((name) => change(name, by(official, { versions: [version + 1] }))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const now = { versions: [version + 2] };
    expect(await service.send(withdrawTemplate.subject, of, by(official, now))).toMatchObject({ id: of.templateId });
  });

  it('that were changed have their first answer for a late retry, whatever became of them', async () => {
    const { id: templateId } = await save(ministry, 'Changed and withdrawn');
    const of = { unit: ministry, templateId };
    const context = by(official, { request: 'a change' });
    const change = () => service.send(changeTemplate.subject, { ...of, name: 'Changed' }, context);
    const first = await change();
    await send(changeTemplate, { ...of, name: 'Changed by another' });
    expect(await change()).toEqual(first);
    expect(await names(ministry)).toContain('Changed by another');
    await send(withdrawTemplate, of);
    expect(await change()).toEqual(first);
    await expect(send(changeTemplate, { ...of, name: 'Changed' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that were saved have their first answer for a late retry, whatever became of the unit', async () => {
    const context = by(official);
    const unit = `root.${segment()}`;
    await service.recordUnit(unit, 'UnitMade');
    const saved = () => service.send(saveTemplate.subject, { unit, name: 'Before the end', draft }, context);
    const first = await saved();
    await service.recordUnit(unit, 'UnitClosed');
    expect(await saved()).toEqual(first);
    await expect(save(unit, 'Afterwards')).rejects.toMatchObject({ code: 'UNIT_CLOSED' });
  });

  it('are at most so many a unit, however many are saved at once', async () => {
    const saved = await Promise.allSettled(Array.from({ length: limits.templatesMax + 3 }, (_, n) => save(directorate, `Flood ${n}`)));
    const refused = saved.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(refused).toEqual(['TOO_MANY_TEMPLATES', 'TOO_MANY_TEMPLATES', 'TOO_MANY_TEMPLATES']);
    expect((await names(directorate)).filter((name) => name.startsWith('Flood'))).toHaveLength(limits.templatesMax);
  });
});
