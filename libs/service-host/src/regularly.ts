import { pause } from '@isegoria/event-sourcing';

/** Work of a service that is done at its start and again after each pause, until it is stopped. */
export class Regularly {
  private readonly abort = new AbortController();
  private going?: Promise<void>;

  /**
   * @param every milliseconds
   * @param onFailure told what came of a turn that failed; the next turn tries again
   */
  constructor(
    private readonly every: number,
    private readonly work: () => Promise<void>,
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
    while (!this.abort.signal.aborted) {
      await this.work().catch(this.onFailure);
      await pause(this.every, this.abort.signal);
    }
  }
}
