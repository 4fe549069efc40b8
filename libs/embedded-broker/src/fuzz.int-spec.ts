import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NatsConnection } from 'nats';
import { BrokerProcess } from './broker-process.fixture';

const MEBIBYTE = 1024 * 1024;
const MAX_HELD = 16 * MEBIBYTE;
const AT_REST = 300 * MEBIBYTE;

const number = fc.oneof(
  fc.constantFrom('0', '-1', '1e9', '0x10', '999999999', '9999999999', '18446744073709551616', '-0', '+1', '１', 'NaN', ''),
  fc.nat({ max: 2_000_000 }).map(String),
);
const subject = fc.oneof(
  fc.constantFrom('a', '>', '*', '*.*.>', 'a..b', '.', 'a.>.b', '$SYS.>', '\0', 'a\0b', '\xff\xfe.\x80', 'constructor', '__proto__'),
  fc.nat({ max: 2_100 }).map((depth) => `${'a.'.repeat(depth)}b`),
  fc.nat({ max: 2_100 }).map((depth) => `${'*.'.repeat(depth)}>`),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const payload = fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
const frame = fc.oneof(
  fc
    .tuple(fc.constantFrom('PUB', 'HPUB', 'SUB', 'UNSUB', 'pub'), fc.array(fc.oneof(subject, number), { maxLength: 8 }))
    .map(([op, words]) => `${op} ${words.join(' ')}\r\n`),
  fc.tuple(subject, payload).map(([to, body]) => `PUB ${to} ${body.length}\r\n${body}\r\n`),
  fc.tuple(subject, subject, number, payload).map(([to, reply, head, body]) => `HPUB ${to} ${reply} ${head} ${body.length}\r\n${body}\r\n`),
  fc.tuple(subject, fc.nat({ max: 200 })).map(([to, count]) => Array.from({ length: count }, (_, i) => `SUB ${to}.${i} ${i}\r\n`).join('')),
  fc.tuple(subject, number).map(([to, sid]) => `SUB ${to} group ${sid}\r\nUNSUB ${sid} ${sid}\r\n`),
  fc.json().map((json) => `CONNECT ${json}\r\n`),
  fc.constantFrom(
    'CONNECT {"verbose":true,"pedantic":true,"headers":true,"no_responders":true}\r\n',
    'CONNECT {"__proto__":{"verbose":false}}\r\n',
  ),
  fc.constantFrom('PING\r\n', 'PONG\r\n', '+OK\r\n', "-ERR 'x'\r\n", 'INFO {}\r\n', '\r\n', 'MSG a 1 0\r\n\r\n', 'PING '.repeat(2_000)),
  payload,
);
/** Frames, and at some places other bytes, more bytes or fewer. */
const noise = fc
  .tuple(
    fc.array(frame, { maxLength: 12 }),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 3 }), payload), { maxLength: 4 }),
  )
  .map(([frames, changes]) =>
    changes.reduce((text, [where, removed, added]) => {
      const at = Math.floor(where * text.length);
      return text.slice(0, at) + added.slice(0, 3) + text.slice(at + removed);
    }, frames.join('')),
  );

describe('the broker and clients that send anything', () => {
  let broker: BrokerProcess;
  let asking: NatsConnection;
  let stray = 0;
  beforeAll(async () => {
    broker = await BrokerProcess.start({ maxHeld: MAX_HELD });
    const answering = await broker.clients.client();
    asking = await broker.clients.client();
    answering.subscribe('asked', { callback: (_, message) => message.respond(message.data) });
    answering.subscribe('unasked', { callback: () => void stray++ });
    await answering.flush();
    await asking.request('asked', 'warm-up');
  });
  afterAll(() => broker.stop());

  it('goes on answering the others, and forgets all that came', async () => {
    const { figures: before } = await broker.report();
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { minLength: 1, maxLength: 5 }), fc.boolean(), async (chunks, reads) => {
        const client = await broker.clients.raw();
        if (!reads) client.stopReading();
        for (const chunk of chunks) {
          client.send(chunk);
          const question = `question ${++asked}`;
          expect((await asking.request('asked', question, { timeout: 30_000 })).string()).toBe(question);
        }
        client.close();
      }),
      { numRuns: 400 },
    );
    expect(broker.runs).toBe(true);
    const { figures, peakHeld } = await broker.reportThat((report) => report.figures.connections === before.connections);
    expect(figures).toMatchObject({ subscriptions: before.subscriptions, pendingBytes: 0 });
    expect(peakHeld).toBeLessThan(MAX_HELD + AT_REST);
    expect(stray).toBe(0);
  }, 180_000);
});
