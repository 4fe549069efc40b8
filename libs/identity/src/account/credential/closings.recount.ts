import type { Entry } from '@isegoria/audit-kit';
import { consultationClosed, consultationDrafted, phaseClosed, type ConsultationDrafted } from '@isegoria/consultations';

/** When consultations close: with their last phase, or early. */
export class Closings {
  private readonly lastPhaseOf = new Map<string, string>();

  /** @returns the consultation that closes with this entry */
  take({ leaf: { type }, body }: Entry): string | undefined {
    if (!body) return undefined;
    const { consultationId, phaseId } = body.data as { readonly consultationId?: unknown; readonly phaseId?: unknown };
    const consultation = String(consultationId);
    if (type === consultationDrafted.type) {
      const last = (body.data as ConsultationDrafted['data']).phases?.at(-1)?.phaseId;
      if (last !== undefined) this.lastPhaseOf.set(consultation, last);
    }
    const isLast = type === phaseClosed.type && this.lastPhaseOf.get(consultation) === phaseId;
    return isLast || type === consultationClosed.type ? consultation : undefined;
  }
}
