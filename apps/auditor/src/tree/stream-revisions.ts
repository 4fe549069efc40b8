import { CompactTable, saltedHash } from '@isegoria/audit-kit';

const marked = 2 ** 31;

/** The next revision of every stream, and one mark for each, in some 16 bytes per stream. */
export class StreamRevisions {
  private readonly table = new CompactTable();

  /** Streams seen. */
  get streams(): number {
    return this.table.size;
  }

  /** Notes an event. @returns the revision that it must have: one more than the last of its stream, 0 for its first */
  take(stream: string): number {
    return this.advance(stream, (expected) => expected);
  }

  /** Like {@link take}, when the log is read from its middle: the first event of a stream says itself which revision it is. */
  takeFrom(stream: string, revision: number): number {
    return this.advance(stream, (expected) => (expected === 0 ? revision : expected));
  }

  /** Whether the stream has events. */
  has(stream: string): boolean {
    return this.table.get(...saltedHash(stream)) > 0;
  }

  /** Marks a stream that has events. @returns whether it was not marked before */
  mark(stream: string): boolean {
    const [high, low] = saltedHash(stream);
    const value = this.table.get(high, low);
    if (value >= marked) return false;
    this.table.set(high, low, value + marked);
    return true;
  }

  private advance(stream: string, expectation: (next: number) => number): number {
    const [high, low] = saltedHash(stream);
    const value = this.table.get(high, low);
    const mark = value >= marked ? marked : 0;
    const expected = expectation(value - mark);
    this.table.set(high, low, mark + expected + 1);
    return expected;
  }
}
