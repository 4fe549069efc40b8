import { followLog, pause, type Batch, type EventStore, type SubscriptionOptions } from '@isegoria/event-sourcing';
import { inBackground, steady } from '@isegoria/steady';

export interface SharedReadingOptions extends Pick<SubscriptionOptions, 'batchSize' | 'gather' | 'onInterruption' | 'signal'> {
  readonly store: EventStore;
  /** How long (milliseconds) members that are done with a batch wait for the others; 2,000 when absent. */
  readonly patience?: number;
}

/** The most events in a batch. Measured: a tenth faster in catching up than a quarter of it, and still a few megabytes. */
export const mostEvents = 4_000;
/**
 * How far ahead of the reading a group may be and still join it: it waits until the reading has caught up with it. EventStoreDB counts
 * positions in bytes.
 */
const nearby = 100_000;
/** How long (milliseconds) a reading waits before it begins, since groups that start together are not ready at the same moment. */
const gatherMembersFor = 100;

/**
 * One reading of the log for all groups of a process that are at nearly the same position, so that the store reads and sends each event
 * once. They take each batch together, each in a transaction of its own. A group that keeps the others waiting, because it stopped or has
 * more to do, leaves and goes on by itself, and may join again once it is level.
 */
export class SharedReading {
  private readonly members = new Set<Member>();
  /** How far it has come; undefined while nobody reads. */
  private position?: number;
  /** Whether that is the end of the log, which a subscription reports only once. */
  private isAtEnd = false;

  constructor(private readonly options: SharedReadingOptions) {}

  /**
   * Takes part in the reading, or begins it. The batches end when the member kept others waiting or its signal was aborted.
   * @param after up to where the member has everything @returns undefined if the reading is somewhere else
   */
  join(after: number, signal: AbortSignal): AsyncGenerator<Batch> | undefined {
    if (signal.aborted || this.options.signal.aborted) return undefined;
    if (this.position !== undefined && (after < this.position || after > this.position + nearby)) return undefined;
    const member = new Member(signal, () => this.members.delete(member));
    this.members.add(member);
    if (this.isAtEnd && after === this.position) inBackground(member.take({ events: [], position: after, live: true }));
    if (this.position === undefined) inBackground(this.readFrom((this.position = after)));
    return member.batches();
  }

  private async readFrom(after: number): Promise<void> {
    try {
      await pause(gatherMembersFor, this.options.signal);
      for await (const batch of followLog(this.options.store, {
        batchSize: mostEvents,
        ...this.options,
        ...(after < 0 ? {} : { after }),
      })) {
        this.position = batch.position;
        this.isAtEnd = batch.live;
        await this.handOut(batch);
        if (this.members.size === 0) break;
      }
    } finally {
      this.position = undefined;
      this.isAtEnd = false;
      for (const member of this.members) member.leave();
    }
  }

  private async handOut(batch: Batch): Promise<void> {
    const takers = [...this.members];
    const all = Promise.all(takers.map((member) => member.take(batch)));
    for (;;) {
      await within(this.options.patience ?? 2_000, all);
      const busy = takers.filter((member) => this.members.has(member) && member.isBusy);
      // If all are busy, nobody waits for anybody.
      if (busy.length > 0 && busy.length === this.members.size) continue;
      return busy.forEach((member) => member.leave());
    }
  }
}

/** Resolves with the work, or once the time (milliseconds) is over. */
async function within(time: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, pause(time, over.signal)]);
  over.abort();
}

class Member {
  private handed?: Batch;
  private hasLeft = false;
  private wake = () => {};
  private done = () => {};
  /** Whether it has not come to the end of what it was given. */
  isBusy = false;

  constructor(
    private readonly signal: AbortSignal,
    private readonly onLeft: () => void,
  ) {
    signal.addEventListener('abort', this.leave);
  }

  /** Resolves when the batch is done, or never will be. */
  take(batch: Batch): Promise<void> {
    this.handed = batch;
    this.isBusy = true;
    this.wake();
    return new Promise((resolve) => (this.done = resolve));
  }

  readonly leave = steady((): void => {
    this.hasLeft = true;
    this.signal.removeEventListener('abort', this.leave);
    this.onLeft();
    this.wake();
    this.done();
  });

  async *batches(): AsyncGenerator<Batch> {
    try {
      while (!this.hasLeft) {
        if (this.handed) {
          const batch = this.handed;
          this.handed = undefined;
          yield batch;
          this.isBusy = false;
          this.done();
        } else {
          await new Promise<void>((resolve) => (this.wake = resolve));
        }
      }
    } finally {
      this.leave();
    }
  }
}
