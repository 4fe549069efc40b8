import { availableParallelism } from 'node:os';
import { Rejection } from '@isegoria/kernel';
import { boundedWork } from '@isegoria/steady';

/** Node.js has four threads for this kind of work; one of them is left to everything else. */
const mostThreads = 3;

/**
 * Hashing a password takes a core and 19 MiB for some 30 ms by design. A rush of sign-ins waits its turn here, which leaves a core to all
 * other commands; callers wait ten seconds for an answer, so nothing is started after eight.
 */
export const passwordWork = boundedWork({
  atOnce: Math.max(1, Math.min(mostThreads, availableParallelism() - 1)),
  mostWaiting: 300,
  patience: 8_000,
  refusal: () => new Rejection('UNAVAILABLE'),
});
