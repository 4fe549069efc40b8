import { isCancelled } from '../../cancellation/cancellation.read-model';
import { isInPhase } from '../../phase/phase.read-model';

/** SQL: the status at a moment: dates count by themselves, whether or not the log has recorded an opening or closing yet. */
export const statusAt = (now: string) => `
  CASE
    WHEN opens_at IS NULL THEN 'draft'
    WHEN ${isCancelled} THEN 'cancelled'
    WHEN closed OR closes_at <= ${now} THEN CASE WHEN outcome IS NULL THEN 'closed' ELSE 'decided' END
    WHEN ${isInPhase(now)} THEN 'open'
    ELSE 'scheduled'
  END`;
