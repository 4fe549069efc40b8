import { Inject, Injectable } from '@nestjs/common';
import { EventStore, fold } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultation, type ConsultationState } from '../consultation/known-consultation.decider';
import { nextDate } from '../phase/phase.decider';
import { Tables } from '../tables.service';

/** How many are handled at a time. */
const mostAtOnce = 1_000;

/**
 * The next date of every consultation, over all its phases, at which something is to be recorded: one row for each consultation, so that no
 * process has to keep them all in memory or read the log for them. A row is always made from the whole stream, so writing it twice, or from
 * several instances, changes nothing.
 */
@Injectable()
export class NextDates {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Tables) private readonly tables: Tables,
  ) {}

  /** The streams whose date has come, the longest due first. */
  async due(now: Date): Promise<string[]> {
    const rows: { stream: string }[] = await this.tables.dataSource.query(
      `SELECT stream FROM consultations.next_date WHERE at <= $1 ORDER BY at LIMIT ${mostAtOnce}`,
      [now],
    );
    return rows.map(({ stream }) => stream);
  }

  /** Reads a consultation's dates again. @returns the consultation as it stands in the log */
  async renew(stream: string): Promise<ConsultationState | undefined> {
    const events = await this.store.readStream<ConsultationEvent>(stream);
    const last = events.at(-1);
    if (!last) return undefined;
    const state = this.folded(stream, events);
    const at = state && nextDate(state);
    // An older reading that comes late changes nothing.
    await this.tables.dataSource.query(
      `INSERT INTO consultations.next_date AS known VALUES ($1, $2, $3)
       ON CONFLICT (stream) DO UPDATE SET revision = EXCLUDED.revision, at = EXCLUDED.at WHERE known.revision <= EXCLUDED.revision`,
      [stream, last.revision, at === undefined ? null : new Date(at)],
    );
    return state;
  }

  /** A stream that cannot be folded has no date to follow, and must not hold up the others. */
  private folded(stream: string, events: readonly ConsultationEvent[]): ConsultationState | undefined {
    try {
      return fold<ConsultationState | undefined, ConsultationEvent>(consultation, events);
    } catch (error) {
      log.error({ err: error, stream }, 'a consultation could not be folded; its dates are not followed');
      return undefined;
    }
  }
}
