import { availableParallelism } from 'node:os';
import { Rejection } from '@isegoria/kernel';
import { boundedWork } from '@isegoria/steady';

/** Node.js gives such work four threads, of which one is left to everything else. */
const mostThreads = 3;

/**
 * Hashing a password takes a core and 19 MiB for some 30 ms by design. A rush of sign-ins waits its turn here, with a core left to all
 * other commands; whoever asked waits ten seconds for an answer, so nothing is begun after eight.
 */
export const passwordWork = boundedWork({
  atOnce: Math.max(1, Math.min(mostThreads, availableParallelism() - 1)),
  mostWaiting: 300,
  patience: 8_000,
  refusal: () => new Rejection('UNAVAILABLE'),
});
