import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Empty, headers, StringCodec, type NatsConnection, type Subscription } from 'nats';
import { ServerUnderTest, serversUnderTest } from './servers.fixture';

const text = StringCodec();

describe.each(serversUnderTest)('the nats client on %s', (name) => {
  const server = new ServerUnderTest(name);
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  it('delivers to everyone who subscribed, in order', async () => {
    const [publisher, one, two] = [await server.client(), await server.client(), await server.client()];
    const subject = server.freshSubject();
    const subscriptions = [one.subscribe(subject, { max: 100 }), two.subscribe(subject, { max: 100 })];
    await Promise.all([one.flush(), two.flush()]);
    for (let i = 0; i < 100; i++) publisher.publish(subject, text.encode(`message ${i}`));
    const expected = Array.from({ length: 100 }, (_, i) => `message ${i}`);
    for (const subscription of subscriptions) expect(await payloads(subscription)).toEqual(expected);
  });

  it('answers requests', async () => {
    const [asking, answering] = [await server.client(), await server.client()];
    const subject = server.freshSubject();
    answering.subscribe(subject, { callback: (_, message) => message.respond(text.encode(`${message.string()}, too`)) });
    await answering.flush();
    const answers = await Promise.all(['me', 'you'].map((who) => asking.request(subject, text.encode(who))));
    expect(answers.map((answer) => answer.string())).toEqual(['me, too', 'you, too']);
    const own = await asking.request(subject, text.encode('they'), { noMux: true, timeout: 1_000 });
    expect(own.string()).toBe('they, too');
  });

  it.each([false, true])('tells at once that nobody responds (own inbox: %s)', async (noMux) => {
    const asking = await server.client();
    await expect(asking.request(server.freshSubject(), Empty, { noMux, timeout: 5_000 })).rejects.toMatchObject({ code: '503' });
  });

  it('carries headers', async () => {
    const connection = await server.client();
    const subject = server.freshSubject();
    const subscription = connection.subscribe(subject, { max: 1 });
    const sent = headers();
    sent.set('Trace', 'a:b');
    sent.append('Name', 'Ἰσηγορία');
    connection.publish(subject, text.encode('body'), { headers: sent });
    const [message] = await all(subscription);
    expect(message?.string()).toBe('body');
    expect(message?.headers?.get('Trace')).toBe('a:b');
    expect(message?.headers?.get('Name')).toBe('Ἰσηγορία');
  });

  it('gives a queue group each message once, spread over its members, and to those who are left', async () => {
    const publisher = await server.client();
    const subject = server.freshSubject();
    const members = [await server.client(), await server.client(), await server.client()];
    const counts = [0, 0, 0];
    const listener = publisher.subscribe(subject);
    members.forEach((member, i) => member.subscribe(subject, { queue: 'workers', callback: () => void counts[i]!++ }));
    const settle = async (): Promise<void> => {
      await publisher.flush();
      await Promise.all(members.filter((member) => !member.isClosed()).map((member) => member.flush()));
    };
    await settle();

    for (let i = 0; i < 300; i++) publisher.publish(subject);
    await settle();
    expect(sum(counts)).toBe(300);
    expect(Math.min(...counts)).toBeGreaterThan(30);

    await members[0]!.drain();
    counts.fill(0);
    for (let i = 0; i < 200; i++) publisher.publish(subject);
    await settle();
    expect(counts[0]).toBe(0);
    expect(sum(counts)).toBe(200);
    expect(listener.getReceived()).toBe(500);
  });

  it('understands wildcards', async () => {
    const connection = await server.client();
    const base = server.freshSubject();
    const subscriptions = [`${base}.*`, `${base}.>`, `${base}.*.c`, base].map((subject) => connection.subscribe(subject));
    for (const subject of [base, `${base}.b`, `${base}.b.c`, `${base}.b.d`]) connection.publish(subject);
    await connection.flush();
    await connection.drain();
    const subjects = await Promise.all(subscriptions.map(async (one) => (await all(one)).map((message) => message.subject)));
    expect(subjects).toEqual([[`${base}.b`], [`${base}.b`, `${base}.b.c`, `${base}.b.d`], [`${base}.b.c`], [base]]);
  });

  it('does not deliver to a publisher that asked not to hear itself', async () => {
    const [deaf, other] = [await server.client({ noEcho: true }), await server.client()];
    const subject = server.freshSubject();
    const [own, others] = [deaf.subscribe(subject), other.subscribe(subject)];
    await Promise.all([deaf.flush(), other.flush()]);
    deaf.publish(subject);
    await deaf.flush();
    await other.flush();
    expect([own.getReceived(), others.getReceived()]).toEqual([0, 1]);
  });

  it('ends a subscription after its maximum, and when it is given up', async () => {
    const [publisher, subscriber] = [await server.client(), await server.client()];
    const subject = server.freshSubject();
    const limited = subscriber.subscribe(subject);
    limited.unsubscribe(3);
    const given = subscriber.subscribe(`${subject}.given`);
    await subscriber.flush();
    for (let i = 0; i < 10; i++) publisher.publish(subject);
    expect(await all(limited)).toHaveLength(3);
    given.unsubscribe();
    await subscriber.flush();
    await expect(publisher.request(subject)).rejects.toMatchObject({ code: '503' });
    await expect(publisher.request(`${subject}.given`)).rejects.toMatchObject({ code: '503' });
  });

  it('drains without losing what was sent', async () => {
    const [publisher, subscriber] = [await server.client(), await server.client()];
    const subject = server.freshSubject();
    const subscription = subscriber.subscribe(subject);
    await subscriber.flush();
    for (let i = 0; i < 1_000; i++) publisher.publish(subject, text.encode(`${i}`));
    await publisher.drain();
    await subscriber.drain();
    expect((await payloads(subscription)).map(Number)).toEqual([...Array(1_000).keys()]);
  });

  it('carries the largest payload unharmed, and refuses a larger one', async () => {
    const connection = await server.client();
    const subject = server.freshSubject();
    const largest = connection.info!.max_payload;
    const payload = Uint8Array.from({ length: largest }, (_, i) => (i * 31) >> 3);
    const subscription = connection.subscribe(subject, { max: 1 });
    connection.publish(subject, payload);
    const [message] = await all(subscription);
    expect(Buffer.compare(message!.data, payload)).toBe(0);
    expect(() => connection.publish(subject, new Uint8Array(largest + 1))).toThrow(/MAX_PAYLOAD_EXCEEDED/);
  });

  it('serves 500 clients at a time', async () => {
    const subject = server.freshSubject();
    const clients: NatsConnection[] = [];
    for (let i = 0; i < 10; i++) clients.push(...(await Promise.all(Array.from({ length: 50 }, () => server.client()))));
    const heard = clients.map((client) => all(client.subscribe(subject, { max: 1 })));
    clients.forEach((client, i) => client.subscribe(`${subject}.${i}`, { callback: (_, message) => message.respond(message.data) }));
    await Promise.all(clients.map((client) => client.flush()));
    clients[0]!.publish(subject);
    expect((await Promise.all(heard)).map((messages) => messages.length)).toEqual(Array(500).fill(1));
    const answers = await Promise.all(clients.map((client, i) => client.request(`${subject}.${499 - i}`, text.encode(`${i}`))));
    expect(answers.map((answer) => Number(answer.string()))).toEqual([...Array(500).keys()]);
    await Promise.all(clients.map((client) => client.close()));
  });

  it('cuts off a slow consumer while the others get everything', async () => {
    const subject = server.freshSubject();
    const [publisher, reader, slow] = [await server.client(), await server.client(), await server.raw()];
    slow.send(`CONNECT {"verbose":false}\r\nSUB ${subject} 1\r\nSUB ${subject}.slow 2\r\nPING\r\n`);
    await slow.hears('PONG');
    slow.stopReading();
    let received = 0;
    reader.subscribe(subject, { callback: (_, message) => void (received += message.data.length) });
    await reader.flush();

    const mebibyte = new Uint8Array(1024 * 1024 - 100);
    for (let i = 0; i < 100; i++) {
      publisher.publish(subject, mebibyte);
      await publisher.flush();
    }
    await expect(publisher.request(`${subject}.slow`, Empty, { timeout: 1_000 })).rejects.toMatchObject({ code: '503' });
    await reader.flush();
    expect(received).toBe(100 * mebibyte.length);
    slow.readOn();
    await slow.closed;
  });
});

type Message = Subscription extends AsyncIterable<infer M> ? M : never;

async function all(subscription: Subscription): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const message of subscription) messages.push(message);
  return messages;
}

async function payloads(subscription: Subscription): Promise<string[]> {
  return (await all(subscription)).map((message) => message.string());
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
