import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { startEventStore, type RunningEventStore } from '@isegoria/embedded-event-store';
import { EventStore, isSystemStream, readRawLog, type RawEvent } from '@isegoria/event-sourcing';

/** What is written into a store again. */
export type Recorded = Pick<RawEvent, 'id' | 'type' | 'stream' | 'recordedAt' | 'data' | 'metadata'>;

/**
 * An event store whose files are exchanged by somebody who has the machine: one with another history appears behind its address, event for
 * event with the same bytes and times except where the caller altered it, as if its records had been rewritten together with their
 * checksums.
 */
export class AlterableStore {
  private readonly folders: string[] = [];

  private constructor(private server: RunningEventStore) {}

  static async start(): Promise<AlterableStore> {
    const folder = await newFolder();
    const store = new AlterableStore(await startEventStore({ folder }));
    store.folders.push(folder);
    return store;
  }

  get url(): string {
    return this.server.connectionString;
  }

  /** Every event, in log order, without those of the store itself. */
  async history(): Promise<Recorded[]> {
    const store = new EventStore(this.url);
    const events = await readRawLog(store, { count: 10_000 });
    await store.close();
    return events.filter(({ stream }) => !isSystemStream(stream));
  }

  /** Replaces the present store with one that has this history. */
  async exchange(history: readonly Recorded[]): Promise<void> {
    const folder = await newFolder();
    this.folders.push(folder);
    await this.open(folder);
    await write(this.url, history);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    for (const folder of this.folders) await rm(folder, { recursive: true, force: true });
  }

  private async open(folder: string): Promise<void> {
    const { port } = this.server;
    await this.server.stop();
    this.server = await startEventStore({ folder, port });
  }
}

const newFolder = () => mkdtemp(join(tmpdir(), 'isegoria-altered-'));

/** The store runs in this process, so that its clock can be set to the time that an event was first recorded at. */
async function write(url: string, history: readonly Recorded[]): Promise<void> {
  const store = new EventStore(url);
  const clock = jest.spyOn(Date, 'now');
  try {
    for (const { id, type, stream, recordedAt, data, metadata } of history) {
      clock.mockReturnValue(Date.parse(recordedAt));
      await store.client.appendToStream(stream, {
        id,
        type,
        contentType: 'application/octet-stream',
        data,
        metadata: Uint8Array.from(metadata),
      });
    }
  } finally {
    clock.mockRestore();
    await store.close();
  }
}
