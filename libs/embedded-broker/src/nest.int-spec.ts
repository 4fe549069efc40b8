import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  ClientProxyFactory,
  Ctx,
  EventPattern,
  MessagePattern,
  NatsContext,
  Payload,
  RpcException,
  Transport,
  type ClientProxy,
  type MicroserviceOptions,
} from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';
import { ServerUnderTest, serversUnderTest } from './servers.fixture';

const events: unknown[] = [];

@Controller()
class AssemblyController {
  @MessagePattern('assembly.count')
  count(@Payload() votes: string[]): Record<string, number> {
    return { ayes: votes.filter((vote) => vote === 'aye').length, votes: votes.length };
  }

  @MessagePattern('assembly.*.speak')
  speak(@Payload() words: string, @Ctx() context: NatsContext): string {
    return `${context.getSubject()}: ${words}`;
  }

  @MessagePattern('assembly.refuse')
  refuse(): never {
    throw new RpcException({ code: 'ASSEMBLY_CLOSED' });
  }

  @EventPattern('assembly.opened')
  opened(@Payload() event: unknown): void {
    events.push(event);
  }
}

@Module({ controllers: [AssemblyController] })
class AssemblyModule {}

describe.each(serversUnderTest)("Nest's NATS transport on %s", (name) => {
  const server = new ServerUnderTest(name);
  let service: INestMicroservice;
  let client: ClientProxy;
  const ask = (pattern: string, data: unknown): Promise<unknown> => firstValueFrom(client.send(pattern, data));

  beforeAll(async () => {
    await server.start();
    service = await NestFactory.createMicroservice<MicroserviceOptions>(AssemblyModule, {
      logger: false,
      transport: Transport.NATS,
      options: { servers: [server.url], queue: 'assembly' },
    });
    await service.listen();
    client = ClientProxyFactory.create({ transport: Transport.NATS, options: { servers: [server.url] } });
    await client.connect();
  });
  afterAll(async () => {
    await client.close();
    await service.close();
    await server.stop();
  });

  it('sends messages and gets answers', async () => {
    expect(await ask('assembly.count', ['aye', 'no', 'aye'])).toEqual({ ayes: 2, votes: 3 });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => ask(`assembly.pnyx${i}.speak`, `ἀκούετε ${i}`)));
    expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => `assembly.pnyx${i}.speak: ἀκούετε ${i}`));
  });

  it('gets refusals as errors', async () => {
    await expect(ask('assembly.refuse', {})).rejects.toMatchObject({ code: 'ASSEMBLY_CLOSED' });
  });

  it('is told that nobody listens', async () => {
    await expect(ask('assembly.elsewhere', {})).rejects.toThrow('Empty response. There are no subscribers listening to that message');
  });

  it('emits events', async () => {
    events.length = 0;
    await firstValueFrom(client.emit('assembly.opened', { at: 'dawn' }), { defaultValue: undefined });
    await ask('assembly.count', []);
    expect(events).toEqual([{ at: 'dawn' }]);
  });
});
