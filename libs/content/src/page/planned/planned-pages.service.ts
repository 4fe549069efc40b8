import { Inject, Injectable } from '@nestjs/common';
import { EventStore, fold } from '@isegoria/event-sourcing';
import type { Recorded } from '@isegoria/kernel';
import { PolicyOnLog } from '@isegoria/projection';
import { logged } from '@isegoria/service-host';
import { Tables } from '../../tables.service';
import type { ContentEvent } from '../page.contract';
import { pageDecider, type PageState } from '../page.decider';

/** How many are handled at a time. */
const mostAtOnce = 1_000;

/**
 * Policy: when each page publishes itself is known, in one row a page that was ever planned. A row is made from the whole stream, so that
 * writing it twice, or from several instances, changes nothing.
 */
@Injectable()
export class PlannedPages extends PolicyOnLog<ContentEvent> {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Tables) private readonly tables: Tables,
  ) {
    const place = { store, dataSource: tables.dataSource, schema: 'content', name: 'planned pages' };
    super({ ...place, prefixes: ['page-'], onFailure: logged.onInterruption });
  }

  /** The streams of pages whose time has come, the longest due first. */
  async due(now: Date): Promise<{ readonly stream: string; readonly at: Date }[]> {
    return this.tables.dataSource.query(
      `SELECT stream, at FROM content.planned_page WHERE at <= $1 ORDER BY at LIMIT ${mostAtOnce}`,
      [now],
    );
  }

  /** Reads a page's plan again. */
  async renew(stream: string): Promise<void> {
    const events = await this.store.readStream<ContentEvent>(stream);
    const page = fold<PageState | undefined, ContentEvent>(pageDecider, events);
    // An older reading that comes late changes nothing.
    await this.tables.dataSource.query(
      `INSERT INTO content.planned_page AS known VALUES ($1, $2, $3)
       ON CONFLICT (stream) DO UPDATE SET revision = EXCLUDED.revision, at = EXCLUDED.at WHERE known.revision <= EXCLUDED.revision`,
      [stream, events.at(-1)?.revision ?? 0, page?.publishAt ?? null],
    );
  }

  protected async apply(events: readonly Recorded<ContentEvent>[]): Promise<void> {
    const known = new Set<string>();
    for (const { type, stream } of events) if (type === 'PagePublicationPlanned') known.add(stream);
    for (const stream of known) await this.renew(stream);
  }
}
