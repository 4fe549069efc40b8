import { describe, expect, it } from '@jest/globals';
import { eachField, MalformedMessage, WireReader, WireWriter } from './wire';

describe('the wire format', () => {
  it.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 32 + 5, Number.MAX_SAFE_INTEGER])('carries %d', (value) => {
    const message = new WireWriter().varint(value).finish();
    expect(new WireReader(message).varint()).toBe(value);
    expect(new WireReader(message).varint64()).toBe(BigInt(value));
  });

  it('carries what is beyond the safe integers as a bigint', () => {
    const message = new WireWriter().varint(2n ** 64n - 1n).finish();
    expect(message).toHaveLength(10);
    expect(new WireReader(message).varint64()).toBe(2n ** 64n - 1n);
  });

  it('carries text and bytes longer than the first buffer, and starts again after a reset', () => {
    const writer = new WireWriter();
    const text = 'Ἰσηγορία '.repeat(2_000);
    writer
      .text(1, 'before')
      .reset()
      .text(1, text)
      .bytes(2, Uint8Array.from([0, 255]));
    const reader = new WireReader(writer.finish());
    const seen: unknown[] = [];
    eachField(reader, (field) => seen.push(field === 1 ? reader.text() : [...reader.bytes()]) > 0);
    expect(seen).toEqual([text, [0, 255]]);
  });

  it('skips fields that nobody asked for, of every wire type', () => {
    const writer = new WireWriter()
      .uint(1, 7)
      .text(2, 'skipped')
      .varint(3 * 8 + 5)
      .varint(1)
      .varint(1)
      .varint(1)
      .varint(1)
      .uint(9, 42);
    const reader = new WireReader(writer.finish());
    let seen = 0;
    eachField(reader, (field) => {
      if (field !== 9) return false;
      seen = reader.varint();
      return true;
    });
    expect(seen).toBe(42);
  });

  it('reports a message that is cut anywhere, and never reads past its end', () => {
    const whole = new WireWriter().text(1, 'some text').bytes(2, new Uint8Array(20)).finish();
    const read = (message: Buffer) => {
      const reader = new WireReader(message);
      eachField(reader, () => reader.bytes().length >= 0);
    };
    const ends = new Set([0, 11]);
    for (let length = 0; length < whole.length; length += 1) {
      if (ends.has(length)) continue;
      expect(() => read(whole.subarray(0, length))).toThrow(MalformedMessage);
    }
    expect(() => read(Buffer.alloc(12, 0xff))).toThrow(MalformedMessage);
  });
});
