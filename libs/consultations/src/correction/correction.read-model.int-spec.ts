import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aPoll, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultationById, consultationList } from '../consultation/view/consultation-views.read-model';

let stage: ReadModelStage;
beforeAll(async () => void (stage = await readModelStage()));
afterAll(() => stage?.stop());

const by = randomUUID();
const day = (text: string) => `2026-${text}T00:00:00.000Z`;
const recordedAt = day('02-20');
const about = { summary: 'In short.', contact: null, decidedBy: 'The council', decidedWhen: null };

async function published() {
  const { consultationId, phaseIds } = await stage.drafted([[aPoll]]);
  const record = (event: ConsultationEvent) => stage.record(`consultation-${consultationId}`, event, { at: recordedAt });
  const phases = [{ phaseId: phaseIds[0]!, opensAt: day('03-01'), closesAt: day('04-01') }];
  await record({ type: 'ConsultationPublished', data: { consultationId, phases, by } });
  const at = async (now: string) => (await stage.projected(), consultationById(stage.dataSource, consultationId, { now: new Date(now) }));
  return { consultationId, record, at };
}

it('shows the corrected words, how often they were corrected, and another version; a replay comes to the same', async () => {
  const { consultationId, record, at } = await published();
  const before = (await at(day('03-02')))!;
  await record({ type: 'ConsultationCorrected', data: { consultationId, title: 'Tea', description: 'D2', about, note: 'A slip.', by } });
  const seen = (await at(day('03-02')))!;
  expect(seen).toMatchObject({ title: 'Tea', description: 'D2', ...about, corrections: { count: 1, lastAt: recordedAt }, status: 'open' });
  expect(seen.version).toBeGreaterThan(before.version);
  expect(seen.datesVersion).toBe(before.datesVersion);
  await stage.rebuild();
  expect(await at(day('03-02'))).toEqual(seen);
});

it('shows what was cancelled as that, whenever anybody looks, and lists it so', async () => {
  const { consultationId, record, at } = await published();
  await record({ type: 'ConsultationCancelled', data: { consultationId, reason: 'Given up.', by } });
  for (const now of [day('02-21'), day('03-02'), day('05-01')])
    expect(await at(now)).toMatchObject({
      status: 'cancelled',
      phases: [{ status: 'closed' }],
      cancellation: { reason: 'Given up.', cancelledAt: recordedAt },
      closedEarlyReason: null,
    });
  const { items } = await consultationList(stage.dataSource, { now: new Date(day('03-02')), status: 'cancelled' });
  expect(items.map(({ id }) => id)).toContain(consultationId);
});
