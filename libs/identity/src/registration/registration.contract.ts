import { IsIn, IsInt, MaxLength, MinLength } from 'class-validator';
import {
  IsEmailAddress,
  IsPlainText,
  IsSecret,
  command,
  event,
  languages,
  limits,
  type DomainEvent,
  type Language,
} from '@isegoria/kernel';
import { accountStreams } from '../account/account.contract';

export class RegisterAccount {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsPlainText()
  @MaxLength(limits.nameLength)
  name: string;

  @IsPlainText()
  @MinLength(limits.passwordMinLength)
  @MaxLength(limits.passwordMaxLength)
  @IsSecret()
  password: string;

  @IsIn(languages)
  language: Language;
}

/** The reply to a registration, whether or not the address was known. */
export class Registered {
  @IsInt() readonly position: number;
}

/** The answer is the same whether or not the address is known, so that nobody learns who has an account. */
export const registerAccount = command(RegisterAccount, {
  route: 'POST /accounts',
  may: 'anyone',
  summary: 'Register; the answer is the same whether or not the address is known',
  reply: Registered,
  status: 202,
  atMostAMinute: 20,
});

const accountId = 'acc00000-0000-4000-8000-000000000001';

/** `profile` is sealed under the person's key: `{ email, name, language }` as JSON. */
export type AccountRegistered = DomainEvent<'AccountRegistered', { accountId: string; profile: { sealed: string } }>;
export const accountRegistered = event<AccountRegistered>('AccountRegistered', {
  stream: accountStreams,
  says: 'Somebody has an account; `profile` (address, name, language) is sealed.',
  sample: { accountId, profile: { sealed: `2.000102030405060708090a0b0c0d0e0f.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}` } },
});
