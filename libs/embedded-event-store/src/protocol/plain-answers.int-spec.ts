import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import { runningStore } from '../running-store.fixture';

const suite = runningStore();
let origin: string;
beforeAll(() => {
  origin = `http://127.0.0.1:${suite.store.port}`;
});

describe('HTTP/1.1 on the port of the store', () => {
  it('shows the figures to Prometheus', async () => {
    await suite.client.appendToStream('counted', [jsonEvent({ type: 'Happened', data: {} }), jsonEvent({ type: 'Happened', data: {} })]);
    const response = await fetch(`${origin}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const lines = (await response.text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        `eventstore_last_position ${suite.store.figures().lastPosition}`,
        'eventstore_appends_total 2',
        'eventstore_events_written_total 3',
      ]),
    );
  });

  it('says that it is alive', async () => {
    expect((await fetch(`${origin}/health/live`)).status).toBe(204);
  });

  it('answers a ping', async () => {
    const response = await fetch(`${origin}/ping`);
    expect(await response.json()).toMatchObject({ text: 'Ping request successfully handled' });
  });

  it.each(['/nowhere', '/streamsmore', '/web-of-lies?a=/web'])('knows no %s', async (path) => {
    expect((await fetch(origin + path, { method: 'POST' })).status).toBe(404);
  });

  it.each(['/streams/$all', '/', '/?embed=body', '/web', '/subscriptions'])(
    'answers %s, which EventStoreDB has, in a sentence',
    async (path) => {
      const response = await fetch(origin + path);
      expect(response.status).toBe(501);
      expect(await response.text()).toMatch(/^UNIMPLEMENTED: .+ has no AtomPub/);
    },
  );

  it('understands a request that comes byte by byte and begins like HTTP/2', async () => {
    const socket = connect(suite.store.port, '127.0.0.1');
    for (const byte of 'PUT /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n') {
      socket.write(byte);
      await new Promise(setImmediate);
    }
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (data: Buffer) => (text += data.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 501 /);
  });
});
