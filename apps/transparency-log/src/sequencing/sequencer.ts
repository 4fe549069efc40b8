import { setImmediate as nextTurn } from 'node:timers/promises';
import { isLoggedStream, isPublicStream } from '@isegoria/contracts';
import { isSystemStream, pause, readRawLog, type EventStore, type RawEvent } from '@isegoria/event-sourcing';
import {
  leafTextHash,
  parseNote,
  signCheckpointWithAll,
  withSignatures,
  withSignedTime,
  TILE_WIDTH,
  type TileWriter,
} from '@isegoria/merkle-log';
import { leafOf } from '@isegoria/service-host';
import { inBackground } from '@isegoria/steady';
import { sha256, type LogIdentity } from '../keys/log-identity';
import type { Witnesses } from '../witnesses/witnesses';
import { handled } from './handled';
import { recordSigned } from './metrics';
import { readBack } from './read-back';
import { storeIsShorter, type ResumedLog } from './resume';
import { storeCheckpoint, storeLeaves, type NewLeaves, type StoredCheckpoint } from './stored-tree';
import { asWriter, type Writer } from './writer-lock';

/** Events read, hashed and stored at once; bounds the memory, since a body may have some 100 KB. */
const batchSize = 2_000;
/** Milliseconds between two looks at a store that had nothing more: long enough to make batches of a stream of votes. */
const lookEvery = 100;
/**
 * A checkpoint is signed once nothing came for `quietFor`; while events keep coming, after `signAtLatestAfter` at the latest
 * (milliseconds).
 */
const quietFor = 400;
const signAtLatestAfter = 2_000;
/** A checkpoint with too few cosignatures is sent to the witnesses again after this time (milliseconds). */
const cosignAgainAfter = 5_000;

export interface SequencerParts {
  readonly writer: Writer;
  readonly store: EventStore;
  readonly identity: LogIdentity;
  readonly witnesses: Witnesses;
  readonly resumed: ResumedLog;
  /** The stored tree at the same checkpoint, read a second time. */
  readonly readBackTree: TileWriter;
  /** While nothing comes, the newest checkpoint is signed and cosigned again after this time, so that it can be seen to be the newest. */
  readonly signAgainAfter: number;
  readonly onPublished: (checkpoint: StoredCheckpoint) => void;
}

/**
 * Makes every event of the store a leaf, in log order, but those of unlogged streams, and signs checkpoints. Each write is a transaction
 * under the writer's epoch. Leaves and their tiles are stored together; they are read back and hashed again, while the next ones are made,
 * before their checkpoint is signed; the checkpoint is on disk before any witness and anybody else sees it.
 */
export class Sequencer {
  private readonly tree;
  private readonly bundles;
  private last;
  /** The current write: writes share a connection, and so wait for each other. */
  private storing: Promise<void> = Promise.resolve();
  /** On disk; published once the witnesses have had their time. */
  private signed?: StoredCheckpoint;
  private published?: StoredCheckpoint;
  private cosigned?: StoredCheckpoint;
  private isCosigning = false;
  private cosignedAt = -Infinity;
  private arrivedAt = -Infinity;
  private recordedAt?: string;
  private unsignedSince = 0;
  private signedAt = -Infinity;
  /** Positions of the store: up to where everything that is logged is in the tree, and under the published checkpoint. */
  private madeUpTo;
  private coveredUpTo;

  constructor(private readonly parts: SequencerParts) {
    const { tree, bundles, last, checkpoint } = parts.resumed;
    this.tree = tree;
    this.bundles = bundles;
    this.last = last;
    [this.signed, this.published] = [checkpoint, checkpoint];
    this.madeUpTo = this.coveredUpTo = last?.place.commit ?? -1;
  }

  /** Up to where in the store the published checkpoint covers what is logged: further than its last entry where nothing else is. */
  get covered(): number {
    if (this.tree.size === this.published?.size) this.coveredUpTo = this.madeUpTo;
    return this.coveredUpTo;
  }

  /** Publishes a first checkpoint if there is none, and has the newest one signed by every key of the log. */
  async begin(): Promise<void> {
    if (this.signed && this.isSignedByAll(this.signed.note)) return;
    await this.sign();
    if (this.signed) await this.publish(this.signed);
  }

  /**
   * Goes on until the signal is aborted.
   * @throws LogRefused when the store no longer has what is in the log; any other failure leaves the stored log intact, to be resumed again
   */
  async run(signal: AbortSignal): Promise<void> {
    try {
      for (let reading = this.readOn(); !signal.aborted;) {
        const read = await reading;
        const last = read.at(-1);
        if (last) this.last = { place: last.place, id: last.id };
        const isMore = read.length >= batchSize;
        // The next events are read and become leaves while these are stored.
        if (isMore) reading = handled(this.readOn());
        await this.take(read);
        this.madeUpTo = last?.place.commit ?? this.madeUpTo;
        if (this.isSignatureDue()) await this.sign();
        await this.publishWhatIsDue();
        if (isMore) continue;
        await pause(lookEvery, signal);
        if (!signal.aborted) reading = this.readOn();
      }
    } finally {
      await this.storing.catch(() => undefined);
    }
  }

