import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import fc from 'fast-check';
import { runningStore } from '../running-store.fixture';
import { framed } from '../transport/frames';
import { status } from '../transport/status';

const METHODS = ['Append', 'BatchAppend', 'Read', 'Delete', 'Tombstone'];

const suite = runningStore();
let session: ClientHttp2Session;
let written = 0;

beforeEach(() => {
  session = connectHttp2(`http://127.0.0.1:${suite.store.port}`);
});

afterEach(async () => {
  session.destroy();
  const { nextExpectedRevision } = await suite.client.appendToStream('of others', jsonEvent({ type: 'Happened', data: {} }));
  // Others go on, and nothing else was written to their stream.
  expect(nextExpectedRevision).toBe(BigInt(written++));
});

const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** Resolves once the server has ended the connection over which these bytes came. */
async function hungUpOn(bytes: Buffer): Promise<void> {
  const socket = connect(suite.store.port, '127.0.0.1')
    .on('error', () => undefined)
    .resume();
  socket.end(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
}

/** @returns the status a call ends with; undefined when the connection is cut without one */
function call(method: string, body: Buffer, { cutShort = false, headers = {} } = {}): Promise<number | undefined> {
  const stream = session.request({
    ':method': 'POST',
    ':path': `/event_store.client.streams.Streams/${method}`,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  return new Promise((resolve) => {
    const settle = (found: Record<string, unknown>) => found['grpc-status'] !== undefined && resolve(Number(found['grpc-status']));
    stream.on('response', settle);
    stream.on('trailers', settle);
    stream.on('error', () => resolve(undefined));
    stream.on('close', () => resolve(undefined));
    stream.resume();
    stream.write(body);
    if (cutShort) setTimeout(() => stream.destroy(), 5);
    else stream.end();
  });
}

describe('a caller that sends what is no message', () => {
  it.each(METHODS)('of %s is refused, and the failure is never ours', async (method) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const ended = await call(method, framed([Buffer.from(bytes)]));
        expect([undefined, status.INTERNAL, status.UNKNOWN]).not.toContain(ended);
      }),
      { numRuns: 60 },
    );
  });

  it('in valid messages of which bits are turned is refused or heard, and the failure is never ours', async () => {
    const option = (field: number, bytes: Buffer) => Buffer.concat([Buffer.from([field * 8 + 2, bytes.length]), bytes]);
    const stream = option(1, option(3, Buffer.from('turned')));
    const appended = Buffer.concat([
      option(1, option(2, Buffer.from('0e8fa9e6-3c4f-4b33-8d4f-5d6f3e8a9b01'))),
      option(2, option(1, Buffer.concat([stream, Buffer.from([0x1a, 0])]))),
      option(
        3,
        Buffer.concat([
          option(1, option(2, Buffer.from('1e8fa9e6-3c4f-4b33-8d4f-5d6f3e8a9b01'))),
          option(2, Buffer.concat([option(1, Buffer.from('type')), option(2, Buffer.from('T'))])),
          option(4, Buffer.from('{}')),
        ]),
      ),
      Buffer.from([0x20, 1]),
    ]);
    for (let bit = 0; bit < appended.length * 8; bit += 1) {
      const turned = Buffer.from(appended);
      turned[bit >> 3]! ^= 1 << (bit & 7);
      const ended = await call('BatchAppend', framed([turned]));
      expect([bit, ended]).not.toEqual([bit, status.INTERNAL]);
    }
  });

  it.each(METHODS)('of %s that says it is four gigabytes long is refused before it comes', async (method) => {
    expect(await call(method, Buffer.from([0, 0xff, 0xff, 0xff, 0xff, 1]), {})).toBe(status.RESOURCE_EXHAUSTED);
  });

  it('but one in a compression that is not spoken is told so', async () => {
    expect(await call('Read', Buffer.from([1, 0, 0, 0, 1, 7]))).toBe(status.UNIMPLEMENTED);
  });

  it.each(METHODS)('of %s that is cut short is refused', async (method) => {
    expect(await call(method, framed([Buffer.alloc(50)]).subarray(0, 30))).toBe(status.INTERNAL);
  });

  it('twice where one is asked for is refused', async () => {
    const message = Buffer.from([0x0a, 0]);
    expect(await call('Delete', framed([message, message]))).toBe(status.INVALID_ARGUMENT);
  });

  it('and leaves in the middle leaves nothing behind', async () => {
    for (const method of METHODS)
      await Promise.all(Array.from({ length: 40 }, () => call(method, framed([Buffer.alloc(1000)]).subarray(0, 500), { cutShort: true })));
    expect(suite.store.figures().openReads).toBe(0);
  });

  it('over a broken HTTP/2, or none at all, is hung up on', async () => {
    const beginnings = [Buffer.alloc(0), PREFACE];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ minLength: 30, maxLength: 300 }), (beginning, bytes) =>
        hungUpOn(Buffer.concat([beginning, Buffer.from(bytes)])),
      ),
      { numRuns: 100 },
    );
  });

  it('in first frames that Node does not tell of, or falls silent, is hung up on; a caller that only waits stays', async () => {
    const broken = ['00000f040000000000', '7f72ba04e09c90a746', '00000804d41c2860ce'];
    const silent = connect(suite.store.port, '127.0.0.1')
      .on('error', () => undefined)
      .resume();
    silent.write(Buffer.concat([PREFACE, Buffer.from('000000040000000000', 'hex')]));
    const hungUp = new Promise((resolve) => silent.once('close', resolve));
    const waits = new Promise((resolve) => setTimeout(resolve, 22_000));
    await Promise.all([
      hungUp,
      waits,
      ...broken.map((settings) => hungUpOn(Buffer.concat([PREFACE, Buffer.from(settings, 'hex'), Buffer.alloc(257, 0xaa)]))),
    ]);
    expect(await call('Read', Buffer.from([1, 0, 0, 0, 1, 7]))).toBe(status.UNIMPLEMENTED);
  });
});

describe('callers that begin long messages and do not end them', () => {
  it('are refused once they hold too much together', async () => {
    const begun = Buffer.concat([Buffer.from([0, 0, 0xff, 0xff, 0xff]), Buffer.alloc(15 * 1024 * 1024)]);
    const calls = Array.from({ length: 40 }, () => connectHttp2(`http://127.0.0.1:${suite.store.port}`)).map((own) => {
      const stream = own.request({
        ':method': 'POST',
        ':path': '/event_store.client.streams.Streams/BatchAppend',
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      const refused = new Promise<number>((resolve) => stream.on('response', (headers) => resolve(Number(headers['grpc-status']))));
      for (const endless of [own, stream]) endless.on('error', () => undefined);
      stream.write(begun);
      return { own, refused };
    });
    expect(await Promise.race(calls.map(({ refused }) => refused))).toBe(status.RESOURCE_EXHAUSTED);
    for (const { own } of calls) own.destroy();
  });
});
