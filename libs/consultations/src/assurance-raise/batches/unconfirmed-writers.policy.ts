import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import { isAtLeast, type Recorded } from '@isegoria/kernel';
import { PolicyOnLog } from '@isegoria/projection';
import { logged } from '@isegoria/service-host';
import type { StatementEvent } from '../../methods/deliberation/statement/statement.contract';
import { Tables } from '../../tables.service';

/**
 * Policy: who wrote something before confirming an address is known by pseudonym, since what people write stands in streams that are not
 * named after them. A row says what the log says, and no account. It follows the log by itself: so it begins at the start of the log where
 * the platform ran before it, and nobody's confirmation is noted again.
 */
@Injectable()
export class UnconfirmedWritersAreNoted extends PolicyOnLog<StatementEvent> {
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Tables) private readonly tables: Tables,
  ) {
    const place = { store, dataSource: tables.dataSource, schema: 'consultations', name: 'unconfirmed writers' };
    super({ ...place, types: ['StatementSubmitted'], onFailure: logged.onInterruption });
  }

  /** Whether somebody wrote to one of these activities below the level of a confirmed address. */
  async have(voter: string, activityIds: readonly string[]): Promise<boolean> {
    const found: unknown[] = await this.tables.dataSource.query(
      'SELECT 1 FROM consultations.unconfirmed_writer WHERE activity_id = ANY ($1) AND voter = $2 LIMIT 1',
      [activityIds, voter],
    );
    return found.length > 0;
  }

  protected async apply(events: readonly Recorded<StatementEvent>[]): Promise<void> {
    const wrote = events.flatMap(({ type, data }) => {
      if (type !== 'StatementSubmitted' || data.author === null || data.assurance === null) return [];
      return isAtLeast(data.assurance, 'email') ? [] : { activity_id: data.activityId, voter: data.author };
    });
    if (wrote.length === 0) return;
    await this.tables.dataSource.query(
      `INSERT INTO consultations.unconfirmed_writer (activity_id, voter)
       SELECT activity_id, voter FROM json_to_recordset($1) AS wrote (activity_id uuid, voter text) ON CONFLICT DO NOTHING`,
      [JSON.stringify(wrote)],
    );
  }
}
