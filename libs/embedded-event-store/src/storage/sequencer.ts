import { steady } from '@isegoria/steady';
import type { Change, Outcome } from '../rules/model';
import { RecentIds } from '../rules/recent-ids';
import { factsOf } from './stored-event';
import { DamagedEvent } from './damage';
import type { Storage } from './storage';
import type { WakeUps } from '../reading/wake-ups';
import { WriteGroup, type Counters } from './write-group';

const REMEMBERED_IDS = 50_000;
const RELEARNED_IDS = 20_000;
const GROUP_CHANGES = 2_000;
const GROUP_BYTES = 8 * 1024 * 1024;

interface Waiting {
  readonly change: Change;
  readonly bytes: number;
  readonly answer: (outcome: Outcome) => void;
}

/** Figures since the start; durations in seconds. */
export interface SequencerFigures {
  appends: number;
  events: number;
  flushes: number;
  flushSeconds: number;
  slowestFlushSeconds: number;
}

/**
 * The one writer. Whatever waits is decided in the order it came, written in one transaction and flushed once;
 * only then is it answered and announced. A flush that fails ends the process: after that nobody can know what
 * the disk holds, and a restart finds out.
 */
export class Sequencer {
  readonly figures: SequencerFigures = { appends: 0, events: 0, flushes: 0, flushSeconds: 0, slowestFlushSeconds: 0 };
  private readonly recent = new RecentIds(REMEMBERED_IDS);
  private readonly counters: Counters;
  /** Of so many last events, before the first change is decided. */
  private idsToRelearn: number;
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(
    private readonly storage: Storage,
    private readonly wakeUps: WakeUps,
    private readonly onFailedFlush: (error: unknown) => void,
  ) {
    this.counters = { lastPosition: storage.lastPosition(), lastStream: storage.streamCount() };
    this.idsToRelearn = Math.min(this.counters.lastPosition, RELEARNED_IDS);
  }

  /** Calls `answer` once the change is on disk, or refused. */
  submit(change: Change, bytes: number, answer: (outcome: Outcome) => void): void {
    this.waiting.push({ change, bytes, answer });
    this.running ??= this.run();
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        // What arrives in the same turn of the event loop shares the flush, and readers get their turn between two.
        await new Promise(setImmediate);
        this.commit(this.nextGroup());
      }
    } catch (error) {
      this.onFailedFlush(error);
      return;
    }
    this.running = undefined;
  }

  private nextGroup(): Waiting[] {
    let count = 0;
    for (let bytes = 0; count < this.waiting.length && count < GROUP_CHANGES && bytes < GROUP_BYTES; count += 1)
      bytes += this.waiting[count]!.bytes;
    const group = this.waiting.slice(0, count);
    this.waiting = this.waiting.slice(count);
    return group;
  }

  private commit(waiting: readonly Waiting[]): void {
    if (this.idsToRelearn > 0) this.relearnIds();
    const group = new WriteGroup(this.storage, this.recent, this.counters, Date.now());
    const outcomes = waiting.map(({ change }) => group.apply(change));
    if (group.entries.length > 0) {
      const started = performance.now();
      this.storage.write(group.entries, group.heads);
      this.count(waiting.length, group.entries.length, (performance.now() - started) / 1000);
    }
    waiting.forEach(({ answer }, index) => steady(answer)(outcomes[index]!));
    if (group.entries.length > 0) steady(() => this.wakeUps.announce(group.heads.keys()))();
  }

  private count(appends: number, events: number, seconds: number): void {
    this.figures.appends += appends;
    this.figures.events += events;
    this.figures.flushes += 1;
    this.figures.flushSeconds += seconds;
    this.figures.slowestFlushSeconds = Math.max(this.figures.slowestFlushSeconds, seconds);
  }

  /** So that a retry at `any` is recognised across a restart too. Not at the start, which it would make slower. */
  private relearnIds(): void {
    const first = this.counters.lastPosition - this.idsToRelearn + 1;
    for (let from = first; from <= this.counters.lastPosition;) from = this.relearnPage(from);
    this.idsToRelearn = 0;
  }

  /** @returns the position to go on from */
  private relearnPage(from: number): number {
    try {
      const page = this.storage.readLog(from, false);
      for (const { response, position } of page) {
        const { id, stream, revision } = factsOf(response);
        this.recent.remember(id, { stream, revision, position });
      }
      return (page[page.length - 1]?.position ?? this.counters.lastPosition) + 1;
    } catch (error) {
      // Readers of a damaged event are told; the store itself can do without its id.
      if (error instanceof DamagedEvent) return error.position + 1;
      throw error;
    }
  }
}
