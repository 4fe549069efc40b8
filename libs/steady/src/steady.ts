import { report, type Report } from './report';

/**
 * Makes a callback that may be given to a timer or an emitter: above those nobody catches, so that whatever a bare one throws, or an async
 * one rejects with, ends the process. Lint asks for it wherever a callback could throw.
 * @param onFailure what to do instead of reporting it, with what the callback was given; may throw as well, which is reported
 */
export function steady<Given extends readonly unknown[]>(
  callback: (...given: Given) => unknown,
  onFailure: (error: Error, ...given: Given) => void = (error, ..._given) => report(error),
): (...given: Given) => void {
  return (...given) => {
    const fail = (error: Error) => onFailure(error, ...given);
    try {
      const outcome = callback(...given);
      if (outcome instanceof Promise) inBackground(outcome, fail);
    } catch (error) {
      failed(error, fail);
    }
  };
}

/** Lets work go on that nobody waits for; a rejection is reported, or given to `onFailure`, and ends nothing. */
export function inBackground(work: Promise<unknown>, onFailure: Report = report): void {
  work.catch((error: unknown) => failed(error, onFailure));
}

function failed(error: unknown, onFailure: Report): void {
  try {
    onFailure(error as Error);
  } catch (worse) {
    report(worse);
  }
}
