import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ClientProxyFactory, type ClientProxy } from '@nestjs/microservices';
import { connect, type NatsConnection } from 'nats';
import { eventually, testBroker, type TestPart } from '@isegoria/testing';
import { hear, tell } from './broadcast';
import { natsTransport } from './transport';

let broker: TestPart;
let bus: ClientProxy;
let listener: NatsConnection;
beforeAll(async () => {
  broker = await testBroker();
  bus = ClientProxyFactory.create(natsTransport(broker.url));
  await bus.connect();
  listener = await connect({ servers: broker.url });
});
afterAll(async () => {
  await listener.close();
  await bus.close();
  await broker.stop();
});

it('a broadcast that no part of the platform sent counts as one that was missed', async () => {
  const keys = { signing: randomBytes(32) };
  const subject = `bells.${randomBytes(4).toString('hex')}`;
  const heard: object[] = [];
  let missed = 0;
  hear<object>(
    listener,
    keys,
    subject,
    (data) => heard.push(data),
    () => (missed += 1),
  );
  await listener.flush();
  tell(bus, { signing: randomBytes(32) }, subject, { bell: 'forged' });
  bus.emit(subject, { bell: 'unsigned' });
  tell(bus, keys, subject, { bell: 'A' });
  await eventually(() => expect(heard).toEqual([{ bell: 'A' }]));
  expect(missed).toBe(2);
});
