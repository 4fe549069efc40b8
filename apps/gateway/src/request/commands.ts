import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Rejection, validated, type Accepted, type Actor, type CommandContext } from '@isegoria/contracts';
import { CommandClient } from '@isegoria/messaging';
import { keyedUuid } from '@isegoria/privacy';
import { acceptedLanguage, secrets } from '@isegoria/service-host';
import { bodyOf } from './body';
import { ImportedPeople, importedPerson } from './imported-people';
import { Sessions } from './sessions';

const longestKey = 200;

/** Turns a request into a command: checks its body, finds out who acts, and sends it to its service. */
@Injectable()
export class Commands {
  private readonly key = secrets.commandIdKey();

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(ImportedPeople) private readonly importedPeople: ImportedPeople,
    @Inject(CommandClient) private readonly client: CommandClient,
  ) {}

  /**
   * @param fromPath the fields that the path names; the body must not name them again
   * @throws Rejection VALIDATION_FAILED or UNKNOWN_FIELD, SESSION_EXPIRED, or what the service says
   */
  async send<Reply = Accepted, Command extends object = object>(
    request: Request,
    subject: string,
    commandClass: new () => Command,
    fromPath: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const body = bodyOf(request);
    const repeated = Object.keys(fromPath).find((field) => Object.hasOwn(body, field));
    if (repeated !== undefined) throw new Rejection('UNKNOWN_FIELD', { field: repeated });
    const command = validated(commandClass, { ...body, ...fromPath });
    return this.client.send<Reply>(subject, command, await this.contextOf(request, subject, command));
  }

  private async contextOf(request: Request, subject: string, command: object): Promise<CommandContext> {
    const key = idempotencyKey(request);
    const person = importedPerson(request);
    const actor = await this.sessions.actorOf(request);
    const own = { ...(actor ? { actor } : {}), commandId: randomUUID(), correlationId: randomUUID(), language: acceptedLanguage(request) };
    const context = person ? await this.importedPeople.contextFor(person, own) : own;
    return { ...context, commandId: this.commandId(context.actor, key, subject, command) ?? own.commandId };
  }

  /**
   * The command's id, which becomes the event's. A person who repeats a request under the same key repeats the command; the same key with
   * another content, or from another person (or one whose assurance has changed, which the event records), is another command. Without a
   * key, or without a person to bind it to, each request is new. The id is public and all that it is made from can be guessed, so that
   * without a secret in it anybody could find out whose vote it is.
   */
  private commandId(actor: Actor | undefined, key: string | undefined, subject: string, command: object): string | undefined {
    if (!actor || key === undefined) return undefined;
    // No event says anything of a password, so neither does its id.
    const canonical = Object.entries(command).filter(([field]) => field !== 'password').sort(([a], [b]) => (a < b ? -1 : 1));
    return keyedUuid(this.key, 'command', JSON.stringify([actor.accountId, actor.assurance, key, subject, canonical]));
  }
}

function idempotencyKey(request: Request): string | undefined {
  const key = request.get('Idempotency-Key');
  if (key === undefined || /^[\x20-\x7e]{1,200}$/.test(key)) return key;
  const tooLong = key.length > longestKey;
  throw new Rejection('VALIDATION_FAILED', {
    field: 'Idempotency-Key',
    params: tooLong ? { constraint: 'maxLength', limit: longestKey } : { constraint: 'isPlainText' },
  });
}
