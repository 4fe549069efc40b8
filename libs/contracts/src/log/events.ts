import { event, stream, type DomainEvent } from '@isegoria/kernel';

/** The one stream of what happened to the keys of the log. */
export const logKeysStream = 'log-keys';
const logKeys = stream(logKeysStream, 'public');
const verifierKey = 'ministry.example/log+033de0ae+Ac4zERERERERERERERERERERERERERERERERERERERER';

/** `verifierKey` is the C2SP verifier key of the one that begins to sign: its name is that of the log, or `<that>/acts`. */
export type LogKeyIntroduced = DomainEvent<'LogKeyIntroduced', { verifierKey: string }>;
export const logKeyIntroduced = event<LogKeyIntroduced>('LogKeyIntroduced', {
  stream: logKeys,
  says: 'A further key begins to sign, beside the one before: checkpoints, or acts of staff if its name ends in `/acts`.',
  act: { subject: { key: 'verifierKey' } },
  sample: { verifierKey },
});

export type LogKeyRetired = DomainEvent<'LogKeyRetired', { verifierKey: string }>;
export const logKeyRetired = event<LogKeyRetired>('LogKeyRetired', {
  stream: logKeys,
  says: 'A key signs no more, and never will again.',
  act: { subject: { key: 'verifierKey' } },
  sample: { verifierKey },
});

export type LogEvent = LogKeyIntroduced | LogKeyRetired;

export const eventsOfTheLog = [logKeyIntroduced, logKeyRetired] as const;
