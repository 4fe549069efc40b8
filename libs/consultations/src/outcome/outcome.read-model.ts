import { timeOf } from '@isegoria/projection';
import { answered } from '../answer-owed/answer-owed.read-model';
import { ConsultationRow, type EarlierInRow, type OutcomeInRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { OutcomePublished, OutcomeView } from './outcome.contract';

function earlierIn(stood: OutcomeInRow | null, change: Pick<EarlierInRow, 'note' | 'changedAt' | 'position'>): readonly EarlierInRow[] {
  if (!stood) return [];
  const { earlier = [], version: _, ...words } = stood;
  return [...earlier, { ...words, ...change }];
}

export function outcomeView(outcome: OutcomeInRow | null): OutcomeView | null {
  if (!outcome) return null;
  const { earlier = [], ...stands } = outcome;
  // One alone: they may be long.
  const last = earlier.slice(-1).map(({ position: _, ...view }) => view);
  return { ...stands, earlier: last, changes: earlier.length };
}

export const outcomeRows = rowsOfAct<OutcomePublished>({
  type: 'OutcomePublished',
  async apply(event, rows) {
    const { consultationId, youSaid, weDid, note } = event.data;
    const publishedAt = timeOf(event).toISOString();
    const row = await rows.findOneBy(ConsultationRow, { id: consultationId });
    const earlier = earlierIn(row?.outcome ?? null, { note: note ?? '', changedAt: publishedAt, position: event.position });
    const outcome = { youSaid, weDid, publishedAt, earlier, version: event.position };
    const phases = answered(row?.phases ?? [], timeOf(event));
    await rows.update(ConsultationRow, { id: consultationId }, { outcome, phases: phases as never });
  },
});
