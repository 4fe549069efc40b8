import type { AssuranceLevel } from '../assurance';
import type { Actor } from '../command-context';
import type { Role } from '../roles';
import type { Language } from '../text';

/** The reply to a sign-in: an opaque token, shown once. */
export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  readonly account: AccountView;
}

/** An account as its holder (and an administrator) sees it. */
export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly assurance: AssuranceLevel;
  /** Present when the account was erased: name and address are empty then, and it has no roles. */
  readonly erased?: true;
}

/** The reply to an import of accounts, in the order of the request. */
export interface ImportedAccounts {
  readonly accounts: readonly { readonly externalId: string; readonly accountId: string; readonly isNew: boolean }[];
  readonly position: number;
}

/** A message that the embedded mailbox shows instead of sending it. */
export interface MailboxMessage {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: string;
}

/** The reply to `authenticateSession`. */
export interface AuthenticatedSession {
  readonly actor: Actor;
  readonly expiresAt: string;
}
