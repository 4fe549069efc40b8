import { IsString, MaxLength } from 'class-validator';
import { IsSecret, command, event, type DomainEvent } from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

export class ConfirmEmail {
  @IsString()
  @MaxLength(200)
  @IsSecret()
  token: string;
}
export const confirmEmail = command(ConfirmEmail, {
  route: 'POST /accounts/confirmations',
  may: 'anyone',
  summary: 'Confirm an e-mail address',
  status: 200,
  atMostAMinute: 30,
});

const accountId = 'acc00000-0000-4000-8000-000000000001';
export type EmailConfirmationRequested = DomainEvent<
  'EmailConfirmationRequested',
  { accountId: string; tokenHash: string; expiresAt: string }
>;
export const emailConfirmationRequested = event<EmailConfirmationRequested>('EmailConfirmationRequested', {
  stream: accountStreams,
  says: 'A link was sent by which the address can be confirmed.',
  sample: { accountId, tokenHash: 'ab'.repeat(32), expiresAt: '2026-03-03T12:00:00.000Z' },
});

export type EmailConfirmed = DomainEvent<'EmailConfirmed', { accountId: string }>;
export const emailConfirmed = event<EmailConfirmed>('EmailConfirmed', {
  stream: accountStreams,
  says: 'The link was followed.',
  sample: { accountId },
});

/** In the same append as the event it follows, so that there is no place in the log between the two. */
export type CredentialReissued = DomainEvent<'CredentialReissued', { accountId: string }>;
export const credentialReissued = event<CredentialReissued>('CredentialReissued', {
  stream: accountStreams,
  says:
    'What the account was just verified by had verified an account before that was erased since: in consultations published before this ' +
    'event, it counts as unverified.',
  sample: { accountId },
});
