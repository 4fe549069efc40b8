import type { EntityManager } from 'typeorm';
import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { DraftApproved, DraftSentBack, ReviewRequested, ReviewStatus, ReviewView } from './review.contract';

/** With the first phase, so that another edition, which has other phases, begins without one. */
export const reviewRequestRows = rowsOfAct<ReviewRequested>({
  type: 'ReviewRequested',
  apply: (event, rows) => keep(event, 'waiting', rows),
  view: (phases) => ({ review: (phases[0]?.kept?.['review'] as ReviewView | undefined) ?? null }),
});
export const approvalRows = rowsOfAct<DraftApproved>({ type: 'DraftApproved', apply: (event, rows) => keep(event, 'approved', rows) });
export const sendingBackRows = rowsOfAct<DraftSentBack>({ type: 'DraftSentBack', apply: (event, rows) => keep(event, 'sentBack', rows) });

type OfReview = DomainEvent<string, { readonly consultationId: string; readonly reason?: string }>;

async function keep(event: Recorded<OfReview>, status: ReviewStatus, rows: EntityManager): Promise<void> {
  const { consultationId: id, reason = null } = event.data;
  const row = await rows.findOneBy(ConsultationRow, { id });
  if (!row) return;
  const review: ReviewView = { status, at: timeOf(event).toISOString(), reason };
  const phases = row.phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, review } }));
  await rows.update(ConsultationRow, { id }, { phases: phases as never });
}
