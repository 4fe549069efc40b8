import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { startConsultations, type TestService } from '../consultations.fixture';

describe('consultations open and close by date', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startConsultations();
    await service.startInstance();
  });
  afterAll(() => service?.stop());

  const history = (id: string) => service.read(`consultation-${id}`);
  const becomes = (id: string, types: string[]) =>
    eventually(async () => expect((await history(id)).map(({ type }) => type)).toEqual(types));
  const aFewTicks = () => new Promise((resolve) => setTimeout(resolve, 2_500));

  it('records the opening and the closing once each, however many instances run', async () => {
    service.clock.now = new Date('2026-05-09T23:59:59.999Z');
    const ids = await Promise.all(Array.from({ length: 5 }, () => service.consultation()));
    await aFewTicks();
    for (const id of ids) await becomes(id, ['ConsultationDrafted', 'ConsultationPublished']);
    service.clock.now = new Date('2026-05-10T00:00:00.000Z');
    for (const id of ids) await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'ConsultationOpened']);
    service.clock.now = new Date('2026-05-20T00:00:00.000Z');
    const whole = ['ConsultationDrafted', 'ConsultationPublished', 'ConsultationOpened', 'ConsultationClosed'];
    for (const id of ids) await becomes(id, whole);
    await aFewTicks();
    for (const id of ids) {
      await becomes(id, whole);
      expect((await history(id)).at(-1)).toMatchObject({ data: { by: null, reason: null }, metadata: { at: '2026-05-20T00:00:00.000Z' } });
    }
  });

  it('follows the new dates of one that was rescheduled', async () => {
    service.clock.now = new Date('2026-06-01T00:00:00.000Z');
    const { id } = await service.draft();
    await service.publish(id, '2026-06-02T00:00:00Z', '2026-06-10T00:00:00Z');
    await service.publish(id, '2026-06-05T00:00:00Z', '2026-06-10T00:00:00Z');
    service.clock.now = new Date('2026-06-02T00:00:00.000Z');
    await aFewTicks();
    await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'ConsultationPublished']);
    service.clock.now = new Date('2026-06-05T00:00:00.000Z');
    await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'ConsultationPublished', 'ConsultationOpened']);
  });

  it('makes up for dates that came while no instance ran', async () => {
    service.clock.now = new Date('2026-07-01T00:00:00.000Z');
    const { id } = await service.draft();
    await service.publish(id, '2026-07-02T00:00:00Z', '2026-07-03T00:00:00Z');
    await service.stopInstances();
    service.clock.now = new Date('2026-07-04T00:00:00.000Z');
    await service.startInstance();
    await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'ConsultationOpened', 'ConsultationClosed']);
  });
});
