import { randomBytes, randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { ClientProxyFactory } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { allAreClosedUpTo } from '@isegoria/consultations/read-models';
import { EventStore } from '@isegoria/event-sourcing';
import {
  rootUnit,
  type Accepted,
  type Actor,
  type AuthenticatedSession,
  type CommandContext,
  type CommandContract,
  type Language,
  type Role,
} from '@isegoria/kernel';
import { CommandClient, natsTransport } from '@isegoria/messaging';
import { knownNotes } from '@isegoria/read-models';
import { busKeys, startService } from '@isegoria/service-host';
import { actor, commandOn, freshSecrets, testBroker, testDatabase, testEventStore } from '@isegoria/testing';
import { identityApi } from './api';
import { eraseOwnAccount } from './erasure/erasure.contract';
import { IdentityModule } from './service';
import { confirmEmail } from './confirmation/confirmation.contract';
import { readMailbox, type Mailbox } from './mailbox/mailbox.contract';
import type { KnownNotes } from './note/known-notes.service';
import { registerAccount } from './registration/registration.contract';
import { grantRole, revokeRole } from './role/role.contract';
import { enterCode } from './second-factor/second-factor.contract';
import { authenticateSession, endSession, signIn, type Session } from './session/session.contract';

export type RunningIdentity = Awaited<ReturnType<typeof startIdentity>>;

/** The identity service on parts of its own, and what a test needs to talk to it as an edge service does. */
export async function startIdentity(settings: Record<string, string> = {}, known: KnownNotes = knownNotes) {
  const [events, broker, database] = await Promise.all([testEventStore(), testBroker(), testDatabase()]);
  const named = { ...process.env };
  const addresses = {
    EVENTSTORE_URL: events.url,
    NATS_URL: broker.url,
    DATABASE_URL: database.url,
    MAILBOX: 'open',
    SECOND_FACTOR_EXEMPT: 'example.org',
  };
  Object.assign(process.env, addresses, freshSecrets(), settings);
  let app: INestApplication = await startService(IdentityModule.with(allAreClosedUpTo, known), { name: 'identity', commands: true });
  const others: INestApplication[] = [];
  const bus = ClientProxyFactory.create(natsTransport(broker.url));
  const commands = new CommandClient(bus, busKeys({ secretCommands: 'send' }));
  const store = new EventStore(events.url);
  const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const send = <Reply extends object = Accepted>(subject: string, command: object, context: CommandContext = by()) =>
    commands.send<object, Reply>(commandCalled(subject), command, context);
  const register = (person: NewPerson, context = by()) => send<Session>(registerAccount.subject, person, context);
  const mailTo = async (email: string) => (await send<Mailbox>(readMailbox.subject, {})).items.filter(({ to }) => to === email);
  const anAdministrator = async (): Promise<Actor> => {
    const { token, account } = await register(newPerson());
    await send(grantRole.subject, { accountId: account.id, role: 'administrator', unit: rootUnit }, by(actor('administrator')));
    return (await send<AuthenticatedSession>(authenticateSession.subject, { token })).actor;
  };

  /** The token of the newest link that works once which was sent to an address. */
  const tokenSentTo = async (email: string) => {
    const bodies = (await mailTo(email)).map(({ body }) => /token=([\w-]+)/.exec(body)?.[1]);
    return bodies.find((token) => token !== undefined)!;
  };

  return {
    send,
    mailTo,
    store,
    query: (statement: string, parameters: unknown[] = []) => dataSource.query(statement, parameters),
    app: () => app,
    broker,
    register,
    /** Somebody who registered and followed the link. */
    async confirmed(person: NewPerson): Promise<Session> {
      await register(person);
      return send<Session>(confirmEmail.subject, { token: await tokenSentTo(person.email), password: person.password });
    },
    signIn: ({ email, password }: Pick<NewPerson, 'email' | 'password'>, context = by()) =>
      send<Session>(signIn.subject, { email, password }, context),
    /** By an administrator of the root. */
    grant: (accountId: string, role: Role, unit = rootUnit) =>
      send(grantRole.subject, { accountId, role, unit }, by(actor('administrator'))),
    revoke: async (accountId: string, role: Role, unit = rootUnit) =>
      send(revokeRole.subject, { accountId, role, unit }, by(await anAdministrator())),
    /** Somebody who is administrator at the root in the log as well. */
    anAdministrator,
    /** Starts a further instance of the service. */
    async another(): Promise<void> {
      others.push(await startService(IdentityModule.with(allAreClosedUpTo, known), { name: 'identity', commands: true }));
    },
    authenticate: (token: string) => send<AuthenticatedSession>(authenticateSession.subject, { token }),
    tokenSentTo,
    async restart(changed: Record<string, string> = {}) {
      await app.close();
      Object.assign(process.env, changed);
      app = await startService(IdentityModule.with(allAreClosedUpTo, known), { name: 'identity', commands: true });
    },
    async stop() {
      await bus.close();
      await store.close();
      await dataSource.destroy();
      for (const instance of [app, ...others]) await instance.close();
      for (const part of [events, broker, database]) await part.stop();
      for (const name of Object.keys(process.env)) delete process.env[name];
      Object.assign(process.env, named);
    },
  };
}

/** The commands of this service that carry secrets are sent as their contracts say. */
function commandCalled<Reply extends object>(subject: string): CommandContract<object, Reply> {
  const known = [...identityApi.commands, eraseOwnAccount, authenticateSession, endSession, enterCode];
  return (known.find((each) => each.subject === subject) as CommandContract<object, Reply> | undefined) ?? commandOn<Reply>(subject);
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

/** Somebody whom no other test knows. */
export function newPerson(language: Language = 'en'): NewPerson {
  const id = randomBytes(6).toString('hex');
  return {
    email: `person-${id}@example.org`,
    name: `Person ${id}`,
    password: `a long password and ${randomBytes(6).toString('hex')}`,
    language,
  };
}

/**
 * The context of a new command, of a visitor or of somebody signed in.
 * @param origins from where, as the edge names it: by the name of today, and then by those of days before
 */
export function by(who?: Actor, ...origins: string[]): CommandContext {
  const client = origins.length > 0 ? { client: { origins, device: 'computer' as const } } : {};
  return { actor: who, commandId: randomUUID(), correlationId: randomUUID(), language: 'en', ...client };
}