  /** Each read begins at the last event read, so that a store that lost it is noticed at once. */
  private async readOn(): Promise<RawEvent[]> {
    const { store } = this.parts;
    if (!this.last) return readRawLog(store, { count: batchSize });
    const { place, id } = this.last;
    const [known, ...events] = await readRawLog(store, { from: place, count: batchSize + 1 });
    if (known?.id !== id) throw storeIsShorter(place);
    return events;
  }

  private async take(read: readonly RawEvent[]): Promise<void> {
    const events = read.filter(({ stream }) => !isSystemStream(stream) && isLoggedStream(stream));
    if (events.length === 0) return;
    if (this.tree.size === (this.signed?.size ?? 0)) this.unsignedSince = performance.now();
    const leaves = await this.leavesOf(events);
    await this.storing;
    this.storing = handled(this.storeAndReadBack(leaves, this.tree.size, this.tree.root()));
    this.arrivedAt = performance.now();
    this.recordedAt = events.at(-1)!.recordedAt;
  }

  private async storeAndReadBack(leaves: NewLeaves, size: number, root: Uint8Array): Promise<void> {
    const { writer, readBackTree } = this.parts;
    await asWriter(writer, async (rows) => {
      // What a crash loses here is made again from the event store, byte for byte; the commit of a checkpoint flushes it all.
      await rows.query('SET LOCAL synchronous_commit = off');
      await storeLeaves(rows, leaves);
    });
    await readBack(writer.connection.manager, readBackTree, size, root);
  }

  private async leavesOf(events: readonly RawEvent[]): Promise<NewLeaves> {
    const first = this.tree.size;
    for (const [n, event] of events.entries()) {
      // The reading of the next events goes on in between.
      if (n % TILE_WIDTH === 0) await nextTurn();
      const leaf = leafOf(event, this.tree.size);
      this.bundles.add({ leaf, place: event.place, isPublic: isPublicStream(event.stream) });
      this.tree.append(leafTextHash(sha256, leaf));
    }
    return { first, eventIds: events.map(({ id }) => id), bundles: this.bundles.take(), tiles: this.tree.takeTiles() };
  }

  private isSignatureDue(): boolean {
    if (this.isCosigning || this.cosigned) return false;
    const now = performance.now();
    if (this.tree.size === (this.signed?.size ?? 0)) return now - this.signedAt >= this.parts.signAgainAfter;
    return now - this.arrivedAt >= quietFor || now - this.unsignedSince >= signAtLatestAfter;
  }

  private async sign(): Promise<void> {
    const { writer, identity, readBackTree } = this.parts;
    const head = { size: this.tree.size, root: this.tree.root() };
    await this.storing;
    if (readBackTree.size !== head.size) throw new Error('A checkpoint must not cover what was not read back.');
    const signed = await signCheckpointWithAll(head, identity.signers);
    const note = await withSignedTime(signed, identity.signers, Math.floor(Date.now() / 1000), sha256);
    const isAgain = this.signed?.size === head.size;
    const checkpoint = { ...head, note: isAgain ? withAll(this.signed!.note, note) : note };
    await asWriter(writer, (rows) => storeCheckpoint(rows, checkpoint));
    this.signed = checkpoint;
    this.signedAt = performance.now();
    recordSigned(isAgain ? undefined : this.recordedAt);
    this.cosign(checkpoint);
  }

  /** Beside the sequencing, which no witness can hold up. */
  private cosign(checkpoint: StoredCheckpoint): void {
    const { witnesses } = this.parts;
    this.isCosigning = true;
    this.cosignedAt = performance.now();
    const cosigning = witnesses.cosign(checkpoint).then((note) => void (this.cosigned = { ...checkpoint, note }));
    inBackground(cosigning.finally(() => (this.isCosigning = false)));
  }

  private async publishWhatIsDue(): Promise<void> {
    const { cosigned } = this;
    this.cosigned = undefined;
    if (cosigned) await this.publish(cosigned);
    const { published, parts, isCosigning } = this;
    if (!published || isCosigning || performance.now() - this.cosignedAt < cosignAgainAfter) return;
    if (published.size === this.signed?.size && !(await parts.witnesses.isEnough(published.note))) this.cosign(published);
  }

  private async publish(checkpoint: StoredCheckpoint): Promise<void> {
    if (checkpoint.note !== this.signed?.note) {
      await this.storing;
      await asWriter(this.parts.writer, (rows) => storeCheckpoint(rows, checkpoint));
    }
    [this.signed, this.published] = [checkpoint, checkpoint];
    this.parts.onPublished(checkpoint);
  }

  private isSignedByAll(note: string): boolean {
    const ids = parseNote(note)?.signatures.map(({ keyId }) => keyId) ?? [];
    return this.parts.identity.signers.every(({ key }) => ids.includes(key.keyId));
  }
}

/** An earlier note of the same tree, with newer signatures in place of those of the same keys. */
function withAll(earlier: string, note: string): string {
  return withSignatures(earlier, parseNote(note)?.signatures ?? []) ?? note;
}
