import { Finding } from '@isegoria/audit-kit';
import type { TakenEntry } from '../tree/taken-entry';
import type { PublishedConsultation } from './published';

interface Skip {
  readonly seq: number;
  readonly by: string;
  readonly reason: string;
}

/** The events that were left out of the site's figures, as the log says. */
export class Skips {
  private readonly byEvent = new Map<string, Skip>();

  take({ seq, leaf, body }: TakenEntry): void {
    if (leaf.type !== 'ProjectionEventSkipped' || !body) return;
    const { eventId, by, reason } = body.data;
    this.byEvent.set(String(eventId), { seq, by: String(by), reason: String(reason) });
  }

  /**
   * What a consultation's figures leave out, in one sentence for each event.
   * @throws Finding figure when the site leaves out an event and the log does not say so
   */
  of({ id, results }: PublishedConsultation): string[] {
    return (results.skippedEvents ?? []).map((eventId) => {
      const skip = this.byEvent.get(eventId);
      if (!skip)
        throw new Finding('figure', `The figures of consultation ${id} leave out event ${eventId}, and no entry of the log says so.`);
      return `The site's figures leave out event ${eventId}, as entry ${skip.seq} says, by account ${skip.by}: "${skip.reason}".`;
    });
  }

  /** Does the work, and lets a finding about a consultation name what its figures leave out. @throws what the work throws */
  naming<Result>(consultation: PublishedConsultation, work: () => Result): Result {
    const sentences = this.of(consultation);
    try {
      return work();
    } catch (error) {
      if (error instanceof Finding && sentences.length > 0)
        throw new Finding(error.kind, [error.message, ...sentences].join(' '), error.index);
      throw error;
    }
  }
}
