import { IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { assuranceLevels, type AssuranceLevel } from '../assurance';
import type { Actor } from '../command-context';
import { Nested } from '../contract/fields';
import { PageRequest } from '../contract/page';
import { pageQuery, query } from '../contract/query';
import { roles, type Role } from '../roles';
import { languages, type Language } from '../text';

/** An account as its holder (and an administrator) sees it. */
export class AccountView {
  @IsUUID() readonly id: string;
  @IsString() readonly name: string;
  @IsString() readonly email: string;
  @IsIn(languages) readonly language: Language;
  @IsArray() @IsIn(roles, { each: true }) readonly roles: readonly Role[];
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Present when the account was erased: name and address are empty then, and it has no roles. */
  @IsOptional() @IsBoolean() readonly erased?: true;
}

/** The reply to a registration, whether or not the address was known. */
export class Registered {
  @IsInt() readonly position: number;
}

/** The reply to a sign-in: an opaque token, shown once. */
export class Session {
  @IsString() readonly token: string;
  @IsISO8601() readonly expiresAt: string;
  @Nested(() => AccountView) readonly account: AccountView;
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

/** A message that the embedded mailbox shows instead of sending it. */
export class MailboxMessage {
  @IsString() readonly id: string;
  @IsEmail() readonly to: string;
  @IsString() readonly subject: string;
  @IsString() readonly body: string;
  @IsISO8601() readonly sentAt: string;
}
export class Mailbox {
  @Nested(() => MailboxMessage, { each: true }) readonly items: readonly MailboxMessage[];
}

/** The reply to `authenticateSession`. */
export interface AuthenticatedSession {
  readonly actor: Actor;
  readonly expiresAt: string;
}

export class ShowOwnAccount {}
export const showOwnAccount = query(ShowOwnAccount, AccountView, { route: 'GET /me', may: 'participate', summary: 'The own account' });

export class ShowAccount {
  @IsUUID() accountId: string;
}
export const showAccount = query(ShowAccount, AccountView, { route: 'GET /accounts/:accountId', may: 'administer', summary: 'One account' });

export class ListAccounts extends PageRequest {}
export const listAccounts = pageQuery(ListAccounts, AccountView, { route: 'GET /accounts', may: 'administer', summary: 'Accounts, newest first' });
