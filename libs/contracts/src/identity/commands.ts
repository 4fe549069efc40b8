import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { limits } from '../limits';
import { IsPlainText } from '../plain-text';
import { roles, type Role } from '../roles';
import { languages, type Language } from '../text';
import { IsEmailAddress } from './email-address';

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
  password: string;

  @IsIn(languages)
  language: Language;
}

export class ConfirmEmail {
  @IsString()
  @MaxLength(200)
  token: string;
}

export class SignIn {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsString()
  @MaxLength(limits.passwordMaxLength)
  password: string;
}

/** The session that ends is named by its token, which only its holder has. */
export class SignOut {
  @IsString()
  @MaxLength(200)
  token: string;
}

export class AuthenticateSession extends SignOut {}

/** The actor of the command is the office; the account must be one that an import made. */
export class SpeakFor {
  @IsUUID()
  accountId: string;
}

export class GrantRole {
  @IsUUID()
  accountId: string;

  @IsIn(roles)
  role: Role;
}

export class RevokeRole extends GrantRole {}

/** The actor erases the own account, and says the password once more. */
export class EraseOwnAccount {
  @IsString()
  @MaxLength(limits.passwordMaxLength)
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

/** NATS subjects of the identity service. */
export const identityCommands = {
  registerAccount: 'identity.register-account',
  confirmEmail: 'identity.confirm-email',
  signIn: 'identity.sign-in',
  signOut: 'identity.sign-out',
  grantRole: 'identity.grant-role',
  revokeRole: 'identity.revoke-role',
  eraseOwnAccount: 'identity.erase-own-account',
  eraseAccount: 'identity.erase-account',
  importAccounts: 'identity.import-accounts',
  /** Asks whose session a token opens: `AuthenticateSession` in, `Actor` and expiry out. */
  authenticateSession: 'identity.authenticate-session',
  /** Asks whether an imported account may be spoken for: `SpeakFor` in, its `Actor` out. */
  speakFor: 'identity.speak-for',
  /** Asks for the messages of the embedded mailbox. */
  readMailbox: 'identity.read-mailbox',
} as const;

/** Published when a session ended, or what its account may do changed, so that edge services forget what they know of it at once. */
export const sessionEnded = 'identity.session-ended';

/** The message of `sessionEnded`. */
export interface SessionEnded {
  /** SHA-256 of the session's token, lower-case hex. */
  readonly tokenHash: string;
}

/** Published when the key of an erased account is destroyed, so that every process that remembers it forgets it at once. */
export const accountErased = 'identity.account-erased';

/** The message of `accountErased`. */
export interface ErasedAccount {
  readonly accountId: string;
}
