import { Controller, Inject } from '@nestjs/common';
import { from, lastValueFrom, mergeMap, toArray } from 'rxjs';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, permitted, rootUnit, type Actor, type CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { Accounts, accountStream, actorOf } from '../account/accounts.service';
import { blindOf, derivedId } from '../account/keyed-ids.service';
import { importAccounts, speakFor, type ImportAccounts, type ImportedAccounts, type SpeakFor } from './people-import.contract';
import { importsDecider } from './people-import.decider';

const appendsInFlight = 64;

/** No source and no id contains NUL, so no two pairs share a name. */
const accountIdOf = (source: string, externalId: string) => derivedId('imported account', `${source}\0${externalId}`);

/** People of imported conversations: accounts without a password, for whom the importing office acts. */
@Controller()
export class ImportsController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {
    this.handle = commandHandler(store, importsDecider);
  }

  @Handles(importAccounts)
  async importAccounts({ command, context }: CommandMessage<ImportAccounts>): Promise<ImportedAccounts> {
    const { accountId: by } = permitted(context.actor, 'import', rootUnit);
    const { source, externalIds, assurance = 'anonymous' } = command;
    await this.store.answers.claim(context.commandId, context.request);
    const metadata = metadataOf(context, new Date());
    const people = [...new Set(externalIds)].map((externalId) => ({ externalId, accountId: accountIdOf(source, externalId) }));
    // In one order for everybody: two imports of the same people wait for each other instead of locking each other out.
    await this.keys.create(people.map(({ accountId }) => accountId).sort());
    const begin = async ({ externalId, accountId }: (typeof people)[number]) => {
      const delivery = { commandId: derivedId('import', `${context.commandId} ${accountId}`), metadata };
      const command = { accountId, by, source, externalId, assurance, blind: blindOf(delivery.commandId) };
      const { events, position } = await this.handle(accountStream(accountId), command, delivery);
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
    permitted(context.actor, 'import', rootUnit);
    const account = await this.accounts.read(command.accountId.toLowerCase());
    const { state } = account;
    if (state.origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
    if (state.origin !== 'imported') throw new Rejection('NOT_YOURS');
    if (state.erased) throw new Rejection('ACCOUNT_ERASED');
    return { ...actorOf(account), roles: [] };
  }
}
