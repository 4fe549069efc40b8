import { connect, constants, type ClientHttp2Session } from 'node:http2';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Call } from './call';
import { framed } from './frames';
import { startGrpcServer, type GrpcServer } from './grpc-server';
import { CallError, status } from './status';

/** More than a caller may hold back without reading, so that the rest waits for it. */
const MORE_THAN_ITS_WINDOW = 1024 * 1024;
const LONGER_THAN_LAST_WORDS = 1_300;

let server: GrpcServer;
let session: ClientHttp2Session;

/** As a machine with too much to do stands still. */
function standStill(): void {
  const until = Date.now() + LONGER_THAN_LAST_WORDS;
  while (Date.now() < until);
}

const endings: Record<string, (call: Call) => void> = {
  '/ends-and-stands-still': (call) =>
    void setImmediate(() => {
      call.send(Buffer.alloc(10));
      call.finish();
      standStill();
    }),
  '/fails-and-stands-still': (call) =>
    void setImmediate(() => {
      call.fail(new CallError(status.NOT_FOUND, 'Not here'));
      standStill();
    }),
  '/says-much': (call) => {
    call.send(Buffer.alloc(MORE_THAN_ITS_WINDOW));
    setImmediate(() => call.finish());
  },
};

beforeEach(async () => {
  const failed = new CallError(status.INTERNAL, 'failed');
  server = await startGrpcServer(0, {
    methods: new Map(Object.entries(endings).map(([path, end]) => [path, (call: Call) => call.receive(() => end(call), () => undefined)])),
    absent: () => failed,
    unexpected: () => failed,
    plain: (_, response) => response.end(),
    pingInterval: 60_000,
  });
  session = connect(`http://127.0.0.1:${server.port}`);
});

afterEach(async () => {
  session.destroy();
  await server.stop();
});

interface Heard {
  status?: string;
  bytes: number;
  code: number;
}

/** What a caller hears who reads after a while, and ends its side or goes on for ever. */
async function heard(path: string, { readsAfter = 0, endsItsSide = true } = {}): Promise<Heard> {
  const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' });
  const found: Heard = { bytes: 0, code: constants.NGHTTP2_NO_ERROR };
  const told = (headers: Record<string, unknown>) => {
    if (headers['grpc-status'] !== undefined) found.status = String(headers['grpc-status']);
  };
  stream.on('response', told);
  stream.on('trailers', told);
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  stream.write(framed([Buffer.alloc(3)]));
  if (endsItsSide) stream.end();
  await pause(readsAfter);
  stream.on('data', (chunk: Buffer) => (found.bytes += chunk.length));
  await closed;
  return { ...found, code: stream.rstCode };
}

describe('a call that has ended', () => {
  it.each([
    ['/ends-and-stands-still', `${status.OK}`],
    ['/fails-and-stands-still', `${status.NOT_FOUND}`],
  ])('%s: tells its status, however long the machine stood still meanwhile', async (path, expected) => {
    for (const endsItsSide of [true, false])
      expect(await heard(path, { endsItsSide })).toMatchObject({ status: expected, code: constants.NGHTTP2_NO_ERROR });
  });

  it('is heard to its end by a caller who takes its time', async () => {
    const whole = { status: `${status.OK}`, bytes: MORE_THAN_ITS_WINDOW + 5 };
    expect(await heard('/says-much', { readsAfter: LONGER_THAN_LAST_WORDS })).toMatchObject(whole);
  });

  it('is cut off once its status is out, if the caller goes on talking', async () => {
    const before = Date.now();
    expect(await heard('/says-much', { endsItsSide: false })).toMatchObject({ status: `${status.OK}` });
    expect(Date.now() - before).toBeLessThan(10_000);
  });
});
