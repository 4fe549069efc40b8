import type { EntityManager } from 'typeorm';
import { readRawLog, type EventStore, type LogPlace } from '@isegoria/event-sourcing';
import { leafTextHash, openCheckpoint, TILE_WIDTH, TileWriter, webCrypto } from '@isegoria/merkle-log';
import { leafOf } from '@isegoria/service-host';
import { sha256, type LogIdentity } from '../keys/log-identity';
import { BundleFiller, dropEntries, entryCount, readEntries, type Entry } from './bundles';
import { newestCheckpoint, tileReader, type StoredCheckpoint } from './stored-tree';

/** The log must not go on: whatever it signed next would contradict what it signed before. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused';

  /** @param sentence for whoever runs the log: in the words of this program alone */
  constructor(readonly sentence: string) {
    super(sentence);
  }
}

/** Where the log stopped: at its newest checkpoint. */
export interface ResumedLog {
  readonly tree: TileWriter;
  readonly bundles: BundleFiller;
  readonly checkpoint?: StoredCheckpoint;
  /** The last event that the checkpoint covers. */
  readonly last?: { readonly place: LogPlace; readonly id: string };
}

/**
 * Resumes the stored log at its newest checkpoint, and checks it against itself and the event store. Leaves that no checkpoint covers are
 * dropped: they are made again from the event store.
 * @throws LogRefused when the tables contradict the newest checkpoint, or the event store no longer has the log's last event
 */
export async function resumeLog(rows: EntityManager, store: EventStore, identity: LogIdentity): Promise<ResumedLog> {
  const checkpoint = await newestCheckpoint(rows);
  if (checkpoint) await refuseContradiction(rows, checkpoint, identity);
  const size = checkpoint?.size ?? 0;
  const tree = await treeAt(rows, size);
  if (checkpoint && !Buffer.from(tree.root()).equals(checkpoint.root)) {
    throw new LogRefused(
      `The log's stored tree does not continue its checkpoint of ${size} leaves: its tables were altered, so it does not go on. Put the newest copy of the database back.`,
    );
  }
  const last = size > 0 ? await lastOf(rows, size) : undefined;
  if (last) {
    await refuseAlteredLeaf(rows, last);
    await refuseOtherStore(store, last);
  }
  const bundles = await ifWhole(async () => {
    await dropEntries(rows, size);
    return BundleFiller.resume(rows, size);
  });
  return { tree, bundles, checkpoint, last: last && { place: last.place, id: idOf(last) } };
}

/** The last entry under a checkpoint. */
interface LastEntry extends Entry {
  readonly seq: number;
}

async function lastOf(rows: EntityManager, size: number): Promise<LastEntry> {
  const [entry] = await ifWhole(() => readEntries(rows, size - 1, size));
  return { seq: size - 1, ...entry! };
}

/** The stored tree of this size, to be continued. */
export async function treeAt(rows: EntityManager, size: number): Promise<TileWriter> {
  return ifWhole(() => TileWriter.resume(sha256, size, tileReader(rows)));
}

/** @throws LogRefused for anything missing in the tables */
async function ifWhole<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LogRefused(`The log's tables are incomplete, so it does not go on: ${error.message}.`);
  }
}

async function refuseContradiction(rows: EntityManager, stored: StoredCheckpoint, { signers }: LogIdentity): Promise<void> {
  const { size, root, note } = stored;
  const keys = signers.map(({ key }) => key);
  const opened = await openCheckpoint(note, keys, webCrypto.verifyEd25519);
  if (!opened.ok && opened.reason === 'unknown-key') {
    throw new LogRefused(
      `The newest checkpoint, of ${size} leaves, is not what this log signed with the keys that are set, so it does not go on. If its key is being changed, both keys have to sign first (LOG_SIGNING_KEY_NEXT).`,
    );
  }
  if (!opened.ok || opened.checkpoint.size !== size || !Buffer.from(root).equals(opened.checkpoint.root)) {
    throw new LogRefused(`The stored checkpoint of ${size} leaves is not what this log signed, so it does not go on.`);
  }
  const leaves = await entryCount(rows);
  if (size > leaves) {
    throw new LogRefused(
      `The log's tables hold ${leaves} leaves, and it signed a checkpoint of ${size}: they were put back from an older copy. Going on would fork the log; put the newest copy back.`,
    );
  }
}

async function refuseAlteredLeaf(rows: EntityManager, { seq, leaf }: LastEntry): Promise<void> {
  const width = (seq % TILE_WIDTH) + 1;
  const hashes = await tileReader(rows)(0, Math.floor(seq / TILE_WIDTH), width);
  if (!Buffer.from(hashes.subarray(-32)).equals(leafTextHash(sha256, leaf))) {
    throw new LogRefused(`Leaf ${seq} in the log's tables is not the one that was hashed into its tree, so it does not go on.`);
  }
}

async function refuseOtherStore(store: EventStore, last: LastEntry): Promise<void> {
  const [event] = await readRawLog(store, { from: last.place, count: 1 });
  if (!event) throw storeIsShorter(last.place);
  if (!isLeafOf(event, last)) {
    throw new LogRefused(
      `The event store has another event than leaf ${last.seq} of the log at position ${last.place.commit}: it is another store, or its history was altered. Going on would fork the log; put back the store that the log was made from.`,
    );
  }
}

/** Leaves that were made before they carried commitments have none. */
function isLeafOf(event: Parameters<typeof leafOf>[0], { seq, leaf }: LastEntry): boolean {
  const made = leafOf(event, seq);
  if (made === leaf) return true;
  const { commitments: _, ...without } = JSON.parse(made) as Record<string, unknown>;
  return JSON.stringify(without) === leaf;
}

export function storeIsShorter({ commit }: LogPlace): LogRefused {
  return new LogRefused(
    `The event store ends before position ${commit}, which the log has recorded: an older backup was put back. Going on would fork the log; put back the newest copy of the event store.`,
  );
}

function idOf({ leaf }: LastEntry): string {
  return (JSON.parse(leaf) as { id: string }).id;
}
