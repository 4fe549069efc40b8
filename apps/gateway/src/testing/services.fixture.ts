import { randomUUID } from 'node:crypto';
import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, MessagePattern, NatsContext, Payload } from '@nestjs/microservices';
import { Rejection, authenticateSession, rootUnit, type Actor, type CommandContext, type HeldRole, type Role } from '@isegoria/contracts';
import { arrive, arrivedWith, natsTransport } from '@isegoria/messaging';
import { RpcRejectionFilter, busKeys } from '@isegoria/service-host';

export interface Received {
  readonly subject: string;
  readonly command: Record<string, unknown>;
  readonly context: CommandContext;
}
type Answer = (received: Received) => unknown;

/** A fake of the four command services: it takes every command, records it, and answers as it was told to. */
export class FakeServices {
  readonly received: Received[] = [];
  private readonly answers = new Map<string, Answer>();
  private readonly sessions = new Map<string, { actor: Actor; expiresAt: string }>();

  constructor() {
    this.forgetAnswers();
  }

  answer(subject: string, answer: Answer): void {
    this.answers.set(subject, answer);
  }

  /** Back to the first answers: accounts that no import made, and yes to every command. */
  forgetAnswers(): void {
    this.answers.clear();
    this.answer(authenticateSession.subject, ({ command }) => {
      const session = this.sessions.get(String(command['token']));
      if (!session) throw new Rejection('SESSION_EXPIRED');
      return session;
    });
  }

  /** A session of a new person with these roles, at the root unless a unit is named. @returns the token */
  signIn(...roles: readonly (Role | HeldRole)[]): { readonly token: string; readonly actor: Actor } {
    const held = roles.map((role) => (typeof role === 'string' ? { role, unit: rootUnit } : role));
    const actor: Actor = { accountId: randomUUID(), roles: held, assurance: 'email' };
    const token = randomUUID();
    this.sessions.set(token, { actor, expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    return { token, actor };
  }

  endSession(token: string): void {
    this.sessions.delete(token);
  }

  /** What reached the services, without the questions who somebody is. */
  get commands(): Received[] {
    return this.received.filter(({ subject }) => subject !== authenticateSession.subject);
  }

  take(received: Received): unknown {
    this.received.push(received);
    const answer = this.answers.get(received.subject);
    return answer ? answer(received) : { id: received.context.commandId, position: 7, receipt: 'a receipt' };
  }
}

@Controller()
class EverySubject {
  private readonly keys = busKeys({ secretCommands: 'handle' });

  constructor(@Inject(FakeServices) private readonly services: FakeServices) {}

  @MessagePattern('command.*')
  async take(@Payload() envelope: unknown, @Ctx() nats: NatsContext): Promise<unknown> {
    const subject = nats.getSubject();
    const { message, answer } = arrivedWith(nats, arrive(this.keys, subject, envelope));
    return answer(await this.services.take({ subject, command: message.command as Record<string, unknown>, context: message.context }));
  }
}

export async function startFakeServices(natsUrl: string): Promise<FakeServices & { stop(): Promise<void> }> {
  const services = new FakeServices();
  @Module({ controllers: [EverySubject], providers: [{ provide: FakeServices, useValue: services }] })
  class FakeServicesModule {}
  const app = await NestFactory.createMicroservice(FakeServicesModule, { ...natsTransport(natsUrl, 'fake-services'), logger: false });
  app.useGlobalFilters(new RpcRejectionFilter());
  await app.listen();
  return Object.assign(services, { stop: () => app.close() });
}
