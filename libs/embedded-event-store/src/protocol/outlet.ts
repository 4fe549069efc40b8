import type { Call } from '../transport/call';

/**
 * The way out to one reader. `send` waits until the reader has taken enough, so that what is held for a slow
 * or silent reader is one page and no more.
 */
export class Outlet {
  private news = false;
  private onWoken = () => {};

  constructor(private readonly call: Call) {
    call.onceClosed(() => this.onWoken());
  }

  get closed(): boolean {
    return this.call.closed;
  }

  async send(messages: Iterable<Buffer>): Promise<void> {
    for (const message of messages) this.call.send(message);
    // Messages are on their way after this turn; a page from which a filter lets nothing through must not keep the others from theirs.
    await new Promise(setImmediate);
    if (this.call.full) await new Promise<void>((resolve) => this.call.onceDrained(resolve));
  }

  /** Something new is to be read. */
  wake(): void {
    this.news = true;
    this.onWoken();
  }

  /** Waits for a wake-up since the last wait, or for the reader to leave. */
  async idle(): Promise<void> {
    if (!this.news && !this.closed) await new Promise<void>((resolve) => (this.onWoken = resolve));
    this.news = false;
  }
}
