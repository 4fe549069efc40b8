import { withUploads, type Visit, type WithUploads } from '@isegoria/portal-kit';
import { showConsultation } from '../consultation.contract';

/** Adds what a form about a consultation brings to the files of its unit. */
export async function uploadedFor(visit: Visit, consultationId: string, sent: unknown): Promise<WithUploads> {
  const unit = visit.files.length > 0 ? (await visit.api.ask(showConsultation, { consultationId })).unit : undefined;
  return withUploads(visit, sent, unit);
}
