import { inBackground } from '@isegoria/steady';
import type { RawEvent } from './raw-event';
import { readNewest, type Connected } from './raw-log';

interface Wanted {
  readonly stream: string;
  readonly ids: readonly string[];
  readonly resolve: (events: RawEvent[] | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** How many more events are read than are looked for, since others append between an append and its reading back. */
const others = 24;

/** The sender of a command chooses the id of its event, and may use it for two streams. */
const nameOf = (stream: string, id: string) => `${id} ${stream}`;

/**
 * Finds events that were appended a moment ago among the newest of the log, with one read for all callers that wait: under load one read
 * for each would cost as much as the appends.
 */
export class ReadBack {
  private waiting: Wanted[] = [];
  private isReading = false;

  constructor(private readonly store: Connected) {}

  /** @returns undefined when one of the ids is not among the newest events: it was appended earlier, or very many came after it */
  find(stream: string, ids: readonly string[]): Promise<RawEvent[] | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ stream, ids, resolve, reject });
      if (!this.isReading) inBackground(this.read());
    });
  }

  private async read(): Promise<void> {
    this.isReading = true;
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0));
    this.isReading = false;
  }

  private async answer(wanted: Wanted[]): Promise<void> {
    try {
      const count = wanted.reduce((sum, { ids }) => sum + ids.length, others);
      const newest = new Map((await readNewest(this.store, count)).map((event) => [nameOf(event.stream, event.id), event]));
      for (const { stream, ids, resolve } of wanted) {
        const found = ids.flatMap((id) => newest.get(nameOf(stream, id)) ?? []);
        resolve(found.length === ids.length ? found : undefined);
      }
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }
}
