import { afterEach, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from 'nats';
import { BrokerProcess } from './broker-process.fixture';
import type { BrokerOptions } from './index';
import type { RawClient } from './servers.fixture';

const MEBIBYTE = 1024 * 1024;
/** What a process takes that runs Node and this broker and holds nothing, with room for what is on its way through it. */
const AT_REST = 300 * MEBIBYTE;
const QUIET = 'CONNECT {"verbose":false}\r\n';

let broker: BrokerProcess;
const start = async (options?: BrokerOptions): Promise<void> => {
  broker = await BrokerProcess.start(options);
};
afterEach(() => broker.stop());

async function many(count: number, open: (index: number) => Promise<RawClient>): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  while (clients.length < count) {
    const next = Math.min(100, count - clients.length);
    clients.push(...(await Promise.all(Array.from({ length: next }, (_, i) => open(clients.length + i)))));
  }
  return clients;
}

/** A client that has subscribed to each of these subjects. */
async function subscribed(...subjects: string[]): Promise<RawClient> {
  const client = await broker.clients.raw();
  await client.hears('\r\n');
  client.send(`${QUIET}${subjects.map((subject, i) => `SUB ${subject} ${i + 1}\r\n`).join('')}PING\r\n`);
  await client.hears('PONG\r\n');
  return client;
}

/** Two well-behaved clients, one of which answers the other. */
async function pair(): Promise<{ exchange(size?: number): Promise<void> }> {
  const [asking, answering] = [await broker.clients.client(), await broker.clients.client()];
  answering.subscribe('well.behaved', { callback: (_, message) => message.respond(message.data) });
  await answering.flush();
  let sent = 0;
  return {
    async exchange(size = 1) {
      const data = new Uint8Array(size).fill(++sent);
      const answer = await asking.request('well.behaved', data, { timeout: 60_000 });
      expect(Buffer.compare(answer.data, data)).toBe(0);
    },
  };
}

function counting(client: NatsConnection, subject: string): () => number {
  const subscription = client.subscribe(subject, { callback: () => {} });
  return () => subscription.getReceived();
}

