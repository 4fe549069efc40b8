import { Controller, Inject } from '@nestjs/common';
import { from, lastValueFrom, mergeMap, toArray } from 'rxjs';
import {
  Rejection,
  importAccounts,
  speakFor,
  type Actor,
  type CommandMessage,
  type ImportAccounts,
  type ImportedAccounts,
  type SpeakFor,
} from '@isegoria/contracts';
import { EventStore, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { assuranceOf } from '../account/account';
import { Accounts, accountStream } from '../account/accounts';
import { importsDecider } from './imports.decider';

/** The namespace of imported accounts' ids: never to change, or a second import would make everyone anew. */
const namespace = '6b1b5b0c-61f2-4f5e-9f0a-9d4f3a0a4c57';
const appendsInFlight = 64;

/** NUL stands in no source and no id, so no two pairs share a name. */
const accountIdOf = (source: string, externalId: string) => uuidFrom(namespace, `${source}\0${externalId}`);

/** People of imported conversations: accounts without a password, for whom the importing office vouches and speaks. */
@Controller()
export class ImportsController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {
    this.handle = commandHandler(store, importsDecider, { remember: 1_000 });
  }

  @Handles(importAccounts)
  async importAccounts({ command, context }: CommandMessage<ImportAccounts>): Promise<ImportedAccounts> {
    const { accountId: by } = signedIn(context);
    const { source, externalIds } = command;
    const metadata = metadataOf(context, new Date());
    const people = [...new Set(externalIds)].map((externalId) => ({ externalId, accountId: accountIdOf(source, externalId) }));
    // In one order for everybody: two imports of the same people wait for each other instead of locking each other out.
    await this.keys.create(people.map(({ accountId }) => accountId).sort());
    const begin = async ({ externalId, accountId }: (typeof people)[number]) => {
      const delivery = { commandId: uuidFrom(context.commandId, accountId), metadata };
      const { events, position } = await this.handle(accountStream(accountId), { accountId, by, source, externalId }, delivery);
      return { externalId, accountId, isNew: events.length > 0, position };
    };
    const begun = await lastValueFrom(from(people).pipe(mergeMap(begin, appendsInFlight), toArray()));
    const byExternalId = new Map(begun.map(({ position: _, ...person }) => [person.externalId, person]));
    return {
      accounts: externalIds.map((externalId) => byExternalId.get(externalId)!),
      position: Math.max(...begun.map(({ position }) => position)),
    };
  }

  /** @throws Rejection ACCOUNT_NOT_FOUND, ACCOUNT_ERASED, or NOT_YOURS for the account of somebody who can speak for themselves */
  @Handles(speakFor)
  async speakFor({ command, context }: CommandMessage<SpeakFor>): Promise<Actor> {
    signedIn(context);
    const { id: accountId, state } = await this.accounts.read(command.accountId.toLowerCase());
    if (state.origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (state.origin !== 'imported') throw new Rejection('NOT_YOURS');
    if (state.erased) throw new Rejection('ACCOUNT_ERASED');
    return { accountId, roles: ['citizen'], assurance: assuranceOf(state) };
  }
}
