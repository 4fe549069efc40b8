import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, fold, type NewEvent } from '@isegoria/event-sourcing';
import type { Recorded } from '@isegoria/kernel';
import { Accounts, erasedStream } from '../../account/accounts.service';
import { derivedId } from '../../account/keyed-ids.service';
import { Tables } from '../../tables.service';
import type { AccountErased, BatchEvent, ErasureEvent, ErasurePublished } from '../erasure.contract';
import { erasureDecider } from '../erasure.decider';
import { UnpublishedErasures, type Batch } from './unpublished-erasures.service';

/** Pseudonyms in one event, and events in one append: both stay below the 1 MB that a store takes at once. */
const authorsInEvent = 10_000;
const eventsInAppend = 20;

/** Records erasures in the public log, many together. Each step may be repeated: a batch that was begun is ended before another begins. */
@Injectable()
export class ErasureBatches {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Tables) private readonly tables: Tables,
    @Inject(UnpublishedErasures) private readonly unpublished: UnpublishedErasures,
  ) {}

  /** One instance at a time. Of each only its policy waits here, so that few connections do. */
  async publishWhatIsDue(): Promise<void> {
    await this.tables.oneAtATime('batches of erasures', async () => {
      for (const batch of await this.unpublished.begun()) await this.publish(batch);
      if (await this.unpublished.areDue()) await this.publish(randomUUID());
    });
  }

  private async publish(id: string): Promise<void> {
    const recorded = await this.store.readStream<BatchEvent>(`erasures-${id}`);
    // What the log already tells in part must not change; otherwise those who were erased meanwhile go along.
    if (recorded.length === 0) await this.unpublished.putInto(id);
    const batch = await this.unpublished.in(id);
    const erasures = await this.untold(batch);
    if (erasures.length > 0) await this.record(batch, erasures, recorded.length);
    for (const { data } of erasures) await this.note({ type: 'ErasurePublished', data: { accountId: data.accountId, batch: id } });
    await this.unpublished.forget(id);
  }

  /** A restored backup may bring back an account of which another batch told since. */
  private async untold({ accounts }: Batch): Promise<Recorded<AccountErased>[]> {
    const untold: Recorded<AccountErased>[] = [];
    for (const accountId of accounts) {
      const events = await this.store.readStream<ErasureEvent>(erasedStream(accountId));
      const erased = events.find((event): event is Recorded<AccountErased> => event.type === 'AccountErased');
      if (erased && fold(erasureDecider, events).publishedIn === null) untold.push(erased);
    }
    return untold;
  }

  private async record(batch: Batch, erasures: readonly Recorded<AccountErased>[], done: number): Promise<void> {
    const events = eventsOf(batch, erasures, await this.staffAmong(erasures)).map((event, n) => ({
      ...event,
      id: derivedId('batch of erasures', `${batch.id} ${n}`),
      metadata: metadataNow(batch.id),
    })) as NewEvent<BatchEvent>[];
    for (let from = done; from < events.length; from += eventsInAppend)
      await this.store.append(`erasures-${batch.id}`, events.slice(from, from + eventsInAppend), from === 0 ? 'none' : from - 1);
  }

  private async staffAmong(erasures: readonly Recorded<AccountErased>[]): Promise<string[]> {
    const staff: string[] = [];
    for (const { data } of erasures) if (await this.accounts.isOrWasStaff(data.accountId)) staff.push(data.accountId);
    return staff;
  }

  private async note(published: ErasurePublished): Promise<void> {
    const { accountId } = published.data;
    const id = derivedId('published erasure', accountId);
    await this.store.append(erasedStream(accountId), [{ ...published, id, metadata: metadataNow(accountId) }], 'any');
  }
}

/** What administrators did, then everybody together; the same each time. */
function eventsOf({ id: batch, authors }: Batch, erasures: readonly Recorded<AccountErased>[], staff: string[]): BatchEvent[] {
  const orders = erasures.flatMap(({ data: { by, reason } }) => (reason === null ? [] : [{ batch, by, reason }]));
  const sorted = orders.toSorted((one, other) => (`${one.by} ${one.reason}` < `${other.by} ${other.reason}` ? -1 : 1));
  const first = { batch, count: erasures.length, staff: staff.toSorted(), authors: authors.slice(0, authorsInEvent) };
  const more: BatchEvent[] = [];
  for (let from = authorsInEvent; from < authors.length; from += authorsInEvent)
    more.push({ type: 'AccountsErased', data: { batch, count: 0, staff: [], authors: authors.slice(from, from + authorsInEvent) } });
  return [...sorted.map((data) => ({ type: 'ErasureOrdered' as const, data })), { type: 'AccountsErased', data: first }, ...more];
}

const metadataNow = (value: string) => ({ at: new Date().toISOString(), correlationId: derivedId('correlation', value) });
