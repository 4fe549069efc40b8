import { MaxLength } from 'class-validator';
import { IsOneLine, command, event, limits, type DomainEvent } from '@isegoria/kernel';
import { IsGivenPassword, IsNewPassword, IsToken } from '../password/rules/secrets.contract';
import { accountStreams } from '../account/account.contract';
import { Session } from '../session/session.contract';

/** The link alone confirms nothing: the account is for the person who chose its password, and the address is theirs. */
export class ConfirmEmail {
  @IsToken()
  token: string;

  @IsGivenPassword()
  password: string;
}

/** For whoever has the mailbox and did not choose that password: an account of their own, which has nothing of the other. */
export class ConfirmAnew {
  @IsToken()
  token: string;

  @IsOneLine()
  @MaxLength(limits.nameLength)
  name: string;

  @IsNewPassword()
  password: string;
}

export const confirmEmail = command(ConfirmEmail, {
  route: 'POST /accounts/confirmations',
  may: 'anyone',
  summary: 'Confirm an e-mail address: with the link, and the password that was chosen at that registration',
  reply: Session,
  status: 200,
  atMostAMinute: 30,
});

export const confirmAnew = command(ConfirmAnew, {
  route: 'POST /accounts/confirmations/anew',
  may: 'anyone',
  summary: 'Confirm an e-mail address without that password: begins another account, with a new one',
  reply: Session,
  status: 200,
  atMostAMinute: 30,
});

const accountId = 'acc00000-0000-4000-8000-000000000001';

export type EmailConfirmed = DomainEvent<'EmailConfirmed', { accountId: string }>;
export const emailConfirmed = event<EmailConfirmed>('EmailConfirmed', {
  stream: accountStreams,
  says: "The link was followed, and the account is the person's.",
  sample: { accountId },
});

/** In the same append as the event it follows, so that there is no place in the log between the two. */
export type CredentialReissued = DomainEvent<'CredentialReissued', { accountId: string }>;
export const credentialReissued = event<CredentialReissued>('CredentialReissued', {
  stream: accountStreams,
  says:
    'The address that was just confirmed had confirmed an account before that was erased since, or has another address: in consultations ' +
    'published before this event, the account counts as anonymous.',
  sample: { accountId },
});
