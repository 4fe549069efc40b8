import type { EntityManager } from 'typeorm';
import { readRawLog, type EventStore, type LogPlace } from '@isegoria/event-sourcing';
import { AppendTree, consistencyPath, leafHash, openCheckpoint, verifyConsistency, webCrypto } from '@isegoria/merkle-log';
import { sha256, type LogIdentity } from '../log-identity';
import { leafOf } from './leaf-of';
import { lastLeaf, newestCheckpoint, nodeReader, type LastLeaf, type StoredCheckpoint } from './stored-tree';

/** The log must not go on: whatever it signed next would contradict what it signed before. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused';
}

/** Where the log was left. */
export interface ResumedLog {
  readonly tree: AppendTree;
  readonly checkpoint?: StoredCheckpoint;
  /** The last event that was read. */
  readonly last?: { readonly place: LogPlace; readonly id: string };
}

/**
 * Takes up the stored log where it was left, and holds it against itself and the event store.
 * @throws LogRefused when the tables contradict the newest checkpoint, or the event store does not have the log's last event any more
 */
export async function resumeLog(rows: EntityManager, store: EventStore, identity: LogIdentity): Promise<ResumedLog> {
  const last = await lastLeaf(rows);
  const checkpoint = await newestCheckpoint(rows);
  const size = last ? last.seq + 1 : 0;
  const tree = await storedTree(rows, size);
  if (checkpoint) await refuseContradiction(rows, tree, checkpoint, identity);
  if (!last) return { tree, checkpoint };
  await refuseAlteredLeaf(rows, last);
  await refuseOtherStore(store, last);
  return { tree, checkpoint, last: { place: last.place, id: idOf(last) } };
}

async function storedTree(rows: EntityManager, size: number): Promise<AppendTree> {
  try {
    return await AppendTree.resume(sha256, size, nodeReader(rows));
  } catch (error) {
    throw new LogRefused(`The log's tables are incomplete, so it does not go on: ${(error as Error).message}.`);
  }
}

async function refuseContradiction(rows: EntityManager, tree: AppendTree, stored: StoredCheckpoint, { key }: LogIdentity): Promise<void> {
  const { size, root, note } = stored;
  const opened = await openCheckpoint(note, [key], webCrypto.verifyEd25519);
  if (!opened.ok || opened.checkpoint.size !== size || !Buffer.from(root).equals(opened.checkpoint.root)) {
    throw new LogRefused(`The stored checkpoint of ${size} leaves is not what this log signed, so it does not go on.`);
  }
  if (size > tree.size) {
    throw new LogRefused(`The log's tables hold ${tree.size} leaves, and it signed a checkpoint of ${size}: they were put back from an older copy. Going on would fork the log; put the newest copy back.`);
  }
  const path = await consistencyPath(sha256, size, tree.size, nodeReader(rows)).catch(() => []);
  const isContinued = await verifyConsistency({ from: size, fromRoot: root, to: tree.size, toRoot: tree.root(), path }, sha256);
  if (!isContinued) throw new LogRefused(`The log's stored tree does not continue its checkpoint of ${size} leaves: its tables were altered, so it does not go on.`);
}

async function refuseAlteredLeaf(rows: EntityManager, { seq, leaf }: LastLeaf): Promise<void> {
  const stored = await nodeReader(rows)(0, seq);
  if (!Buffer.from(stored).equals(leafHash(sha256, Buffer.from(leaf)))) {
    throw new LogRefused(`Leaf ${seq} in the log's tables is not the one that was hashed into its tree, so it does not go on.`);
  }
}

async function refuseOtherStore(store: EventStore, last: LastLeaf): Promise<void> {
  const [event] = await readRawLog(store, { from: last.place, count: 1 });
  if (!event) throw storeIsShorter(last.place);
  if (leafOf(event, last.seq) !== last.leaf) {
    throw new LogRefused(
      `The event store has another event than leaf ${last.seq} of the log at position ${last.place.commit}: it is another store, or its history was altered. Going on would fork the log; put back the store that the log was made from.`,
    );
  }
}

export function storeIsShorter({ commit }: LogPlace): LogRefused {
  return new LogRefused(
    `The event store ends before position ${commit}, which the log has recorded: an older backup was put back. Going on would fork the log; put back the newest copy of the event store.`,
  );
}

function idOf({ leaf }: LastLeaf): string {
  return (JSON.parse(leaf) as { id: string }).id;
}
