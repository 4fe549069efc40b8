const slotWords = 3;
const shardCount = 256;
const firstSlots = 8;
/** A shard is at most so full; above, a search would take long. */
const fullest = 0.85;
const growth = 1.25;

/**
 * A map from 64 bits to 32, in 12 bytes a slot and 14 to 18 bytes an entry, however many: it grows shard by shard, so that no moment needs
 * the old and the new table at once. Keys must be spread evenly over their low word, as hashes are. The value 0 is that of an absent key.
 */
export class CompactTable {
  private readonly shards = Array.from({ length: shardCount }, () => ({ slots: new Uint32Array(firstSlots * slotWords), used: 0 }));

  /** Entries whose value was ever set. */
  get size(): number {
    return this.shards.reduce((total, { used }) => total + used, 0);
  }

  get(high: number, low: number): number {
    const { slots } = this.shards[low % shardCount]!;
    return slots[slotOf(slots, high, low) + 2]!;
  }

  /** @param value 1 to 2^32 - 1 */
  set(high: number, low: number, value: number): void {
    const shard = this.shards[low % shardCount]!;
    if (shard.used + 1 > (shard.slots.length / slotWords) * fullest) shard.slots = grown(shard.slots);
    const at = slotOf(shard.slots, high, low);
    if (shard.slots[at + 2] === 0) shard.used += 1;
    shard.slots.set([high, low, value], at);
  }

  /** Every entry, in no order. */
  *entries(): Generator<[high: number, low: number, value: number]> {
    for (const { slots } of this.shards) {
      for (let at = 0; at < slots.length; at += slotWords) if (slots[at + 2] !== 0) yield [slots[at]!, slots[at + 1]!, slots[at + 2]!];
    }
  }
}

function grown(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil((slots.length / slotWords) * growth) * slotWords);
  for (let at = 0; at < slots.length; at += slotWords) {
    if (slots[at + 2] !== 0) larger.set(slots.subarray(at, at + slotWords), slotOf(larger, slots[at]!, slots[at + 1]!));
  }
  return larger;
}

/** The slot of a key, or the empty one where it goes: the first from its own on that is either. */
function slotOf(slots: Uint32Array, high: number, low: number): number {
  const count = slots.length / slotWords;
  for (let index = Math.floor(low / shardCount) % count; ; index = index + 1 === count ? 0 : index + 1) {
    const at = index * slotWords;
    if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
  }
}
