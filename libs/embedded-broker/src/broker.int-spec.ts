import { afterEach, describe, expect, it } from '@jest/globals';
import { Empty } from 'nats';
import { startBroker, type BrokerOptions } from './index';
import { RawClient, ServerUnderTest } from './servers.fixture';

describe('startBroker', () => {
  let server: ServerUnderTest;
  const start = async (options?: BrokerOptions): Promise<void> => {
    server = new ServerUnderTest('embedded');
    await server.start(options);
  };
  afterEach(() => server?.stop());

  it.each(['0.0.0.0', '::', '192.168.1.10', 'example.org', '127.0.0.1.example.org', 'constructor', ''])(
    'refuses to listen on %j',
    async (host) => {
      await expect(startBroker({ host })).rejects.toThrow('listens on loopback only');
    },
  );

  it.each(['localhost', '127.0.0.1'])('listens on %s', async (host) => {
    await start({ host });
    await (await server.client()).flush();
    expect(server.url).toMatch(/^nats:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says which port is taken', async () => {
    await start();
    const port = Number(new URL(server.url).port);
    await expect(startBroker({ port })).rejects.toThrow(`cannot listen on 127.0.0.1:${port}: another program uses that port.`);
  });

  it('turns away clients over the limit, and takes one again when another has left', async () => {
    await start({ maxConnections: 2 });
    const [first] = [await server.client(), await server.client()];
    const third = await server.raw();
    expect(await third.lastWords()).toContain("-ERR 'maximum connections exceeded'");
    await first!.close();
    // The server learns of it a moment after the client.
    let next;
    while (!next) next = await server.client().catch(() => undefined);
    await next.flush();
  });

  it('hangs up on a client that gives no sign of life, and keeps one that answers', async () => {
    await start({ pingInterval: 40 });
    const [alive, silent] = [await server.client(), await server.raw()];
    await silent.hears('\r\n');
    expect(await silent.lastWords()).toBe("PING\r\nPING\r\n-ERR 'Stale Connection'\r\n");
    await new Promise((resolve) => setTimeout(resolve, 200));
    await alive.flush();
    expect(alive.isClosed()).toBe(false);
  });

  it('counts what it does', async () => {
    const broker = await startBroker({ maxConnections: 2 });
    const [one, two] = [new RawClient(broker.url), new RawClient(broker.url)];
    one.send(
      'CONNECT {"verbose":false,"headers":true}\r\nSUB a 1\r\nSUB * 2\r\nSUB a q 3\r\n' +
        'HPUB a 12 14\r\nNATS/1.0\r\n\r\nhi\r\nPUB b 3\r\nyou\r\nUNSUB 2\r\nPING\r\n',
    );
    await one.hears('PONG\r\n');
    two.send('CONNECT {"verbose":false}\r\nSUB a 1\r\nPING\r\n');
    await two.hears('PONG\r\n');
    await new RawClient(broker.url).closed;
    const counted = { totalConnections: 3, slowConsumers: 0, pendingBytes: 0, inMsgs: 2, inBytes: 17, outMsgs: 4, outBytes: 45 };
    expect(broker.figures()).toEqual({ ...counted, connections: 2, subscriptions: 3 });
    two.send('PUB a 1\r\nx\r\n');
    await two.hears('x\r\n');
    one.close();
    two.close();
    while (broker.figures().connections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await broker.stop();
    expect(broker.figures()).toEqual({ ...counted, inMsgs: 3, inBytes: 18, outMsgs: 7, outBytes: 48, connections: 0, subscriptions: 0 });
  });

  it('keeps to the payload it is given', async () => {
    await start({ maxPayload: 100 });
    const [client, raw] = [await server.client(), await server.raw()];
    expect(client.info?.max_payload).toBe(100);
    await raw.hears('\r\n');
    raw.send('CONNECT {"verbose":false}\r\nPUB a 101\r\n');
    expect(await raw.lastWords()).toBe("-ERR 'Maximum Payload Violation'\r\n");
  });

  it('cuts off a client that sends PING and never reads the answers', async () => {
    await start({ maxPending: 100_000 });
    const greedy = await server.raw();
    greedy.stopReading();
    greedy.send('SUB greedy 1\r\n');
    for (let i = 0; i < 200; i++) greedy.send('PING\r\n'.repeat(10_000));
    greedy.send('SUB greedy.late 2\r\n');
    await greedy.closed;
    const other = await server.client();
    await expect(other.request('greedy', Empty)).rejects.toMatchObject({ code: '503' });
  });

  it('cuts off slow consumers, however small their messages', async () => {
    await start({ maxPending: 256 * 1024 });
    const publisher = await server.client();
    const slow = await Promise.all(Array.from({ length: 5 }, () => server.raw()));
    for (const client of slow) {
      client.send('CONNECT {"verbose":false}\r\nSUB tick 1\r\nPING\r\n');
      await client.hears('PONG');
      client.stopReading();
    }
    const nobodyIsLeft = (): Promise<boolean> =>
      publisher.request('tick', Empty, { timeout: 100 }).then(
        () => false,
        (error) => error.code === '503',
      );
    do {
      for (let n = 0; n < 20_000; n++) publisher.publish('tick', new Uint8Array(20));
      await publisher.flush();
    } while (!(await nobodyIsLeft()));
  });

  it('sends what is still to be sent before it stops, and stops even when a client does not read', async () => {
    await start();
    const [reader, stuck, publisher] = [await server.raw(), await server.raw(), await server.raw()];
    for (const client of [reader, stuck]) {
      client.send('CONNECT {"verbose":false}\r\nSUB last 1\r\nPING\r\n');
      await client.hears('PONG\r\n');
    }
    stuck.stopReading();
    publisher.send(`CONNECT {"verbose":false}\r\n${`PUB last 1000000\r\n${'x'.repeat(1_000_000)}\r\n`.repeat(20)}PING\r\n`);
    await publisher.hears('PONG');
    await server.stopServer();
    await server.stopServer();
    expect((await reader.lastWords()).match(/MSG last/g)).toHaveLength(20);
  });
});
