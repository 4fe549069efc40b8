import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aPoll, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationById } from '../consultation/view/consultation-views.read-model';

let stage: ReadModelStage;
beforeAll(async () => void (stage = await readModelStage()));
afterAll(() => stage?.stop());

const by = randomUUID();
const day = (text: string) => `2026-${text}T00:00:00.000Z`;

it('shows new dates, those before, and why; the status goes by the new ones, and a replay comes to the same', async () => {
  const { consultationId, phaseIds } = await stage.drafted([[aPoll]]);
  const [phaseId] = phaseIds as [string];
  const record = (event: ConsultationEvent) => stage.record(`consultation-${consultationId}`, event, { at: day('03-20') });
  const [opensAt, closesAt, later] = [day('03-01'), day('04-01'), day('04-15')];
  await record({ type: 'ConsultationPublished', data: { consultationId, phases: [{ phaseId, opensAt, closesAt }], by } });
  const change = { consultationId, phaseId, opensAt, by };
  await record({ type: 'PhaseDatesChanged', data: { ...change, closesAt: later, reason: 'Late plans.' } });
  await record({ type: 'PhaseDatesChanged', data: { ...change, closesAt: day('04-20'), reason: 'Later still.' } });
  const at = async (now: string) => (await stage.projected(), consultationById(stage.dataSource, consultationId, { now: new Date(now) }));

  const seen = await at(day('04-10'));
  const seenAt = { phaseId, changedAt: day('03-20') };
  expect(seen).toMatchObject({
    status: 'open',
    closesAt: day('04-20'),
    phases: [{ id: phaseId, opensAt, closesAt: day('04-20') }],
    dateChanges: [
      { ...seenAt, before: { opensAt, closesAt }, after: { opensAt, closesAt: later }, reason: 'Late plans.' },
      { ...seenAt, before: { opensAt, closesAt: later }, after: { opensAt, closesAt: day('04-20') }, reason: 'Later still.' },
    ],
  });
  expect(await at(day('04-20'))).toMatchObject({ status: 'closed' });
  for (let more = 0; more < 5; more += 1)
    await record({ type: 'PhaseDatesChanged', data: { ...change, closesAt: later, reason: `${more}` } });
  const { dateChanges, dateChangeCount } = (await at(day('04-10')))!;
  expect(dateChanges.map(({ reason }) => reason)).toEqual(['0', '1', '2', '3', '4']);
  expect(dateChangeCount).toBe(7);
  const now = await at(day('04-10'));
  await stage.rebuild();
  expect(await at(day('04-10'))).toEqual(now);
});
