import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { Rejection, momentIn, type Actor, type CommandContext } from '@isegoria/kernel';
import { CommandClient } from '@isegoria/messaging';
import { steady } from '@isegoria/steady';
import { Broadcasts } from './broadcasts';
import { WHO_ACTS, type WhoActs } from './who-acts';

export const onBehalfOfHeader = 'Isegoria-On-Behalf-Of';
export const originalTimeHeader = 'Isegoria-Original-Time';

/** How long the identity service's yes is believed, in milliseconds. */
const believedFor = 60_000;

export interface ImportedPerson {
  readonly accountId: string;
  /** The contribution's original time, as the source gives it. */
  readonly at: string;
}

/** Lets an office that imports a conversation act for the people in it, where the identity service agrees. */
@Injectable()
export class ImportedPeople {
  private readonly known = new LRUCache<string, Promise<Actor>>({ max: 100_000, ttl: believedFor });

  constructor(
    @Inject(CommandClient) private readonly commands: CommandClient,
    @Inject(WHO_ACTS) private readonly whoActs: WhoActs,
    @Inject(Broadcasts) broadcasts: Broadcasts,
  ) {
    broadcasts.on(
      'accountErased',
      steady((accountId: string) => this.forget(accountId)),
    );
    broadcasts.on('gap', () => this.known.clear());
  }

  /**
   * The imported person's context in place of the office's. @throws Rejection SIGN_IN_REQUIRED, or what the identity service says against
   * it
   */
  async contextFor({ accountId, at }: ImportedPerson, office: CommandContext): Promise<CommandContext> {
    if (!office.actor) throw new Rejection('SIGN_IN_REQUIRED');
    const actor = await this.personOf(accountId, office, office.actor);
    return { ...office, actor, imported: { at, by: office.actor.accountId } };
  }

  private forget(accountId: string): void {
    for (const key of this.known.keys()) if (key.endsWith(` ${accountId}`)) this.known.delete(key);
  }

  private personOf(accountId: string, office: CommandContext, actor: Actor): Promise<Actor> {
    const held = actor.roles.map(({ role, unit }) => `${role} ${unit}`);
    const key = `${actor.accountId} ${held.join()} ${accountId}`;
    const known = this.known.get(key);
    if (known) return known;
    const asked = this.commands.send(this.whoActs.speakFor, { accountId }, office);
    this.known.set(key, asked);
    asked.catch(() => this.known.get(key) === asked && this.known.delete(key));
    return asked;
  }
}

/** The imported person whom the request's headers name, if any. @throws Rejection VALIDATION_FAILED naming the header */
export function importedPerson(request: Request): ImportedPerson | undefined {
  const accountId = request.get(onBehalfOfHeader);
  const at = request.get(originalTimeHeader);
  if (accountId === undefined && at === undefined) return undefined;
  if (!isUUID(accountId)) throw invalidHeader(onBehalfOfHeader, 'isUuid');
  const moment = momentIn(at);
  if (Number.isNaN(moment)) throw invalidHeader(originalTimeHeader, 'isMoment');
  // Conversations of other places are older than this one; nobody has spoken tomorrow.
  if (moment > Date.now()) throw invalidHeader(originalTimeHeader, 'isPast');
  return { accountId: accountId!.toLowerCase(), at: at! };
}

function invalidHeader(field: string, constraint: string): Rejection {
  return new Rejection('VALIDATION_FAILED', { field, params: { constraint } });
}