describe('the broker under load', () => {
  it('serves 2,000 clients, each what it subscribed to, and turns the next one away in words', async () => {
    await start({ maxConnections: 2_000 });
    const publisher = await broker.clients.client();
    const clients = await many(1_999, (i) => subscribed('everyone', `only.${i}`));
    clients.forEach((_, i) => publisher.publish(`only.${i}`, `to ${i}`));
    publisher.publish('everyone', 'to all');
    await publisher.flush();
    const heard = await Promise.all(clients.map((client) => client.hears('to all\r\n')));
    expect(heard).toEqual(clients.map((_, i) => `MSG only.${i} 2 ${`to ${i}`.length}\r\nto ${i}\r\nMSG everyone 1 6\r\nto all\r\n`));

    const refused = await broker.clients.raw();
    expect(await refused.lastWords()).toMatch(/^\{.*\} ?\r\n-ERR 'maximum connections exceeded'\r\n$/);
    publisher.publish('everyone', 'still here');
    expect(await Promise.all(clients.map((client) => client.hears('still here\r\n')))).toEqual(
      clients.map(() => 'MSG everyone 1 10\r\nstill here\r\n'),
    );
    expect((await broker.report()).figures).toMatchObject({
      connections: 2_000,
      totalConnections: 2_001,
      subscriptions: 3_998,
      outMsgs: 5_997,
    });

    clients[0]!.close();
    await broker.reportThat(({ figures }) => figures.connections === 1_999);
    await subscribed('everyone');
  }, 120_000);

  it('holds no more for 1,000 clients that never read than it may, and cuts only those off that hold it up most', async () => {
    const maxHeld = 32 * MEBIBYTE;
    await start({ maxHeld });
    const [publisher, reader] = [await broker.clients.client(), await broker.clients.client()];
    const [ticks, floods] = [counting(reader, 'tick'), counting(reader, 'flood')];
    await reader.flush();
    const slow = await many(1_000, (i) => (i % 20 === 0 ? subscribed('tick', 'flood') : subscribed('tick')));
    slow.forEach((client) => client.stopReading());

    // What the operating system takes for a client that does not read differs: some mebibytes for each.
    let [rounds, sent, figures] = [0, 0, (await broker.report()).figures];
    while (figures.slowConsumers < 40) {
      rounds++;
      publisher.publish('tick', `tick ${rounds}`);
      for (let i = 0; i < 10; i++, sent++) publisher.publish('flood', new Uint8Array(64 * 1024));
      await publisher.flush();
      await reader.flush();
      figures = (await broker.report()).figures;
      expect(figures.pendingBytes).toBeLessThanOrEqual(maxHeld);
    }
    expect([ticks(), floods()]).toEqual([rounds, sent]);
    expect((await broker.report()).peakHeld).toBeLessThan(maxHeld + AT_REST);

    // Those that lag within what there is for them have lost nothing.
    const lagging = slow.filter((_, i) => i % 20 !== 0);
    const all = Array.from({ length: rounds }, (_, i) => `MSG tick 1 ${`tick ${i + 1}`.length}\r\ntick ${i + 1}\r\n`).join('');
    lagging.forEach((client) => client.readOn());
    for (const client of lagging) expect(await client.hears(`tick ${rounds}\r\n`)).toBe(all);
  }, 120_000);

  it('hangs up on a client that takes nothing for the write deadline, and keeps one that merely lags', async () => {
    await start({ writeDeadline: 300 });
    const publisher = await broker.clients.client();
    const [stuck, lagging] = [await subscribed('flood', 'tick'), await subscribed('tick')];
    const { exchange } = await pair();
    for (const client of [stuck, lagging]) client.stopReading();
    publisher.publish('tick', 'first');
    while ((await broker.report()).figures.pendingBytes < MEBIBYTE) {
      publisher.publish('flood', new Uint8Array(MEBIBYTE / 2));
      await publisher.flush();
    }
    // It is counted as slow when it is hung up on, and as gone when its connection has closed, a moment later.
    const { figures } = await broker.reportThat((report) => report.figures.connections === 4);
    expect(figures).toMatchObject({ slowConsumers: 1, pendingBytes: 0 });
    await exchange();
    publisher.publish('tick', 'last');
    lagging.readOn();
    expect(await lagging.hears('last\r\n')).toBe('MSG tick 1 5\r\nfirst\r\nMSG tick 1 4\r\nlast\r\n');
    stuck.readOn();
    await stuck.closed;
  }, 60_000);

  it('sends everything to a client that stops reading for less than the write deadline', async () => {
    await start({ writeDeadline: 60_000 });
    const publisher = await broker.clients.client();
    const slow = await subscribed('flood');
    slow.stopReading();
    let sent = 0;
    while ((await broker.report()).figures.pendingBytes < 4 * MEBIBYTE) {
      publisher.publish('flood', new Uint8Array(MEBIBYTE / 2));
      await publisher.flush();
      sent++;
    }
    slow.readOn();
    publisher.publish('flood', 'end');
    const heard = await slow.hears('end\r\n');
    expect(heard.match(/MSG flood/g)).toHaveLength(sent + 1);
    expect((await broker.report()).figures).toMatchObject({ slowConsumers: 0, pendingBytes: 0 });
  }, 60_000);

  it('holds no more for messages that never end than it may', async () => {
    const maxHeld = 16 * MEBIBYTE;
    await start({ maxHeld });
    const { exchange } = await pair();
    const truncated = await many(200, async () => {
      const client = await broker.clients.raw();
      client.send(`${QUIET}PUB truncated 1000000\r\n${'x'.repeat(900_000)}`);
      return client;
    });
    const { peakHeld } = await broker.reportThat(({ figures }) => figures.connections <= 2 + maxHeld / 1_000_000);
    expect(peakHeld).toBeLessThan(maxHeld + AT_REST);
    await exchange(MEBIBYTE);
    truncated.forEach((client) => client.close());
    await broker.reportThat(({ figures }) => figures.connections === 2);
    await exchange(MEBIBYTE);
  }, 60_000);

  it.each([
    ['ever deeper wildcards', (n: number) => `SUB ${n}${'.*'.repeat(n % 2_000)}.> ${n}\r\n`],
    ['ever other words', (n: number) => `SUB ${n}.*.${'word.'.repeat(n % 500)}${n} ${n}\r\n`],
    ['ever other queue groups', (n: number) => `SUB same.* group${n} ${n}\r\n`],
    ['one subject', (n: number) => `SUB same ${n}\r\n`],
  ])(
    'stops a flood of subscriptions to %s',
    async (_, subscription) => {
      const maxHeld = 8 * MEBIBYTE;
      await start({ maxHeld });
      const { exchange } = await pair();
      await exchange();
      const { figures: before } = await broker.report();
      const flood = await broker.clients.raw();
      await flood.hears('\r\n');
      flood.send(QUIET);
      for (let n = 0, refused = ''; refused === '';) {
        flood.send(`${Array.from({ length: 100 }, () => subscription(n++)).join('')}PING\r\n`);
        refused = await flood.hears('PONG\r\n').then(
          () => '',
          (error: Error) => error.message,
        );
        await exchange();
      }
      expect(await flood.lastWords()).toBe("-ERR 'maximum subscriptions exceeded'\r\n");
      const { figures, peakHeld } = await broker.reportThat((report) => report.figures.connections === before.connections);
      expect(figures.subscriptions).toBe(before.subscriptions);
      expect(peakHeld).toBeLessThan(maxHeld + AT_REST);
      await exchange();
    },
    60_000,
  );
});
