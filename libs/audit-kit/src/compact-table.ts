const shardCount = 256;
const firstSlots = 8;
/** A shard is at most so full; above, a search would take long. */
const fullest = 0.85;
const growth = 1.25;

interface Shard {
  slots: Uint32Array;
  used: number;
}

/**
 * A map from keys of two words to small numbers, in 12 bytes a slot, or 8 where the value shares a word with the key, and a quarter to a
 * half more an entry, however many: it grows shard by shard, so that no moment needs the old and the new table at once. Keys must be spread
 * evenly over their low word, as hashes are. The value 0 is that of an absent key.
 */
export class CompactTable {
  private readonly slotWords: number;
  /** How far a value that shares the high word of the key is shifted in it. */
  private readonly shift: number;
  private readonly shards: Shard[];

  /** @param valueBits 32 for keys of 64 bits; fewer leave the high word of a key 32 - valueBits bits */
  constructor(valueBits = 32) {
    this.slotWords = valueBits === 32 ? 3 : 2;
    this.shift = 32 - valueBits;
    this.shards = Array.from({ length: shardCount }, () => ({ slots: new Uint32Array(firstSlots * this.slotWords), used: 0 }));
  }

  /** Entries whose value was ever set. */
  get size(): number {
    return this.shards.reduce((total, { used }) => total + used, 0);
  }

  get(high: number, low: number): number {
    const { slots } = this.shards[low % shardCount]!;
    return this.valueAt(slots, this.slotOf(slots, high, low));
  }

  /** @param value 1 to 2^valueBits - 1 */
  set(high: number, low: number, value: number): void {
    const shard = this.shards[low % shardCount]!;
    if (shard.used + 1 > (shard.slots.length / this.slotWords) * fullest) shard.slots = this.grown(shard.slots);
    const at = this.slotOf(shard.slots, high, low);
    if (this.valueAt(shard.slots, at) === 0) shard.used += 1;
    this.write(shard.slots, at, [high, low, value]);
  }

  /** Every entry, in no order. */
  *entries(): Generator<[high: number, low: number, value: number]> {
    for (const { slots } of this.shards) {
      for (let at = 0; at < slots.length; at += this.slotWords) {
        const value = this.valueAt(slots, at);
        if (value !== 0) yield [this.highAt(slots, at), slots[at + 1]!, value];
      }
    }
  }

  private grown(slots: Uint32Array): Uint32Array {
    const larger = new Uint32Array(Math.ceil((slots.length / this.slotWords) * growth) * this.slotWords);
    for (let at = 0; at < slots.length; at += this.slotWords) {
      const value = this.valueAt(slots, at);
      if (value === 0) continue;
      const [high, low] = [this.highAt(slots, at), slots[at + 1]!];
      this.write(larger, this.slotOf(larger, high, low), [high, low, value]);
    }
    return larger;
  }

  /** The slot of a key, or the empty one where it goes: the first from its own on that is either. */
  private slotOf(slots: Uint32Array, high: number, low: number): number {
    const count = slots.length / this.slotWords;
    for (let index = Math.floor(low / shardCount) % count; ; index = index + 1 === count ? 0 : index + 1) {
      const at = index * this.slotWords;
      if (this.valueAt(slots, at) === 0 || (slots[at + 1] === low && this.highAt(slots, at) === high)) return at;
    }
  }

  private valueAt(slots: Uint32Array, at: number): number {
    return this.shift === 0 ? slots[at + 2]! : slots[at]! >>> this.shift;
  }

  private highAt(slots: Uint32Array, at: number): number {
    return this.shift === 0 ? slots[at]! : slots[at]! & (2 ** this.shift - 1);
  }

  private write(slots: Uint32Array, at: number, [high, low, value]: readonly [number, number, number]): void {
    slots[at] = this.shift === 0 ? high : value * 2 ** this.shift + high;
    slots[at + 1] = low;
    if (this.shift === 0) slots[at + 2] = value;
  }
}
