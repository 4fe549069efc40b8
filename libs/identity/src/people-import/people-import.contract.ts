import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  IsOneLine,
  Nested,
  OrAbsent,
  assuranceLevels,
  command,
  event,
  limits,
  type Actor,
  type AssuranceLevel,
  type DomainEvent,
} from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

/** The actor of the command is the office; the account must come from an import. */
export class SpeakFor {
  @IsUUID()
  accountId: string;
}

/**
 * How surely a source can know its people. An address is confirmed here or not at all, so that no import gives the level `email`.
 */
export const levelsOfImports = assuranceLevels.filter((level) => level !== 'email');

/** Accounts for people of an imported conversation, without passwords. The same source and id always give the same account. */
export class ImportAccounts {
  @IsOneLine()
  @MaxLength(limits.externalIdLength)
  source: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.importBatch)
  @IsOneLine({ each: true })
  @MaxLength(limits.externalIdLength, { each: true })
  externalIds: string[];

  /** How surely the source knows them; `anonymous` when absent. The office vouches for anything above; a later import changes nothing. */
  @OrAbsent()
  @IsIn(levelsOfImports)
  assurance?: AssuranceLevel;
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
  says: 'An account without a password, anonymous unless the office vouches for it in the same append.',
  may: 'import',
  sample: { accountId, by, source: 'conversation', externalId: '7', blind },
});

/** In the same append as the import, so that the leaves say how many people offices vouch for; at which level, the body says. */
export type AccountVouchedFor = DomainEvent<'AccountVouchedFor', { accountId: string; by: string; level: AssuranceLevel }>;
export const accountVouchedFor = event<AccountVouchedFor>('AccountVouchedFor', {
  stream: accountStreams,
  says: 'The importing office vouches that the person is real: it knows them by name, or by a register or an electronic identity.',
  may: 'import',
  sample: { accountId, by, level: 'attested' },
});
