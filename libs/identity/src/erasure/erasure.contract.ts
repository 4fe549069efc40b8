import { IsInt, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, command, event, limits, stream, type DomainEvent } from '@isegoria/kernel';
import { IsGivenPassword } from '../password/rules/secrets.contract';

/** The actor erases their own account, and gives the password once more. */
export class EraseOwnAccount {
  @IsGivenPassword()
  password: string;
}

/** An administrator erases somebody's account. The reason is on the record for good. */
export class EraseAccount {
  @IsUUID()
  accountId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

/** Every session of the account ends with it, so a repeat of the request is answered with SESSION_EXPIRED. */
export const eraseOwnAccount = command(EraseOwnAccount, {
  route: 'POST /accounts/current/erasure',
  may: 'participate',
  summary: 'Erase the own account, with its password; it cannot be undone',
  status: 200,
  atMostAMinute: 30,
});

export const eraseAccount = command(EraseAccount, {
  route: 'POST /accounts/:accountId/erasure',
  may: 'administer',
  summary: 'Erase an account on request, with the reason; it cannot be undone',
  status: 200,
});

/** The query has no parameters. */
export class ShowPendingErasures {}

/** What stands between the erasures that happened and those in the public log. */
export class PendingErasures {
  /** People who wrote something and were erased, and of whom no batch in the log tells yet. */
  @IsInt() readonly pending: number;
  /** A batch is recorded when so many people can be in it, */
  @IsInt() readonly together: number;
  /** or after so many days. */
  @IsInt() readonly withinDays: number;
}

/** For auditors: words may be gone of so many people more than the log says. */
export const showPendingErasures = command(ShowPendingErasures, {
  route: 'GET /erasures/pending',
  may: 'anyone',
  summary: 'How many people were erased who wrote something, and of whom the log does not tell yet',
  reply: PendingErasures,
});

const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';
const batch = 'ba7c0000-0000-4000-8000-000000000001';

/**
 * What happened to one account. Unlogged: an entry at the moment at which the words of somebody vanish would say whose they were. The
 * public log tells of it later, in a batch.
 */
const erasedAccounts = stream('erased-<accountId>', 'unlogged');

/** It names no pseudonym, since that would tie those of one person together for good. */
export type AccountErased = DomainEvent<'AccountErased', { accountId: string; by: string; reason: string | null }>;

export const accountErased = event<AccountErased>('AccountErased', {
  stream: erasedAccounts,
  says:
    'The end of an account: its key is destroyed, and its roles end. `by` is the account itself or an administrator; `reason` is null ' +
    "for one's own.",
  may: 'administer',
  orElse: 'own account',
  sample: { accountId, by, reason: 'Asked for by letter.' },
});

export type ErasurePublished = DomainEvent<'ErasurePublished', { accountId: string; batch: string }>;
export const erasurePublished = event<ErasurePublished>('ErasurePublished', {
  stream: erasedAccounts,
  says: 'A batch in the public log counts this erasure: after an older backup of the database was restored, it is not counted again.',
  sample: { accountId, batch },
});

const batches = stream('erasures-<batch>', 'public');

/** Without the account: which of those in the batch it was, nobody outside learns. */
export type ErasureOrdered = DomainEvent<'ErasureOrdered', { batch: string; by: string; reason: string }>;
export const erasureOrdered = event<ErasureOrdered>('ErasureOrdered', {
  stream: batches,
  says: 'An administrator erased one of the accounts of the batch on request. Recorded with the batch, and so later than it was done.',
  may: 'administer',
  isRecordedLater: true,
  act: { subject: 'batch' },
  sample: { batch, by, reason: 'Asked for by letter.' },
});

/**
 * `authors` are the pseudonyms, in all consultations, of everybody in the batch who wrote something; `staff` the accounts among them that
 * held a role. Both are sorted, so that their order ties nothing together.
 */
export type AccountsErased = DomainEvent<'AccountsErased', { batch: string; count: number; staff: string[]; authors: string[] }>;
export const accountsErased = event<AccountsErased>('AccountsErased', {
  stream: batches,
  says:
    'So many accounts were erased since the batch before. `authors`: everything that they wrote, by its pseudonyms, sorted; `staff`: ' +
    'those of the accounts that held roles, which end.',
  sample: { batch, count: 10, staff: [accountId], authors: ['000102030405060708090a0b0c0d0e0f'] },
});

export type ErasureEvent = AccountErased | ErasurePublished;
export type BatchEvent = ErasureOrdered | AccountsErased;

export const eventsOfErasures = [accountErased, erasurePublished, erasureOrdered, accountsErased] as const;
