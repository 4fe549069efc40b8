import { toldInLines } from './told';

/** What is done about a failure that nobody waits for. */
export type Report = (error: Error) => void;

let reported: Report = (error) => void process.stderr.write(`a callback failed, and the process goes on: ${toldInLines(error)}\n`);

/** Where failures of callbacks are reported from now on: a service gives its logger. Before that, standard error. */
export function reportFailuresTo(report: Report): void {
  reported = report;
}

/** Tells of a failure that nobody waits for; never throws itself. */
export function report(error: unknown): void {
  try {
    reported(error instanceof Error ? error : new TypeError('Something other than an Error was thrown.'));
  } catch {
    // A logger that fails must not end the process either, and there is nobody left to tell.
  }
}
