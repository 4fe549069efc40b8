import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { limits } from '../limits';
import { IsPlainText } from '../plain-text';
import { roles, type Role } from '../roles';
import { languages, type Language } from '../text';
import { IsEmailAddress } from './email-address';
import { command } from '../contract/command';
import type { Actor } from '../command-context';
import { ImportedAccounts, Mailbox, Registered, Session, type AuthenticatedSession } from './queries';

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

/** The session that ends is the one whose token the request carries. */
export class SignOut {}

/** The session that ends is named by its token, which only its holder has. */
export class EndSession {
  @IsString()
  @MaxLength(200)
  token: string;
}

export class AuthenticateSession extends EndSession {}

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

/** Nothing is asked but the messages themselves. */
export class ReadMailbox {}

/** The answer is the same whether or not the address is known, so that nobody learns who has an account. */
export const registerAccount = command(RegisterAccount, {
  route: 'POST /accounts',
  may: 'anyone',
  summary: 'Register; the answer is the same whether or not the address is known',
  reply: Registered,
  status: 202,
  atMostAMinute: 20,
});
export const confirmEmail = command(ConfirmEmail, {
  route: 'POST /accounts/confirmations',
  may: 'anyone',
  summary: 'Confirm an e-mail address',
  status: 200,
  atMostAMinute: 30,
});
export const signIn = command(SignIn, {
  route: 'POST /sessions',
  may: 'anyone',
  summary: 'Sign in',
  reply: Session,
  atMostAMinute: 30,
});
export const signOut = command(SignOut, { route: 'DELETE /sessions/current', may: 'participate', summary: 'Sign out', status: 204 });
export const endSession = command(EndSession, { may: 'anyone', summary: 'End the session of a token' });
/** Every session of the account ends with it, so that a repeat of the request is answered with SESSION_EXPIRED. */
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
export const grantRole = command(GrantRole, { route: 'PUT /accounts/:accountId/roles/:role', may: 'administer', summary: 'Grant a role' });
export const revokeRole = command(RevokeRole, { route: 'DELETE /accounts/:accountId/roles/:role', may: 'administer', summary: 'Revoke a role' });
export const importAccounts = command(ImportAccounts, {
  route: 'POST /imports/accounts',
  may: 'import',
  summary: 'Make accounts for the people of an imported conversation',
  reply: ImportedAccounts,
  status: 200,
});
/** Asks whose session a token opens. */
export const authenticateSession = command<AuthenticateSession, AuthenticatedSession>(AuthenticateSession, {
  may: 'anyone',
  summary: 'Whose session it is',
});
/** Asks whether an imported account may be spoken for. */
export const speakFor = command<SpeakFor, Actor>(SpeakFor, { may: 'import', summary: 'Speak for an imported person' });
/** What would have been sent, while the embedded mailbox is on; else NOT_FOUND. */
export const readMailbox = command(ReadMailbox, {
  route: 'GET /mailbox',
  may: 'anyone',
  summary: 'What the embedded mailbox shows instead of sending it; not found where mail is sent',
  reply: Mailbox,
});

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
