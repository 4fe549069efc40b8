import { IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, IsSecret, command, event, limits, type DomainEvent } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

/** The actor erases their own account, and gives the password once more. */
export class EraseOwnAccount {
  @IsString()
  @MaxLength(limits.passwordMaxLength)
  @IsSecret()
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

const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = 'ad000000-0000-4000-8000-000000000001';

/** It names no pseudonym, since that would tie those of one person together for good. */
export type AccountErased = DomainEvent<'AccountErased', { accountId: string; by: string; reason: string | null }>;

export const accountErased = event<AccountErased>('AccountErased', {
  stream: accountStreams,
  says:
    'The last event of an account; its key is destroyed, and its roles end. `by` is the account itself or an administrator; ' +
    "`reason` is null for one's own.",
  may: 'administer',
  orElse: 'own account',
  act: { subject: { account: 'accountId' } },
  sample: { accountId, by, reason: 'Asked for by letter.' },
});
