import { IsIn, MaxLength } from 'class-validator';
import { IsEmailAddress, IsOneLine, command, event, languages, limits, type DomainEvent, type Language } from '@isegoria/kernel';
import { IsNewPassword } from '../password/rules/secrets.contract';
import { IsReturnPath } from '../return-path/return-path.contract';
import { accountStreams } from '../account/account.contract';
import { Session } from '../session/session.contract';

export class RegisterAccount {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsOneLine()
  @MaxLength(limits.nameLength)
  name: string;

  @IsNewPassword()
  password: string;

  @IsIn(languages)
  language: Language;

  @IsReturnPath()
  returnTo?: string;
}

/**
 * Each registration begins an account of its own, whether or not the address is known, so that nobody learns who has one. Until its link is
 * followed the address opens nothing: the account is that of the session which is answered.
 */
export const registerAccount = command(RegisterAccount, {
  route: 'POST /accounts',
  may: 'anyone',
  summary: 'Register: begins an account, anonymous, and its session; the same whether or not the address is known',
  reply: Session,
  atMostAMinute: 20,
});

const accountId = 'acc00000-0000-4000-8000-000000000001';

/** `profile` is sealed under a key of its own until the address is confirmed: `{ email, name, language }` as JSON. */
export type AccountRegistered = DomainEvent<'AccountRegistered', { accountId: string; profile: { sealed: string } }>;
export const accountRegistered = event<AccountRegistered>('AccountRegistered', {
  stream: accountStreams,
  says: 'Somebody registered, with an address that was known or not; `profile` (address, name, language) is sealed.',
  sample: { accountId, profile: { sealed: `2.000102030405060708090a0b0c0d0e0f.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}` } },
});
