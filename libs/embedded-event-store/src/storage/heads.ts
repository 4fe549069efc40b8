import type { Transaction } from 'lmdb';
import type { StreamHead } from '../rules/model';
import { DamagedEvent } from './damage';
import { decodeHead, decodeNamedHead, encodeHead, encodeNamedHead } from './stored-head';
import type { Tables } from './tables';

/** So many young heads are moved to the others at once; that bounds what is kept in memory and read at a start. */
const MOST_YOUNG = 8192;

/**
 * The heads of all streams. Names of streams are as good as random, so a head a transaction would be a page a head to
 * write: half of an append's time on disk. Changed heads are therefore written one after another to a small table, kept
 * in memory as well, and moved to the large one in the order of their names when there are many. All of it happens
 * within the transaction of the events.
 */
export class Heads {
  private readonly young = new Map<string, { slot: number; head: StreamHead }>();

  constructor(private readonly tables: Pick<Tables, 'heads' | 'youngHeads'>) {}

  /** @returns the number of the first slot whose head is not as it was written, if any */
  load(transaction?: Transaction): number | undefined {
    for (const { key: slot, value } of this.tables.youngHeads.getRange({ start: 0, ...(transaction && { transaction }) })) {
      const named = decodeNamedHead(value);
      if (!named) return slot;
      this.young.set(named.name, { slot, head: named.head });
    }
    return undefined;
  }

  /** @throws DamagedEvent when the head is not as it was written */
  find(stream: string, transaction?: Transaction): StreamHead | undefined {
    const young = this.young.get(stream);
    if (young) return young.head;
    const stored = transaction ? this.tables.heads.get(stream, { transaction }) : this.tables.heads.getBinaryFast(stream);
    if (stored === undefined) return undefined;
    const head = decodeHead(stream, stored);
    if (!head) throw new DamagedEvent(0);
    return head;
  }

  count(): number {
    let count = (this.tables.heads.getStats() as { entryCount: number }).entryCount;
    for (const stream of this.young.keys()) if (this.tables.heads.getBinaryFast(stream) === undefined) count += 1;
    return count;
  }

  /** Those that are in the small table alone, or newer there. */
  youngNames(): ReadonlySet<string> {
    return new Set(this.young.keys());
  }

  /** Within a transaction. */
  write(heads: ReadonlyMap<string, StreamHead>): void {
    for (const [stream, head] of heads) {
      const slot = this.young.get(stream)?.slot ?? this.young.size;
      this.young.set(stream, { slot, head });
      this.tables.youngHeads.putSync(slot, encodeNamedHead(stream, head));
    }
    if (this.young.size >= MOST_YOUNG) this.move();
  }

  private move(): void {
    for (const [stream, { head }] of [...this.young].sort(([a], [b]) => (a < b ? -1 : 1)))
      this.tables.heads.putSync(stream, encodeHead(stream, head));
    this.tables.youngHeads.clearSync();
    this.young.clear();
  }
}
