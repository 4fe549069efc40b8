import { CallError, status } from './status';

/** What is held in all for callers whose messages are on their way or not on disk yet, in bytes. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Counts what all calls hold together, so that no number of callers fills the memory. */
export class Holdings {
  private held = 0;

  /** @throws CallError when too much is held already */
  take(bytes: number): void {
    if (this.held + bytes > MOST_BYTES) throw new CallError(status.RESOURCE_EXHAUSTED, 'Too much waits to be written; come back later.');
    this.held += bytes;
  }

  give(bytes: number): void {
    this.held -= bytes;
  }
}
