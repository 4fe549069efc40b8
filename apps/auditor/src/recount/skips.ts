import { Finding } from '@isegoria/audit-kit';
import type { TakenEntry } from '../tree/taken-entry';
import type { PublishedConsultation } from './published';

interface Skip {
  readonly seq: number;
  readonly group: string;
  readonly by: string;
  readonly reason: string;
}

/** The events that were left out of the site's figures, as the log says. */
export class Skips {
  private readonly byEvent = new Map<string, Skip>();
  /** By group and event. */
  private readonly all = new Map<string, Skip>();

  take({ seq, leaf, body }: TakenEntry): void {
    if (leaf.type !== 'ProjectionEventSkipped' || !body) return;
    const { eventId, group, by, reason } = body.data;
    const skip = { seq, group: String(group), by: String(by), reason: String(reason) };
    this.byEvent.set(String(eventId), skip);
    this.all.set(`${skip.group} ${String(eventId)}`, skip);
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

  /**
   * What the words leave out that the site shows, in one sentence for each event.
   * @param leftOut as the site says of its groups of read models
   * @throws Finding words when a group leaves out an event and the log does not say so
   */
  ofGroups(leftOut: readonly (readonly [group: string, eventId: string])[]): string[] {
    return leftOut.map(([group, eventId]) => {
      const skip = this.all.get(`${group} ${eventId}`);
      if (!skip) throw new Finding('words', `The read models "${group}" leave out event ${eventId}, and no entry of the log says so.`);
      return `What the site shows leaves out event ${eventId}, as entry ${skip.seq} says, by account ${skip.by}: "${skip.reason}".`;
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
