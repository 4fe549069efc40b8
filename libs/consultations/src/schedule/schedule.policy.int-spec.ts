import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { drafting, startConsultations, type TestService } from '../consultations.fixture';

describe('phases open and close by date', () => {
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
    const made = await Promise.all(Array.from({ length: 5 }, () => service.consultation()));
    const ids = made.map(({ consultationId }) => consultationId);
    await aFewTicks();
    for (const id of ids) await becomes(id, ['ConsultationDrafted', 'ConsultationPublished']);
    service.clock.now = new Date('2026-05-10T00:00:00.000Z');
    for (const id of ids) await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'PhaseOpened']);
    service.clock.now = new Date('2026-05-20T00:00:00.000Z');
    const whole = ['ConsultationDrafted', 'ConsultationPublished', 'PhaseOpened', 'PhaseClosed'];
    for (const id of ids) await becomes(id, whole);
    await aFewTicks();
    for (const id of ids) {
      await becomes(id, whole);
      expect((await history(id)).at(-1)).toMatchObject({ metadata: { at: '2026-05-20T00:00:00.000Z' } });
    }
  });

  it('follows the new dates of one that was rescheduled', async () => {
    service.clock.now = new Date('2026-06-01T00:00:00.000Z');
    const { id } = await service.draft();
    await service.publish(id, '2026-06-02T00:00:00Z', '2026-06-10T00:00:00Z');
    await service.changeDates(id, '2026-06-05T00:00:00Z', '2026-06-10T00:00:00Z');
    service.clock.now = new Date('2026-06-02T00:00:00.000Z');
    await aFewTicks();
    await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'PhaseDatesChanged']);
    service.clock.now = new Date('2026-06-05T00:00:00.000Z');
    await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'PhaseDatesChanged', 'PhaseOpened']);
  });

  it('goes from one phase to the next, with the gap between them', async () => {
    service.clock.now = new Date('2026-06-20T00:00:00.000Z');
    const [phase] = drafting().phases;
    const { id } = await service.draft({}, { phases: [phase, phase] });
    await service.publishAll(id, [
      ['2026-06-21T00:00:00Z', '2026-06-22T00:00:00Z'],
      ['2026-06-25T00:00:00Z', '2026-06-26T00:00:00Z'],
    ]);
    const begun = ['ConsultationDrafted', 'ConsultationPublished'];
    const [first, then] = (await history(id)).flatMap(({ type, data }) => (type === 'ConsultationDrafted' ? data.phases : []));
    const steps = [
      ['21', 'PhaseOpened', first],
      ['22', 'PhaseClosed', first],
      ['25', 'PhaseOpened', then],
      ['26', 'PhaseClosed', then],
    ] as const;
    for (const [index, [day, , phase]] of steps.entries()) {
      service.clock.now = new Date(`2026-06-${day}T00:00:00.000Z`);
      await becomes(id, [...begun, ...steps.slice(0, index + 1).map(([, type]) => type)]);
      expect((await history(id)).at(-1)!.data).toMatchObject({ phaseId: phase!.phaseId });
    }
  });

  it('makes up for dates that came while no instance ran', async () => {
    service.clock.now = new Date('2026-07-01T00:00:00.000Z');
    const { id } = await service.draft();
    await service.publish(id, '2026-07-02T00:00:00Z', '2026-07-03T00:00:00Z');
    await service.stopInstances();
    service.clock.now = new Date('2026-07-04T00:00:00.000Z');
    await service.startInstance();
    await becomes(id, ['ConsultationDrafted', 'ConsultationPublished', 'PhaseOpened', 'PhaseClosed']);
  });
});
