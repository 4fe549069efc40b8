import type { DomainEvent } from '../event';

/** The one stream of what happened to the keys of the log. */
export const logKeysStream = 'log-keys';

/** A further key begins to sign checkpoints, beside the one before. `verifierKey` is its C2SP verifier key. */
export type LogKeyIntroduced = DomainEvent<'LogKeyIntroduced', { verifierKey: string }>;
/** A key signs no more checkpoints, and never will again. */
export type LogKeyRetired = DomainEvent<'LogKeyRetired', { verifierKey: string }>;

export type LogEvent = LogKeyIntroduced | LogKeyRetired;
