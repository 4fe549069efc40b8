import type { LiveFoldReports } from '@isegoria/event-sourcing';
import { log } from './logger';

/** Says in the log what goes wrong while the log of events is followed. */
export const logged = {
  onInterruption: (error) => log.warn({ err: error }, 'the log does not answer; following it again'),
  onFailure: (error, { stream, type, position }) =>
    log.error({ err: error, stream, type, position }, 'an event could not be folded; its stream is left out'),
} satisfies LiveFoldReports;
