import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { Rejection, type Actor, type AuthenticatedSession, type CommandContext } from '@isegoria/kernel';
import { CommandClient } from '@isegoria/messaging';
import { Broadcasts } from './broadcasts';
import { WHO_ACTS, type WhoActs } from './who-acts';

/** How long a session is believed without asking again, in milliseconds; one that ends is forgotten at once. */
const believedFor = 30_000;
const longestToken = 200;

/** Who is behind a request. Sessions live in the identity service; tokens are remembered here by their hash only. */
@Injectable()
export class Sessions {
  private readonly known = new LRUCache<string, Promise<AuthenticatedSession>>({ max: 50_000, ttl: believedFor });

  constructor(
    @Inject(CommandClient) private readonly commands: CommandClient,
    @Inject(WHO_ACTS) private readonly whoActs: WhoActs,
    @Inject(Broadcasts) broadcasts: Broadcasts,
  ) {
    broadcasts.on('sessionEnded', (tokenHash) => this.known.delete(tokenHash));
    broadcasts.on('gap', () => this.known.clear());
  }

  /**
   * The person whose session the request carries; undefined for a visitor, who sends no Authorization header.
   * @throws Rejection SESSION_EXPIRED for any header that opens no session
   */
  async actorOf(request: Request): Promise<Actor | undefined> {
    const token = bearerToken(request);
    if (token === undefined) return undefined;
    const { actor, expiresAt } = await this.sessionOf(token);
    if (Date.parse(expiresAt) <= Date.now()) throw new Rejection('SESSION_EXPIRED');
    return actor;
  }

  /** The person behind a request that needs one. @throws Rejection SIGN_IN_REQUIRED or SESSION_EXPIRED */
  async signedIn(request: Request): Promise<Actor> {
    const actor = await this.actorOf(request);
    if (!actor) throw new Rejection('SIGN_IN_REQUIRED');
    return actor;
  }

  private sessionOf(token: string): Promise<AuthenticatedSession> {
    const tokenHash = hashOf(token);
    const known = this.known.get(tokenHash);
    if (known) return known;
    const asked = this.commands.send(this.whoActs.authenticate, { token }, askingContext());
    this.known.set(tokenHash, asked);
    asked.catch(() => this.known.get(tokenHash) === asked && this.known.delete(tokenHash));
    return asked;
  }

  forget(token: string): void {
    this.known.delete(hashOf(token));
  }
}

/** The token of the Authorization header (RFC 6750); undefined without the header. @throws Rejection SESSION_EXPIRED */
export function bearerToken({ headers: { authorization } }: Request): string | undefined {
  if (authorization === undefined) return undefined;
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
  if (token === undefined || token.length > longestToken) throw new Rejection('SESSION_EXPIRED');
  return token;
}

/** The name of the session of a request that has one. @throws Rejection SESSION_EXPIRED */
export function sessionOf(request: Request): string | undefined {
  const token = bearerToken(request);
  return token === undefined ? undefined : hashOf(token);
}

/** As the identity service names a session when it ends. */
function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}

function askingContext(): CommandContext {
  const id = crypto.randomUUID();
  return { commandId: id, correlationId: id, language: 'en' };
}
