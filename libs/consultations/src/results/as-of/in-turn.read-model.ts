import { Rejection } from '@isegoria/kernel';

const [atOnce, mostWaiting] = [2, 50];
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Does little at once of what may add up the moves of a hundred thousand ballots, so that many who ask for earlier results do not keep
 * those waiting who ask for anything else. @throws Rejection UNAVAILABLE when too many wait already
 */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < atOnce) running += 1;
  else if (waiting.length >= mostWaiting) throw new Rejection('UNAVAILABLE');
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
