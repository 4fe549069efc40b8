import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Empty, ErrorCode, Events, type NatsConnection } from 'nats';
import { ServerUnderTest, serversUnderTest } from './servers.fixture';

describe.each(serversUnderTest)('the life of a client on %s', (name) => {
  let server: ServerUnderTest;
  beforeEach(async () => {
    server = new ServerUnderTest(name);
    await server.start();
  });
  afterEach(() => server.stop());

  it('drains one subscription: what was sent to it arrives, and the others go on', async () => {
    const [publisher, subscriber] = [await server.client(), await server.client()];
    const subject = server.freshSubject();
    const [draining, other] = [subscriber.subscribe(subject), subscriber.subscribe(subject, { callback: () => {} })];
    await subscriber.flush();
    for (let i = 0; i < 500; i++) publisher.publish(subject, `${i}`);
    await publisher.flush();
    await draining.drain();
    publisher.publish(subject, 'late');
    await publisher.flush();
    await subscriber.flush();
    const heard = [];
    for await (const message of draining) heard.push(message.string());
    expect(heard).toEqual(Array.from({ length: 500 }, (_, i) => `${i}`));
    expect(other.getReceived()).toBe(501);
  });

  it('drains a service: what it was asked is answered, what is asked later goes to the others', async () => {
    const [asking, leaving, staying] = [await server.client(), await server.client(), await server.client()];
    const subject = server.freshSubject();
    for (const [client, who] of [[leaving, 'leaving'], [staying, 'staying']] as const) {
      client.subscribe(subject, { queue: 'q', callback: (_, message) => message.respond(who) });
      await client.flush();
    }
    const ask = (): Promise<string> => asking.request(subject, Empty, { timeout: 20_000 }).then((message) => message.string());
    const before = Array.from({ length: 200 }, ask);
    await asking.flush();
    const drained = leaving.drain();
    expect(new Set(await Promise.all(before))).toEqual(new Set(['leaving', 'staying']));
    await drained;
    expect(new Set(await Promise.all(Array.from({ length: 50 }, ask)))).toEqual(new Set(['staying']));
  });

  it('serves a client that is verbose and pedantic', async () => {
    const client = await server.client({ verbose: true, pedantic: true });
    const subject = server.freshSubject();
    client.subscribe(subject, { callback: (_, message) => message.respond('yes') });
    for (let i = 0; i < 100; i++) expect((await client.request(subject)).string()).toBe('yes');
    await client.drain();
  });

  it('answers the pings of a client', async () => {
    const client = await server.client({ pingInterval: 20, maxPingOut: 2 });
    const pings = client.status()[Symbol.asyncIterator]();
    for (let i = 0; i < 5; i++) expect((await pings.next()).value).toMatchObject({ type: 'pingTimer' });
    await client.flush();
    expect(client.isClosed()).toBe(false);
  });
});

describe('a restart of the embedded broker', () => {
  const server = new ServerUnderTest('embedded');
  afterEach(() => server.stop());

  it('is bridged by clients: they connect again, subscribe again and send what they held back', async () => {
    await server.start();
    const { port } = new URL(server.url);
    const options = { reconnect: true, reconnectTimeWait: 20, reconnectJitter: 0, maxReconnectAttempts: -1 };
    const [asking, answering] = [await server.client(options), await server.client(options)];
    answering.subscribe('asked', { queue: 'q', callback: (_, message) => message.respond('answered') });
    const kept = answering.subscribe('kept', { max: 1 });
    await answering.flush();
    expect((await asking.request('asked')).string()).toBe('answered');

    const connectedAgain = [asking, answering].map(reconnected);
    const lost = [asking, answering].map(disconnected);
    await server.stopServer();
    await Promise.all(lost);
    await server.start({ port: Number(port) });
    await Promise.all(connectedAgain);
    await answering.flush();
    asking.publish('kept', 'after the restart');
    for await (const message of kept) expect(message.string()).toBe('after the restart');
    expect((await asking.request('asked')).string()).toBe('answered');
  });

  it('ends a client that does not connect again', async () => {
    await server.start();
    const client = await server.client();
    await server.stopServer();
    expect(await client.closed()).toBeUndefined();
    expect(() => client.publish('a')).toThrow(ErrorCode.ConnectionClosed);
  });
});

const disconnected = (client: NatsConnection): Promise<void> => heard(client, Events.Disconnect);
const reconnected = (client: NatsConnection): Promise<void> => heard(client, Events.Reconnect);

async function heard(client: NatsConnection, type: Events): Promise<void> {
  for await (const status of client.status()) if (status.type === type) return;
}
