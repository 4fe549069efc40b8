import { connect as connectHttp2 } from 'node:http2';
import { connect, createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import { storeProgram, type StoreProcess, type StoreProgram } from '../durability/store-process.fixture';
import { framed } from './frames';

const PING_INTERVAL = 200;

let program: StoreProgram;
let store: StoreProcess;

beforeEach(async () => {
  program = storeProgram();
  store = await program.start(program.folder, [], ['0', `${PING_INTERVAL}`]);
});

afterEach(() => program.remove());

/** Whether it ran to this moment without a word, and still writes. */
async function expectUnharmed(): Promise<void> {
  expect(store.errors()).toBe('');
  const appended = await store.client.appendToStream('after', jsonEvent({ type: 'Happened', data: {} }));
  expect(appended.success).toBe(true);
}

describe('a session that ends in the middle of something', () => {
  it('of a caller that says goodbye and leaves its side open is not asked for a sign of life', async () => {
    const preface = Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), frame(SETTINGS)]);
    const socket = connect({ port: store.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
    socket.write(preface);
    await new Promise<void>((pinged) => {
      socket.on('data', (bytes: Buffer) => {
        for (const ping of pingsIn(bytes)) {
          socket.write(Buffer.concat([frame(PING, ping, ACKNOWLEDGED), frame(GOAWAY, Buffer.alloc(8))]));
          pinged();
        }
      });
    });
    // By then the store has asked every other caller again several times.
    await Promise.race([pause(5 * PING_INTERVAL), store.gone]);
    socket.destroy();
    await expectUnharmed();
  });

  it('or any number of them under load, end nothing but themselves', async () => {
    let stopped = false;
    const append = (writer: number) =>
      store.client.appendToStream(`load-${writer}`, jsonEvent({ type: 'Happened', data: {} })).catch(() => undefined);
    const load = Array.from({ length: 8 }, async (_, writer) => {
      while (!stopped) await Promise.race([append(writer), pause(1_000)]);
    });
    for (let round = 0; round < 40 && store.errors() === ''; round += 1) await Promise.all(Array.from({ length: 16 }, tornSession));
    stopped = true;
    await Promise.all(load);
    await expectUnharmed();
  });
});

/** Calls of every method, some cut short, and then the connection ends in one of the ways in which it can. */
async function tornSession(): Promise<void> {
  const socket = createConnection(store.port, '127.0.0.1').on('error', () => undefined);
  const session = connectHttp2(`http://127.0.0.1:${store.port}`, { createConnection: () => socket }).on('error', () => undefined);
  for (const method of ['Append', 'BatchAppend', 'Read', 'Delete']) {
    const stream = session
      .request({
        ':method': 'POST',
        ':path': `/event_store.client.streams.Streams/${method}`,
        'content-type': 'application/grpc',
        te: 'trailers',
        'grpc-timeout': `${Math.ceil(Math.random() * 10)}m`,
      })
      .on('error', () => undefined)
      .resume();
    stream.write(framed([Buffer.alloc(20_000)]));
    if (Math.random() < 0.5) stream.end();
    if (Math.random() < 0.3) stream.close(8);
  }
  await pause(Math.random() * 12);
  const ending = Math.random();
  if (ending < 0.4) socket.resetAndDestroy();
  else if (ending < 0.7) socket.destroy();
  session.destroy();
}

const [SETTINGS, PING, GOAWAY, ACKNOWLEDGED] = [4, 6, 7, 1];

/** RFC 9113, section 4.1. */
function frame(type: number, payload: Buffer = Buffer.alloc(0), flags = 0): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  return Buffer.concat([head, payload]);
}

/** What the PING frames among these hold, that are no answers. */
function* pingsIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + 9 <= bytes.length;) {
    const length = bytes.readUIntBE(at, 3);
    if (bytes[at + 3] === PING && bytes[at + 4] === 0) yield bytes.subarray(at + 9, at + 9 + length);
    at += 9 + length;
  }
}
