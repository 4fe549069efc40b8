import type { EntityManager } from 'typeorm';
import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { PhaseInRow } from '../phase/phase.read-model';
import type { DraftApproved, DraftSentBack, ReviewRequested, ReviewStatus, ReviewView } from './review.contract';

/** With the first phase, so that another edition, which has other phases, begins without one. */
export const reviewRequestRows = rowsOfAct<ReviewRequested>({
  type: 'ReviewRequested',
  apply: (event, rows) => keep(event, 'waiting', rows),
  view(phases) {
    const review = phases[0]?.kept?.['review'] as ReviewView | undefined;
    return { review: review ? { ...review, notBy: review.notBy ?? [] } : null };
  },
});
export const approvalRows = rowsOfAct<DraftApproved>({ type: 'DraftApproved', apply: (event, rows) => keep(event, 'approved', rows) });
export const sendingBackRows = rowsOfAct<DraftSentBack>({ type: 'DraftSentBack', apply: (event, rows) => keep(event, 'sentBack', rows) });

/** @param by who wrote the words that stand */
export function withWriter(phases: readonly PhaseInRow[], by: string): PhaseInRow[] {
  return phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, writtenBy: by } }));
}

/** What was translated since is not what somebody was asked to check. */
export function withoutReview(phases: readonly PhaseInRow[]): PhaseInRow[] {
  return phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, review: undefined } }));
}

type OfReview = DomainEvent<string, { readonly consultationId: string; readonly by: string; readonly reason?: string }>;

async function keep(event: Recorded<OfReview>, status: ReviewStatus, rows: EntityManager): Promise<void> {
  const { consultationId: id, by, reason = null } = event.data;
  const row = await rows.findOneBy(ConsultationRow, { id });
  if (!row) return;
  const writtenBy = row.phases[0]?.kept?.['writtenBy'] as string | undefined;
  const notBy = status === 'waiting' ? [...new Set([writtenBy ?? by, by])] : [];
  const review: ReviewView = { status, at: timeOf(event).toISOString(), reason, notBy };
  const phases = row.phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, review } }));
  await rows.update(ConsultationRow, { id }, { phases: phases as never });
}
