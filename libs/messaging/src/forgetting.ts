/** What is published to every process when something that it may remember holds no longer. */

/** A session ended, or what its account may do changed. */
export const sessionEnded = 'identity.session-ended';
/** The message of `sessionEnded`. */
export interface SessionEnded {
  /** SHA-256 of the session's token, lower-case hex. */
  readonly tokenHash: string;
}

/** The key of an erased account was destroyed. */
export const accountErased = 'identity.account-erased';
/** The message of `accountErased`. */
export interface ErasedAccount {
  readonly accountId: string;
}
