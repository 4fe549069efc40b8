import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { framed, FrameReader } from './frames';

const LIMIT = 1000;

function messagesIn(chunks: readonly Buffer[], reader = new FrameReader(LIMIT)): Buffer[] {
  return chunks.flatMap((chunk) => [...reader.read(chunk)].map((message) => Buffer.from(message)));
}

function cutAt(body: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (body.length + 1)).sort((a, b) => a - b), body.length];
  return places.slice(1).map((end, index) => body.subarray(places[index], end));
}

describe('messages with their length before them', () => {
  it('are read whole wherever the network cuts them', () => {
    const message = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 8 }), (messages, cuts) => {
        const reader = new FrameReader(LIMIT);
        expect(messagesIn(cutAt(framed(messages), cuts), reader)).toEqual(messages);
        expect(reader.between).toBe(true);
      }),
    );
  });

  it('are read whole when each byte comes alone', () => {
    const messages = [Buffer.from('one'), Buffer.alloc(0), Buffer.from('three')];
    const body = framed(messages);
    expect(messagesIn(Array.from(body, (_, at) => body.subarray(at, at + 1)))).toEqual(messages);
  });

  it('show when the last one is cut short', () => {
    const body = framed([Buffer.from('one'), Buffer.from('two')]);
    for (let end = 0; end <= body.length; end += 1) {
      const reader = new FrameReader(LIMIT);
      messagesIn([body.subarray(0, end)], reader);
      expect([end, reader.between]).toEqual([end, end === 0 || end === 8 || end === 16]);
    }
  });

  it('may not be longer than the limit, and are refused before they are gathered', () => {
    expect(messagesIn([framed([Buffer.alloc(LIMIT)])])).toHaveLength(1);
    const announced = Buffer.from([0, 0xff, 0xff, 0xff, 0xff]);
    expect(() => messagesIn([announced])).toThrow('A message has at most 1000 bytes, not 4294967295.');
  });

  it('may not be compressed', () => {
    expect(() => messagesIn([Buffer.from([1, 0, 0, 0, 0])])).toThrow('Compressed messages are not understood here.');
  });
});
