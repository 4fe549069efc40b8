import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { constants, createServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { fickleEventStore } from '@isegoria/testing';
import { EventStore } from './index';

const metadata = { schema: 1, at: '2026-01-01T00:00:00.000Z', correlationId: randomUUID() };

describe('an event store that goes away', () => {
  it('is unavailable, not a failure, and takes the same event once when it is back', async () => {
    const server = await fickleEventStore();
    const store = new EventStore(server.url);
    const said = { id: randomUUID(), type: 'Said', data: { words: 'hello' }, metadata };
    await store.append('said-1', [said], 'none');
    await server.goAway();
    await expect(store.append('said-1', [said], 'none')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(store.readStream('said-1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await server.comeBack();
    await store.append('said-1', [said], 'none');
    expect((await store.readStream('said-1')).map(({ id }) => id)).toEqual([said.id]);
    await store.close();
    await server.stop();
  });

  it('is unavailable when it does not answer in time, and takes the same event once when it does', async () => {
    const server = await fickleEventStore();
    const [hurried, patient] = [new EventStore(`${server.url}&defaultDeadline=1`), new EventStore(server.url)];
    // Enough that a millisecond is over before they are sent.
    const said = Array.from({ length: 2_000 }, () => ({ id: randomUUID(), type: 'Said', data: { words: 'hello' }, metadata }));
    await expect(hurried.append('said-1', said, 'none')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await patient.append('said-1', said, 'none');
    expect((await patient.readStream('said-1')).map(({ id }) => id)).toEqual(said.map(({ id }) => id));
    await hurried.close();
    await patient.close();
    await server.stop();
  });

  it('is unavailable when it ends a call without saying how', async () => {
    const server = createServer();
    const sessions: ServerHttp2Session[] = [];
    server.on('session', (session) => sessions.push(session));
    server.on('stream', (stream, { ':path': path }) => {
      const isAsked = String(path).includes('Streams/');
      const head = { ':status': 200, 'content-type': 'application/grpc', ...(!isAsked && { 'grpc-status': '12' }) };
      stream.respond(head, { endStream: !isAsked });
      stream.resume();
      if (isAsked) stream.close(constants.NGHTTP2_NO_ERROR);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const store = new EventStore(`esdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`);
    const said = { id: randomUUID(), type: 'Said', data: { words: 'hello' }, metadata };
    await expect(store.readStream('said-1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(store.append('said-1', [said], 'none')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await store.close();
    for (const session of sessions) session.destroy();
    server.close();
  });
});
