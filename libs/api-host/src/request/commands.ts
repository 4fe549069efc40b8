import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import {
  Rejection,
  hasSecrets,
  mustBePermitted,
  secretFields,
  validated,
  type CommandContext,
  type CommandContract,
  type Shape,
} from '@isegoria/kernel';
import { CommandClient } from '@isegoria/messaging';
import { inOneForm, keyedHash, keyedUuid } from '@isegoria/privacy';
import { acceptedLanguage, secrets } from '@isegoria/service-host';
import { bodyOf } from './body';
import { clientOf, originClassOf } from './client';
import { ImportedPeople, importedPerson } from './imported-people';
import { askedFieldsOf, fieldsOf, pathFieldsOf } from './parameters';
import { Sessions } from './sessions';
import { versionsIn } from './versions';

const longestKey = 200;
/** 128 bits: nobody finds two contents that share them. */
const fingerprintDigits = 32;

/** Turns a request into a command: finds out who acts and whether they may, checks path and body, and sends it to its service. */
@Injectable()
export class Commands {
  private readonly key = secrets.commandIdKey();

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(ImportedPeople) private readonly importedPeople: ImportedPeople,
    @Inject(CommandClient) private readonly client: CommandClient,
  ) {}

  /**
   * Sends what a request to the command's own route says: in path and body, or in path and query string where it asks a service for
   * something that no read model knows.
   * @throws Rejection SESSION_EXPIRED, SIGN_IN_REQUIRED, FORBIDDEN_ROLE, VALIDATION_FAILED, UNKNOWN_FIELD, or what the service says: for
   * one that is based on an older version, VERSION_CHANGED
   */
  async send<Command extends object, Reply extends object>(request: Request, contract: CommandContract<Command, Reply>): Promise<Reply> {
    const named = contract.route ? pathFieldsOf(request, contract.route) : {};
    const context = await this.contextOf(request);
    mustBePermitted(context.actor, contract.may);
    const asks = contract.route?.method === 'GET';
    const said = asks ? askedFieldsOf(request, contract.shape) : bodyOf(request);
    const repeated = Object.keys(named).find((field) => Object.hasOwn(said, field));
    if (repeated !== undefined) throw new Rejection('UNKNOWN_FIELD', { field: repeated });
    const command = validated(contract.shape, { ...said, ...named });
    if (!asks && saysNothing(contract, said, named))
      throw new Rejection('VALIDATION_FAILED', { field: 'body', params: { constraint: 'other' } });
    return this.sendAs(request, contract, command, named, { ...context, versions: versionsIn(request, contract) });
  }

  /** Sends a command that the request's own route does not name in its body: `DELETE /sessions/current` ends the session of its token. */
  async sendFor<Command extends object, Reply extends object>(
    request: Request,
    contract: CommandContract<Command, Reply>,
    fields: Command,
  ): Promise<Reply> {
    return this.sendAs(request, contract, fields, {}, await this.contextOf(request));
  }

  /** Sends a command of somebody whose session is not open yet, and whose token the command has. */
  async sendForToken<Command extends object, Reply extends object>(
    request: Request,
    contract: CommandContract<Command, Reply>,
    fields: Command,
  ): Promise<Reply> {
    return this.sendAs(request, contract, validated(contract.shape, fields), {}, freshContext(request));
  }

  private async sendAs<Reply extends object>(
    request: Request,
    contract: CommandContract<object, Reply>,
    command: object,
    named: Readonly<Record<string, unknown>>,
    context: CommandContext,
  ): Promise<Reply> {
    const keyed = this.keyed(context, idempotencyKey(request), contract, named, command);
    // Whoever has to guess a secret is told apart from whoever has it by where they come from.
    const client = hasSecrets(contract) ? { client: clientOf(request, this.key) } : {};
    const origin = this.originOf(request, contract, named, context);
    return onlyOf(contract.reply, await this.client.send(contract, command, { ...context, ...keyed, ...client, ...origin }));
  }

  /** Nothing for what an office imports: it says nothing of the people whose words these are. */
  private originOf(
    request: Request,
    { originWithin }: Pick<CommandContract, 'originWithin'>,
    named: Readonly<Record<string, unknown>>,
    { imported }: CommandContext,
  ): Pick<CommandContext, 'originClass'> {
    if (originWithin === undefined || imported) return {};
    return { originClass: originClassOf(request, this.key, String(named[originWithin])) };
  }

  private async contextOf(request: Request): Promise<CommandContext> {
    idempotencyKey(request);
    const person = importedPerson(request);
    const session = await this.sessions.of(request);
    const own = { ...(session ? { actor: session.actor, session: session.id } : {}), ...freshContext(request) };
    return person ? this.importedPeople.contextFor(person, own) : own;
  }

  /**
   * The command's id, which becomes the event's, and the fingerprint of its content. A key is of one person and one address
   * (method and path): repeated there, it is the same command, and with another content its service refuses it. Without a key, or without a
   * person to bind it to, each request is new. Id and fingerprint are in the log and everything that they are made from can be guessed, so
   * without a secret in them anybody could find out whose vote it is.
   */
  private keyed(
    { actor }: CommandContext,
    key: string | undefined,
    { subject, shape }: CommandContract,
    named: object,
    command: object,
  ): Pick<CommandContext, 'commandId' | 'request'> | undefined {
    if (!actor || key === undefined) return undefined;
    const commandId = keyedUuid(this.key, 'command', JSON.stringify([actor.accountId, key, subject, named]));
    // No event says anything about a secret, so neither does the fingerprint.
    const content = { ...command, ...Object.fromEntries(secretFields(shape).map((field) => [field, undefined])) };
    const fingerprint = keyedHash(this.key, 'request', inOneForm([commandId, content]));
    return { commandId, request: fingerprint.slice(0, fingerprintDigits) };
  }
}

function freshContext(request: Request): CommandContext {
  return { commandId: randomUUID(), correlationId: randomUUID(), language: acceptedLanguage(request) };
}

/**
 * A command that may leave out any of its fields would take a request without a body, sent by mistake, for one that leaves out all: the
 * settings would be gone. One that names its subject in the path says something: a statement is accepted without a body.
 */
function saysNothing({ shape }: CommandContract, body: object, named: object): boolean {
  return [body, named].every((said) => Object.keys(said).length === 0) && fieldsOf(shape).length > 0;
}

/** Only what the contract says leaves the platform, whatever a service adds to it. */
function onlyOf<Reply extends object>(shape: Shape<Reply>, reply: Reply): Reply {
  const fields = fieldsOf(shape).filter((field) => Object.hasOwn(reply, field)) as (keyof Reply)[];
  return Object.fromEntries(fields.map((field) => [field, reply[field]])) as Reply;
}

/** @throws Rejection VALIDATION_FAILED */
function idempotencyKey(request: Request): string | undefined {
  const key = request.get('Idempotency-Key');
  if (key === undefined || /^[\x20-\x7e]{1,200}$/.test(key)) return key;
  const tooLong = key.length > longestKey;
  throw new Rejection('VALIDATION_FAILED', {
    field: 'Idempotency-Key',
    params: tooLong ? { constraint: 'maxLength', limit: longestKey } : { constraint: 'isPlainText' },
  });
}
