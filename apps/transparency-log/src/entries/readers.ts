import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ClientProxyFactory, type ClientProxy } from '@nestjs/microservices';
import type { Request } from 'express';
import { Rejection, authenticateSession, mustBePermitted, rootUnit, type AuthenticatedSession } from '@isegoria/contracts';
import { CommandClient, natsTransport } from '@isegoria/messaging';
import { busKeys } from '@isegoria/service-host';

const longestToken = 200;
/** Milliseconds for the identity service to say who it is. */
const patience = 5_000;

/**
 * Decides who may read what. The identity service is asked each time, so that nobody can read on after a session or a role has ended. The
 * log needs a broker for nothing else: without one it runs and serves what is public.
 */
@Injectable()
export class Readers implements OnModuleDestroy {
  private bus?: ClientProxy;
  private commands?: CommandClient;

  /**
   * Whether the request may read the bodies of all events, with `Authorization: Bearer <session token>`; false without that header.
   * @throws Rejection SESSION_EXPIRED for a header that opens no session, FORBIDDEN_ROLE for a session without the role, UNAVAILABLE
   */
  async mayReadAll({ headers: { authorization } }: Request): Promise<boolean> {
    if (authorization === undefined) return false;
    const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
    if (token === undefined || token.length > longestToken) throw new Rejection('SESSION_EXPIRED');
    const { actor, expiresAt } = await this.sessionOf(token);
    if (Date.parse(expiresAt) <= Date.now()) throw new Rejection('SESSION_EXPIRED');
    // There is one log for all units, so anybody who reads all of it audits all of them.
    mustBePermitted(actor, 'audit', rootUnit);
    return true;
  }

  async onModuleDestroy(): Promise<void> {
    await this.bus?.close();
  }

  private async sessionOf(token: string): Promise<AuthenticatedSession> {
    const id = crypto.randomUUID();
    const asked = this.client().send(authenticateSession, { token }, { commandId: id, correlationId: id, language: 'en' });
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Rejection('UNAVAILABLE')), patience)));
    return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
  }

  private client(): CommandClient {
    const url = process.env['NATS_URL'];
    if (!url) throw new Rejection('UNAVAILABLE');
    this.bus ??= ClientProxyFactory.create(natsTransport(url));
    this.commands ??= new CommandClient(this.bus, busKeys({ secretCommands: 'send' }));
    return this.commands;
  }
}
