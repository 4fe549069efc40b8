import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, Empty, headers, StringCodec, type ConnectionOptions, type NatsConnection } from 'nats';
import { startBroker, type RunningBroker } from './index';

const text = StringCodec();

/** The same behaviour is asked of the embedded broker and, where NATS_URL names one, of a real server. */
const servers = process.env.NATS_URL ? ['embedded', process.env.NATS_URL] : ['embedded'];

describe.each(servers)('the nats client on %s', (server) => {
  let broker: RunningBroker | undefined;
  const open: NatsConnection[] = [];
  let space = 0;

  const client = async (options: ConnectionOptions = {}): Promise<NatsConnection> => {
    const connection = await connect({ servers: broker?.url ?? server, reconnect: false, ...options });
    open.push(connection);
    return connection;
  };
  /** A subject that no other test uses, on a server that may be shared. */
  const fresh = (): string => `spec${process.pid}x${Date.now()}.${++space}`;

  beforeAll(async () => {
    if (server === 'embedded') broker = await startBroker();
  });
  afterAll(async () => {
    await Promise.all(open.map((connection) => connection.close()));
    await broker?.stop();
  });

  it('delivers to everyone who subscribed, in order', async () => {
    const [publisher, one, two] = [await client(), await client(), await client()];
    const subject = fresh();
    const subscriptions = [one.subscribe(subject, { max: 100 }), two.subscribe(subject, { max: 100 })];
    await Promise.all([one.flush(), two.flush()]);
    for (let i = 0; i < 100; i++) publisher.publish(subject, text.encode(`message ${i}`));
    const expected = Array.from({ length: 100 }, (_, i) => `message ${i}`);
    for (const subscription of subscriptions) expect(await payloads(subscription)).toEqual(expected);
  });

  it('answers requests', async () => {
    const [asking, answering] = [await client(), await client()];
    const subject = fresh();
    answering.subscribe(subject, { callback: (_, message) => message.respond(text.encode(`${message.string()}, too`)) });
    await answering.flush();
    const answers = await Promise.all(['me', 'you'].map((who) => asking.request(subject, text.encode(who))));
    expect(answers.map((answer) => answer.string())).toEqual(['me, too', 'you, too']);
    const own = await asking.request(subject, text.encode('they'), { noMux: true, timeout: 1_000 });
    expect(own.string()).toBe('they, too');
  });

  it.each([false, true])('tells at once that nobody responds (own inbox: %s)', async (noMux) => {
    const asking = await client();
    await expect(asking.request(fresh(), Empty, { noMux, timeout: 5_000 })).rejects.toMatchObject({ code: '503' });
  });

  it('carries headers', async () => {
    const connection = await client();
    const subject = fresh();
    const subscription = connection.subscribe(subject, { max: 1 });
    const sent = headers();
    sent.set('Trace', 'a:b');
    sent.append('Name', 'Ἰσηγορία');
    connection.publish(subject, text.encode('body'), { headers: sent });
    for await (const message of subscription) {
      expect(message.string()).toBe('body');
      expect(message.headers?.get('Trace')).toBe('a:b');
      expect(message.headers?.get('Name')).toBe('Ἰσηγορία');
    }
    expect.assertions(3);
  });
});

async function payloads(messages: AsyncIterable<{ string(): string }>): Promise<string[]> {
  const all: string[] = [];
  for await (const message of messages) all.push(message.string());
  return all;
}
