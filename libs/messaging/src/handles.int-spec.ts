import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, type ClientProxy } from '@nestjs/microservices';
import { IsString, MaxLength } from 'class-validator';
import { connect, type NatsConnection } from 'nats';
import { IsSecret, command, rootUnit, type Actor, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { RpcRejectionFilter, busKeys } from '@isegoria/service-host';
import { freshSecrets, testBroker, type TestPart } from '@isegoria/testing';
import { CommandClient } from './command-client';
import { ask } from './conversation';
import { signed, type Envelope } from './envelope';
import { Handles } from './handles';
import { BUS_KEYS } from './keys';
import { natsTransport } from './transport';

class RingBell {
  @IsString()
  bell: string;
}
class SilenceBell extends RingBell {}
class OpenTower {
  @IsString()
  @MaxLength(40)
  @IsSecret()
  password: string;
}
class Tower {
  @IsString() readonly answer: string;
}
const ringBell = command(RingBell, { may: 'administer', summary: 'Ring', reply: Tower });
const silenceBell = command(SilenceBell, { may: 'administer', summary: 'Silence', reply: Tower });
const openTower = command(OpenTower, { may: 'anyone', summary: 'Open', reply: Tower });

const done: string[] = [];

@Controller()
class BellController {
  @Handles(ringBell)
  ring({ command, context }: CommandMessage<RingBell>): Tower {
    done.push(context.commandId);
    return { answer: `${command.bell} rings` };
  }

  @Handles(silenceBell)
  silence({ context }: CommandMessage<SilenceBell>): Tower {
    done.push(context.commandId);
    return { answer: 'silence' };
  }

  @Handles(openTower)
  open({ command, context }: CommandMessage<OpenTower>): Tower {
    done.push(context.commandId);
    return { answer: `open for ${command.password}` };
  }
}

const administrator: Actor = { accountId: randomUUID(), roles: [{ role: 'administrator', unit: rootUnit }], assurance: 'email' };
const by = (actor?: Actor): CommandContext => ({ actor, commandId: randomUUID(), correlationId: randomUUID(), language: 'en' });

describe('a command on the bus', () => {
  let broker: TestPart;
  let service: Awaited<ReturnType<typeof start>>;
  let bus: ClientProxy;
  let commands: CommandClient;
  /** Somebody who reached the broker, and has no key of the platform. */
  let stranger: NatsConnection;
  const overheard: string[] = [];
  let keys: ReturnType<typeof busKeys>;

  async function start() {
    @Module({ controllers: [BellController], providers: [{ provide: BUS_KEYS, useValue: busKeys({ secretCommands: 'handle' }) }] })
    class BellModule {}
    const app = await NestFactory.createMicroservice(BellModule, { ...natsTransport(broker.url, 'bells'), logger: false });
    app.useGlobalFilters(new RpcRejectionFilter());
    await app.listen();
    return app;
  }

  beforeAll(async () => {
    Object.assign(process.env, freshSecrets(), { LOG_LEVEL: 'silent' });
    broker = await testBroker();
    service = await start();
    bus = ClientProxyFactory.create(natsTransport(broker.url));
    keys = busKeys({ secretCommands: 'send' });
    commands = new CommandClient(bus, keys);
    stranger = await connect({ servers: broker.url });
    stranger.subscribe('>', { callback: (_, message) => overheard.push(message.string()) });
    await stranger.flush();
  });

  afterAll(async () => {
    await stranger.close();
    await bus.close();
    await service.close();
    await broker.stop();
  });

  const inject = async (subject: string, data: unknown) => {
    const message = JSON.stringify({ pattern: subject, data, id: randomUUID() });
    const reply = await stranger.request(subject, message, { timeout: 5_000 });
    return reply.json<{ err?: { code: string }; response?: unknown }>();
  };
  const refusesAndDoesNothing = async (subject: string, data: unknown) => {
    const before = done.length;
    expect((await inject(subject, data)).err?.code).toBe('UNTRUSTED_SENDER');
    expect(done).toHaveLength(before);
  };
  const visitors = () => ringing(by());
  const ringing = (context = by(administrator)) =>
    ask(keys, { subject: ringBell.subject, sealed: false }, { command: { bell: 'A' }, context });

  it('is carried out and answered when a part of the platform signed it', async () => {
    expect(await commands.send(ringBell, { bell: 'A' }, by(administrator))).toEqual({ answer: 'A rings' });
  });

  it('is checked once more where it arrives: who acts, and what is said', async () => {
    await expect(commands.send(ringBell, { bell: 'A' }, by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(commands.send(ringBell, { bell: 'A' }, by({ ...administrator, roles: [] }))).rejects.toMatchObject({
      code: 'FORBIDDEN_ROLE',
    });
    await expect(commands.send(ringBell, {} as RingBell, by(administrator))).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it.each<[string, () => unknown]>([
    ['unsigned', () => ({ command: { bell: 'A' }, context: by(administrator) })],
    [
      'signed with another key',
      () =>
        ask(
          { signing: randomBytes(32) },
          { subject: ringBell.subject, sealed: false },
          { command: { bell: 'A' }, context: by(administrator) },
        ).envelope,
    ],
    ['altered', () => ({ ...ringing(by({ ...administrator, roles: [] })).envelope, said: ringing().envelope.said })],
    ['with another time', () => ({ ...ringing().envelope, at: Date.now() + 1 })],
    ['without words', () => ({ ...ringing().envelope, said: undefined })],
    ['nothing at all', () => null],
  ])('is refused when it is %s', async (_, message) => {
    await refusesAndDoesNothing(ringBell.subject, message());
  });

  it('is refused when it was signed for another subject, or as an answer or a broadcast', async () => {
    await refusesAndDoesNothing(silenceBell.subject, ringing().envelope);
    const { said } = ringing().envelope;
    for (const kind of ['answer', 'broadcast'] as const)
      await refusesAndDoesNothing(ringBell.subject, signed(keys.signing, { kind, subject: ringBell.subject }, said));
  });

  it('is refused when it is more than a minute old, or of a time to come', async () => {
    for (const minutes of [-2, 2]) {
      const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + minutes * 60_000);
      const { envelope } = ringing();
      clock.mockRestore();
      await refusesAndDoesNothing(ringBell.subject, envelope);
    }
  });

  it('with a secret can be read by nobody on the way, nor its answer', async () => {
    overheard.length = 0;
    expect(await commands.send(openTower, { password: 'open sesame' }, by())).toEqual({ answer: 'open for open sesame' });
    await stranger.flush();
    expect(overheard.length).toBeGreaterThanOrEqual(2);
    expect(overheard.join()).not.toMatch(/sesame/);
  });

  it('with a secret is refused in the open, so that no sender forgets to seal it', async () => {
    const asked = ask(keys, { subject: openTower.subject, sealed: false }, { command: { password: 'x' }, context: by() });
    const before = done.length;
    const { err } = await inject(openTower.subject, asked.envelope);
    expect([asked.readRefusal(err), done.length]).toEqual([{ code: 'UNTRUSTED_SENDER', details: {} }, before]);
  });

  it('is not believed to be refused when somebody else says so', async () => {
    const asked = visitors();
    const { err } = await inject(ringBell.subject, asked.envelope);
    expect(asked.readRefusal(err)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    const forged = [
      { code: 'FORBIDDEN_ROLE', details: {} },
      { ...(err as unknown as Envelope), said: '{"code":"CONFLICT","details":{}}' },
    ];
    for (const refusal of forged) expect(() => asked.readRefusal(refusal)).toThrow('UNTRUSTED_SENDER');
    // A true refusal of another command, and one that is passed off as an answer.
    expect(() => visitors().readRefusal(err)).toThrow('UNTRUSTED_SENDER');
    expect(() => asked.read(err)).toThrow('UNTRUSTED_SENDER');
  });

  it('with a secret that is recorded and sent again is answered for the one who asked first', async () => {
    const asked = ask(keys, { subject: openTower.subject, sealed: true }, { command: { password: 'again' }, context: by() });
    const { response } = await inject(openTower.subject, asked.envelope);
    expect((response as Envelope).said).not.toMatch(/again/);
    expect(asked.read(response)).toEqual({ answer: 'open for again' });
  });

  it('is not believed to be done when somebody else answers', async () => {
    const asked = ringing();
    const { response } = await inject(ringBell.subject, asked.envelope);
    expect(asked.read(response)).toEqual({ answer: 'A rings' });
    const forged = [{ answer: 'A rings' }, { ...(response as Envelope), said: '{"answer":"B rings"}' }];
    for (const answer of forged) expect(() => asked.read(answer)).toThrow('UNTRUSTED_SENDER');
    // A true answer to another command.
    expect(() => ringing().read(response)).toThrow('UNTRUSTED_SENDER');
  });
});
