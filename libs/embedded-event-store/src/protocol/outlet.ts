import type { ServerWritableStream } from '@grpc/grpc-js';
import type { CallError } from './errors';

/**
 * The way out to one reader. `send` waits until the reader has taken enough, so that what is held for a slow
 * or silent reader is one page and no more.
 */
export class Outlet {
  private news = false;
  private onDrained = () => {};
  private onWoken = () => {};

  constructor(private readonly call: ServerWritableStream<unknown, Buffer>) {
    call.on('drain', () => this.onDrained());
    const release = () => {
      this.onDrained();
      this.onWoken();
    };
    for (const event of ['cancelled', 'close', 'error']) call.on(event, release);
  }

  get closed(): boolean {
    return this.call.cancelled || this.call.destroyed || this.call.writableEnded;
  }

  async send(messages: Iterable<Buffer>): Promise<void> {
    let flowing = true;
    for (const message of messages) flowing = this.call.write(message);
    // A page of which nothing is sent, by a filter, must not keep the others from their turn.
    if (flowing) await new Promise(setImmediate);
    else if (!this.closed) await new Promise<void>((resolve) => (this.onDrained = resolve));
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

  end(): void {
    if (!this.closed) this.call.end();
  }

  fail(error: CallError): void {
    if (!this.closed) this.call.emit('error', error);
  }
}
