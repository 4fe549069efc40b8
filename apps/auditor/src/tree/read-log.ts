import { signedHead, type SignedHead } from '../checkpoint/signed-head';
import type { SeenCheckpoints } from '../checkpoint/seen-checkpoints';
import { textOf, type TrustedKeys } from '../checkpoint/trusted-keys';
import { witnessedBy, type Witnessed, type Witnesses } from '../checkpoint/witnesses';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import { firstWrongLeaf } from './first-wrong-leaf';
import type { RebuiltLog } from './rebuilt-log';
import type { ServedTiles } from './served-tiles';
import type { TakenEntry } from './taken-entry';

/** Told as the reading goes on. */
export interface Progress {
  reading(done: number, total: number): void;
}

export interface Reading {
  readonly source: Source;
  readonly trusted: TrustedKeys;
  readonly seen: SeenCheckpoints;
  readonly log: RebuiltLog;
  /** Undefined if tiles are not checked. */
  readonly tiles?: ServedTiles;
  readonly witnesses?: Witnesses;
  readonly requiresQuorum: boolean;
  /** How long to wait for a checkpoint that covers what must be covered, and for cosignatures (seconds). */
  readonly wait: number;
  readonly progress: Progress;
  /** Told every entry, in order. */
  readonly take: (entry: TakenEntry) => void;
  /** Whether what was read is enough; a live log is asked for more for a while as long as it is not. */
  readonly isEnough: () => Promise<boolean>;
}

export interface ReadLog {
  readonly head: SignedHead;
  /** The key that it was verified with. */
  readonly key: string;
  readonly witnessed: Witnessed;
  readonly bodies: number;
}

/** How often to ask for a checkpoint that covers what must be covered (milliseconds). */
const askEvery = 500;

/** Reads up to the newest checkpoint, and on to the next while that is not enough. @throws Finding the first thing that is wrong */
export async function readLog(reading: Reading): Promise<ReadLog> {
  const { source, trusted, log, tiles, isEnough } = reading;
  const deadline = performance.now() + (source.isLive ? reading.wait * 1_000 : 0);
  let bodies = 0;
  for (let size = -1; ; await new Promise((resolve) => setTimeout(resolve, askEvery))) {
    const head = await signedHead(source, trusted);
    if (head.size < size)
      throw new Finding('history', `The log shrank during the audit: it signed ${size} entries and then ${head.size}.`, head.size);
    size = head.size;
    await reading.seen.add(head, source, source.url, source.isLive);
    bodies += await readTo(head, reading);
    await refuseOtherRoot(head, reading);
    const isLate = performance.now() > deadline;
    const witnessed = reading.witnesses ? await witnessedBy(head, reading.witnesses, trusted, reading.requiresQuorum) : null;
    if (!isLate && (!(await isEnough()) || witnessed instanceof Finding)) continue;
    if (witnessed instanceof Finding) throw witnessed;
    await tiles?.checkAll();
    // A log makes its proofs from its tiles: wrong tiles, which are reported later, say nothing about its history, which the entries have
    // shown.
    if (tiles?.areRight !== false) await reading.seen.refuseUnproven(source, head, Math.max(1, log.start));
    return { head, key: textOf(trusted.keys[0]!), witnessed, bodies };
  }
}

async function readTo(head: SignedHead, { source, log, seen, tiles, take, progress }: Reading): Promise<number> {
  let bodies = 0;
  await seen.hold(log.size, log.root(), head);
  for await (const page of source.lines(log.size, head.size)) {
    for (const line of page) {
      const entry = log.take(line);
      if (log.size === seen.nextSize && log.size < head.size) await seen.hold(log.size, log.root(), head);
      if (entry.hasBody) bodies += 1;
      take(entry);
    }
    await tiles?.check();
    progress.reading(log.size, head.size);
  }
  return bodies;
}

async function refuseOtherRoot(head: SignedHead, { source, log, seen }: Reading): Promise<void> {
  if (Buffer.from(log.root()).equals(head.root)) return seen.hold(log.size, log.root(), head);
  const wrong = await firstWrongLeaf(source, log, head);
  const sentence = `Entry ${wrong} is not the one that was signed: the tree over the entries has another root than the checkpoint of ${head.size} entries.`;
  throw new Finding('log', sentence, wrong);
}
