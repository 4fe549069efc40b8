/**
 * The part of the protobuf wire format that the hot messages need: varints and length-delimited fields.
 * Cold messages go through the stubs that the client ships; these few are hand-coded because an append and
 * a read spend most of their time here. Source: https://protobuf.dev/programming-guides/encoding/
 */
export const VARINT = 0;
export const LENGTH_DELIMITED = 2;

/** A message that is cut short or no protobuf at all. */
export class MalformedMessage extends Error {}

export class WireReader {
  constructor(
    private readonly source: Buffer,
    private at = 0,
    private readonly end = source.length,
  ) {}

  get done(): boolean {
    return this.at >= this.end;
  }

  /** Exact up to 2^53; larger values lose their low bits, which no counter here reaches. */
  varint(): number {
    let value = 0;
    let weight = 1;
    for (let length = 0; length < 10; length += 1) {
      const byte = this.byte();
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
      weight *= 128;
    }
    throw new MalformedMessage('a varint is longer than ten bytes');
  }

  varint64(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new MalformedMessage('a varint is longer than ten bytes');
  }

  /** A view on the source, not a copy. */
  bytes(): Buffer {
    const start = this.openNested();
    this.at = start.end;
    return this.source.subarray(start.from, start.end);
  }

  text(): string {
    const { from, end } = this.openNested();
    this.at = end;
    return this.source.toString('utf8', from, end);
  }

  message(): WireReader {
    const { from, end } = this.openNested();
    this.at = end;
    return new WireReader(this.source, from, end);
  }

  skip(wireType: number): void {
    if (wireType === VARINT) this.varint64();
    else if (wireType === LENGTH_DELIMITED) this.bytes();
    else if (wireType === 1) this.advance(8);
    else if (wireType === 5) this.advance(4);
    else throw new MalformedMessage(`wire type ${wireType} is not known`);
  }

  private byte(): number {
    if (this.at >= this.end) throw new MalformedMessage('the message is cut short');
    return this.source[this.at++]!;
  }

  private openNested(): { from: number; end: number } {
    const length = this.varint();
    const from = this.at;
    if (from + length > this.end) throw new MalformedMessage('the message is cut short');
    return { from, end: from + length };
  }

  private advance(count: number): void {
    if (this.at + count > this.end) throw new MalformedMessage('the message is cut short');
    this.at += count;
  }
}

/** Calls `onField` for each field; a field that it does not consume (returns false) is skipped. */
export function eachField(reader: WireReader, onField: (field: number, wireType: number) => boolean): void {
  while (!reader.done) {
    const tag = reader.varint();
    const wireType = tag % 8;
    if (!onField(Math.floor(tag / 8), wireType)) reader.skip(wireType);
  }
}

/** Writes one message after another into a buffer that grows to the largest message and is then reused. */
export class WireWriter {
  private target = Buffer.allocUnsafe(4096);
  private at = 0;

  reset(): this {
    this.at = 0;
    return this;
  }

  get length(): number {
    return this.at;
  }

  varint(value: number | bigint): this {
    this.reserve(10);
    if (typeof value === 'bigint') {
      for (; value > 0x7fn; value >>= 7n) this.target[this.at++] = Number(value & 0x7fn) | 0x80;
      this.target[this.at++] = Number(value);
      return this;
    }
    for (; value > 0x7f; value = Math.floor(value / 128)) this.target[this.at++] = (value % 128) | 0x80;
    this.target[this.at++] = value;
    return this;
  }

  uint(field: number, value: number | bigint): this {
    return this.varint(field * 8 + VARINT).varint(value);
  }

  bytes(field: number, value: Uint8Array): this {
    this.varint(field * 8 + LENGTH_DELIMITED).varint(value.length);
    this.reserve(value.length);
    this.target.set(value, this.at);
    this.at += value.length;
    return this;
  }

  text(field: number, value: string): this {
    const length = Buffer.byteLength(value);
    this.varint(field * 8 + LENGTH_DELIMITED).varint(length);
    this.reserve(length);
    this.at += this.target.write(value, this.at, 'utf8');
    return this;
  }

  /** A copy of what was written since the last reset. */
  finish(): Buffer {
    return Buffer.from(this.target.subarray(0, this.at));
  }

  /** What was written, as a view that the next reset makes invalid. */
  view(): Buffer {
    return this.target.subarray(0, this.at);
  }

  private reserve(count: number): void {
    if (this.at + count <= this.target.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.target.length * 2, this.at + count));
    this.target.copy(larger, 0, 0, this.at);
    this.target = larger;
  }
}
