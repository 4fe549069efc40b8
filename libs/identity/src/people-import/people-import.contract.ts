import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, Nested, command, event, limits, type Actor, type DomainEvent } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

/** The actor of the command is the office; the account must come from an import. */
export class SpeakFor {
  @IsUUID()
  accountId: string;
}

/** Accounts for people of an imported conversation, without passwords. The same source and id always give the same account. */
export class ImportAccounts {
  @IsPlainText()
  @MaxLength(limits.externalIdLength)
  source: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.importBatch)
  @IsPlainText({ each: true })
  @MaxLength(limits.externalIdLength, { each: true })
  externalIds: string[];
}

export class ImportedAccount {
  @IsString() readonly externalId: string;
  @IsUUID() readonly accountId: string;
  @IsBoolean() readonly isNew: boolean;
}

/** The reply to an import of accounts, in the order of the request. */
export class ImportedAccounts {
  @Nested(() => ImportedAccount, { each: true }) readonly accounts: readonly ImportedAccount[];
  @IsInt() readonly position: number;
}

export const importAccounts = command(ImportAccounts, {
  route: 'POST /imports/accounts',
  may: 'import',
  summary: 'Make accounts for the people of an imported conversation',
  reply: ImportedAccounts,
  status: 200,
});

/** Asks whether an office may act for an imported account. */
export const speakFor = command<SpeakFor, Actor>(SpeakFor, { may: 'import', summary: 'Speak for an imported person' });

const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';
const blind = '5b'.repeat(32);

/**
 * `source` names the import, `externalId` the person in it; `blind` keeps the hash of the data from revealing them. Early events have none.
 */
export type AccountImported = DomainEvent<
  'AccountImported',
  { accountId: string; by: string; source: string; externalId: string; blind?: string }
>;
export const accountImported = event<AccountImported>('AccountImported', {
  stream: accountStreams,
  says: 'An account without a password, attested by the importing office.',
  may: 'import',
  sample: { accountId, by, source: 'conversation', externalId: '7', blind },
});
