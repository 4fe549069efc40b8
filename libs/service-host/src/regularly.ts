import { pause } from '@isegoria/event-sourcing';

/** Work of a service that is done at its start and again after each pause, until it is stopped. */
export class Regularly {
  private readonly abort = new AbortController();
  private going?: Promise<void>;

  /**
   * @param every milliseconds
   * @param work is given a signal that is aborted when it is stopped
   * @param onFailure told what came of a turn that failed while it runs; the next turn tries again
   */
  constructor(
    private readonly every: number,
    private readonly work: (signal: AbortSignal) => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): void {
    this.going = this.go();
  }

  /** Resolves when the turn that is under way has ended. */
  async stop(): Promise<void> {
    this.abort.abort();
    await this.going;
  }

  private async go(): Promise<void> {
    const { signal } = this.abort;
    while (!signal.aborted) {
      await this.work(signal).catch((error: unknown) => {
        if (!signal.aborted) this.onFailure(error);
      });
      await pause(this.every, signal);
    }
  }
}
