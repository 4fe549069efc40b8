import type { QueryRunner } from 'typeorm';
import { isSystemStream, pause, readRawLog, type EventStore, type RawEvent } from '@isegoria/event-sourcing';
import { leafHash, signCheckpoint, type TreeNode } from '@isegoria/merkle-log';
import { sha256, type LogIdentity } from '../log-identity';
import { isPublicStream, leafOf } from './leaf-of';
import { storeIsShorter, type ResumedLog } from './resume';
import { storeCheckpoint, storeLeaves, type NewLeaf, type StoredCheckpoint } from './stored-tree';

/** Events read, hashed and stored at once; bounds the memory, since a body may have some 100 KB. */
const batchSize = 2_000;
/** Milliseconds between two looks at a store that had nothing more: long enough to make batches of a stream of votes. */
const lookEvery = 100;
/** A checkpoint is signed when nothing came for so long, and while events keep coming at the latest after this time (milliseconds). */
const quietFor = 400;
const signAtLatestAfter = 4_000;

/**
 * Makes every event of the store a leaf, in log order, and signs checkpoints. All that it writes goes over the connection that holds
 * the writer's lock. A batch of leaves and its subtrees are one transaction; a checkpoint is on disk before anybody sees it.
 */
export class Sequencer {
  private readonly tree;
  private last;
  private checkpoint?: StoredCheckpoint;
  private arrivedAt = -Infinity;
  private unsignedSince = 0;

  constructor(
    private readonly connection: QueryRunner,
    private readonly store: EventStore,
    private readonly identity: LogIdentity,
    resumed: ResumedLog,
    private readonly onSigned: (checkpoint: StoredCheckpoint) => void,
  ) {
    this.tree = resumed.tree;
    this.last = resumed.last;
    this.checkpoint = resumed.checkpoint;
  }

  /**
   * Goes on until the signal is aborted.
   * @throws LogRefused when the store no longer has what is in the log; any other failure leaves the stored log whole, to be resumed anew
   */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const read = await this.takeNext();
      if (this.isSignatureDue()) await this.sign();
      if (read < batchSize) await pause(lookEvery, signal);
    }
  }

  /** Signs the tree as it is, unless that was done. */
  async sign(): Promise<void> {
    const { size } = this.tree;
    if (this.checkpoint?.size === size) return;
    const root = this.tree.root();
    const note = await signCheckpoint({ size, root }, this.identity.key, this.identity.sign);
    const checkpoint = { size, root, note };
    await storeCheckpoint(this.connection.manager, checkpoint);
    this.checkpoint = checkpoint;
    this.onSigned(checkpoint);
  }

  /** @returns how many events were read */
  private async takeNext(): Promise<number> {
    const events = await this.readOn();
    const leaves = events.filter(({ stream }) => !isSystemStream(stream));
    if (leaves.length > 0) {
      await this.append(leaves);
      this.arrivedAt = performance.now();
    }
    const last = events.at(-1);
    if (last) this.last = { place: last.place, id: last.id };
    return events.length;
  }

  /** Each reading begins at the last event read, so that a store that lost it is noticed at once. */
  private async readOn(): Promise<RawEvent[]> {
    if (!this.last) return readRawLog(this.store, { count: batchSize });
    const [known, ...events] = await readRawLog(this.store, { from: this.last.place, count: batchSize + 1 });
    if (known?.id !== this.last.id) throw storeIsShorter(this.last.place);
    return events;
  }

  private async append(events: readonly RawEvent[]): Promise<void> {
    if (this.tree.size === (this.checkpoint?.size ?? 0)) this.unsignedSince = performance.now();
    const leaves: NewLeaf[] = [];
    const nodes: TreeNode[] = [];
    for (const event of events) {
      const seq = this.tree.size;
      const leaf = leafOf(event, seq);
      leaves.push({ seq, place: event.place, eventId: event.id, isPublic: isPublicStream(event.stream), leaf });
      nodes.push(...this.tree.append(leafHash(sha256, Buffer.from(leaf))));
    }
    await this.connection.manager.transaction(async (rows) => {
      // What a crash loses here is made again from the event store, byte for byte; the commit of a checkpoint flushes it all.
      await rows.query('SET LOCAL synchronous_commit = off');
      await storeLeaves(rows, leaves, nodes);
    });
  }

  private isSignatureDue(): boolean {
    const now = performance.now();
    return this.tree.size !== this.checkpoint?.size && (now - this.arrivedAt >= quietFor || now - this.unsignedSince >= signAtLatestAfter);
  }
}
