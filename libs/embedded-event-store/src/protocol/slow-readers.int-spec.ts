import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binaryEvent, START } from '@eventstore/db-client';
import { storeProgram, type StoreProcess, type StoreProgram } from '../durability/store-process.fixture';
import { framed, FrameReader } from '../transport/frames';
import { sharedPb, streamsPb } from '@isegoria/event-store-wire';

const MEBIBYTE = 1024 * 1024;
const EVENTS = 1_500;
const EVENT_BYTES = 50 * 1024;
const READERS = 1_000;
const SILENT_MS = 1000 * Number(process.env['SILENT_SECONDS'] ?? 3);

let folder: string;
let program: StoreProgram;
let store: StoreProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  program = storeProgram();
  store = await program.start(folder);
  for (let written = 0; written < EVENTS; written += 15) {
    const events = Array.from({ length: 15 }, (_, n) =>
      binaryEvent({ type: 'Large', data: Buffer.alloc(EVENT_BYTES, written + n), metadata: Buffer.alloc(0) }),
    );
    await store.client.appendToStream('large', events);
  }
}, 60_000);

afterAll(async () => {
  await store.stop();
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A subscription to `large` from its start. */
function follow(session: ClientHttp2Session): ClientHttp2Stream {
  const { Options } = streamsPb.ReadReq;
  const empty = new sharedPb.Empty();
  const identifier = new sharedPb.StreamIdentifier().setStreamName(Buffer.from('large').toString('base64'));
  const options = new Options()
    .setStream(new Options.StreamOptions().setStreamIdentifier(identifier).setStart(empty))
    .setSubscription(new Options.SubscriptionOptions());
  options.setNoFilter(empty).setUuidOption(new Options.UUIDOption().setString(empty));
  const call = session.request({
    ':method': 'POST',
    ':path': '/event_store.client.streams.Streams/Read',
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  call.on('error', () => undefined);
  call.write(framed([new streamsPb.ReadReq().setOptions(options).serializeBinary() as Buffer]));
  call.end();
  return call;
}

/** Bytes of memory that the store occupies, where the system tells. */
function memoryOf(process: StoreProcess): number {
  const file = `/proc/${process.pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]) * 1024;
}

async function expectOthersGoOn(): Promise<void> {
  const before = await store.client.appendToStream(
    'small',
    binaryEvent({ type: 'Small', data: Buffer.alloc(1), metadata: Buffer.alloc(0) }),
  );
  expect(before.success).toBe(true);
  let read = 0;
  for await (const { event } of store.client.readStream('large', { fromRevision: START, maxCount: 200 })) if (event) read += 1;
  expect(read).toBe(200);
}

describe('readers that do not read', () => {
  it(`are ${READERS} and cost no more than their share of the memory, and others go on`, async () => {
    const origin = `http://127.0.0.1:${store.port}`;
    const before = memoryOf(store);
    const sessions = Array.from({ length: 20 }, () => connect(origin));
    const calls = sessions.flatMap((session) => Array.from({ length: READERS / sessions.length }, () => follow(session)));
    await Promise.all(calls.map((call) => once(call, 'response')));
    await expectOthersGoOn();
    // All of them together: a page each (64 MiB in all), once more as frames, and what HTTP/2 and the collector need besides. Held whole it
    // would be 75 MB for each.
    expect(memoryOf(store) - before).toBeLessThan(600 * MEBIBYTE);
    for (const session of sessions) session.destroy();
    await expectOthersGoOn();
  }, 60_000);

  it(
    'for a while get everything, in order, once they do',
    async () => {
      const session = connect(`http://127.0.0.1:${store.port}`);
      const call = follow(session);
      await once(call, 'response');
      await new Promise((resolve) => setTimeout(resolve, SILENT_MS));
      await expectOthersGoOn();
      const frames = new FrameReader(MEBIBYTE);
      const revisions: number[] = [];
      for await (const chunk of call as AsyncIterable<Buffer>) {
        for (const message of frames.read(chunk)) {
          const event = streamsPb.ReadResp.deserializeBinary(message).getEvent()?.getEvent();
          if (event) revisions.push(Number(event.getStreamRevision()));
        }
        if (revisions.length === EVENTS) break;
      }
      expect(revisions).toEqual(Array.from({ length: EVENTS }, (_, revision) => revision));
      session.destroy();
    },
    60_000 + SILENT_MS,
  );
});
