import type { CountedEvent } from '../methods/method/method.recount';

/** What belongs to a phase of a consultation. */
interface Placed {
  readonly consultationId: string;
  readonly phaseId: string;
}

/** The phases and consultations that the log has closed so far. */
export class Closings {
  private readonly closed = new Set<string>();

  take({ type, data }: CountedEvent): void {
    if (type === 'PhaseClosed') this.closed.add(data.phaseId);
    if (type === 'ConsultationClosed' || type === 'ConsultationCancelled') this.closed.add(data.consultationId);
  }

  include({ consultationId, phaseId }: Placed): boolean {
    return this.closed.has(phaseId) || this.closed.has(consultationId);
  }
}

/** The types of the events that close something. */
export const closingEvents = ['PhaseClosed', 'ConsultationClosed', 'ConsultationCancelled'] satisfies CountedEvent['type'][];
