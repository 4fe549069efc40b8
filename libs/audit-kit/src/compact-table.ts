const shardCount = 256;
const firstSlots = 8;
/** A shard is at most so full; above, a search would take long. */
const fullest = 0.85;
const growth = 1.25;

/**
 * A map from keys of two words to small numbers, in 12 bytes a slot, or 8 where the value shares a word with the key, and a quarter to a
 * half more an entry, however many: it grows shard by shard, so that no moment needs the old and the new table at once, and a shard costs
 * nothing before its first entry: an audit has tables for each consultation, and most of them stay small. Keys must be spread evenly over
 * their low word, as hashes are. The value 0 is that of an absent key.
 */
export class CompactTable {
  private readonly slotWords: number;
  /** How far a value that shares the high word of the key is shifted in it. */
  private readonly shift: number;
  /** The slots of each shard; those of an empty one are shared and never written. */
  private readonly shards: Uint32Array[];
  /** How many slots of each shard are taken. */
  private readonly used = new Uint32Array(shardCount);

  /** @param valueBits 32 for keys of 64 bits; fewer leave the high word of a key 32 - valueBits bits */
  constructor(valueBits = 32) {
    this.slotWords = valueBits === 32 ? 3 : 2;
    this.shift = 32 - valueBits;
    this.shards = new Array<Uint32Array>(shardCount).fill(new Uint32Array(this.slotWords));
  }

  /** Entries whose value was ever set. */
  get size(): number {
    return this.used.reduce((total, used) => total + used, 0);
  }

  get(high: number, low: number): number {
    const slots = this.shards[low % shardCount]!;
    return this.valueAt(slots, this.slotOf(slots, high, low));
  }

  /** @param value 1 to 2^valueBits - 1 */
  set(high: number, low: number, value: number): void {
    const shard = low % shardCount;
    const slots = this.withRoom(shard);
    const at = this.slotOf(slots, high, low);
    if (this.valueAt(slots, at) === 0) this.used[shard]! += 1;
    this.write(slots, at, [high, low, value]);
  }

  /** Every entry, in no order. */
  *entries(): Generator<[high: number, low: number, value: number]> {
    for (const slots of this.shards) {
      for (let at = 0; at < slots.length; at += this.slotWords) {
        const value = this.valueAt(slots, at);
        if (value !== 0) yield [this.highAt(slots, at), slots[at + 1]!, value];
      }
    }
  }

  /** The slots of a shard, of which one more can be taken. */
  private withRoom(shard: number): Uint32Array {
    const slots = this.shards[shard]!;
    if (this.used[shard]! + 1 <= (slots.length / this.slotWords) * fullest) return slots;
    return (this.shards[shard] = this.grown(slots));
  }

  private grown(slots: Uint32Array): Uint32Array {
    const slotsThen = Math.max(firstSlots, Math.ceil((slots.length / this.slotWords) * growth));
    const larger = new Uint32Array(slotsThen * this.slotWords);
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
