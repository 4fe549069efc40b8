import pLimit from 'p-limit';

export interface Bounds {
  /** How much of the work is done at the same time. */
  readonly atOnce: number;
  /** How much of it may wait. */
  readonly mostWaiting: number;
  /** Milliseconds after which work that still waits is not started, since its caller has given up. */
  readonly patience: number;
  /** What is thrown in place of work that is not done. */
  readonly refusal: () => Error;
  /** Milliseconds since some moment; those of this process when absent. */
  readonly now?: () => number;
}

/**
 * Gives work that is dear its turn, in the order in which it was asked for, so that a rush of it leaves the process to everybody else. What
 * is too much is refused at once, and what waited too long is dropped: doing it would only make those behind it wait too long as well.
 */
export function boundedWork({ atOnce, mostWaiting, patience, refusal, now = () => performance.now() }: Bounds) {
  const limit = pLimit(atOnce);
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (limit.activeCount + limit.pendingCount >= atOnce + mostWaiting) throw refusal();
    const staleAt = now() + patience;
    return limit(() => {
      if (now() > staleAt) throw refusal();
      return work();
    });
  };
}
