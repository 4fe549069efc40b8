import { hash } from 'node:crypto';

/**
 * The next revision of every stream, in about 25 bytes a stream: streams are told apart by 64 bits of the hash of their names. Two that
 * share them (one chance in 370,000 among ten million streams) would look like a gap, never hide one.
 */
export class StreamRevisions {
  /** Slots of [high, low, next revision]; an empty slot has next revision 0. */
  private slots = new Uint32Array(3 * 1024);
  private used = 0;

  /** Streams seen. */
  get streams(): number {
    return this.used;
  }

  /** Notes an event. @returns the revision that it must have: one more than the last of its stream, 0 for its first */
  take(stream: string): number {
    if (this.used * 2 >= this.slots.length / 3) this.grow();
    const name = Buffer.from(hash('sha256', stream, 'binary'), 'binary');
    const slot = slotOf(this.slots, name.readUInt32LE(0), name.readUInt32LE(4));
    const expected = this.slots[slot + 2]!;
    if (expected === 0) {
      this.slots[slot] = name.readUInt32LE(0);
      this.slots[slot + 1] = name.readUInt32LE(4);
      this.used += 1;
    }
    this.slots[slot + 2] = expected + 1;
    return expected;
  }

  private grow(): void {
    const larger = new Uint32Array(this.slots.length * 2);
    for (let at = 0; at < this.slots.length; at += 3) {
      if (this.slots[at + 2] === 0) continue;
      larger.set(this.slots.subarray(at, at + 3), slotOf(larger, this.slots[at]!, this.slots[at + 1]!));
    }
    this.slots = larger;
  }
}

/** The slot of a stream, or the empty one where it goes: the first from its own on that is either. */
function slotOf(slots: Uint32Array, high: number, low: number): number {
  const count = slots.length / 3;
  for (let index = low % count; ; index = (index + 1) % count) {
    const at = index * 3;
    if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
  }
}
