import type { Socket } from 'node:net';

const BLOCK_BYTES = 32 * 1024;
const LARGE_BYTES = 8 * 1024;
const MOST_BYTES_A_WRITE = 1024 * 1024;
const MOST_SPARE_BLOCKS = 64;

/** Blocks that connections share: only one with something to say holds one. */
export class BlockPool {
  private readonly spare: Buffer[] = [];

  take(): Buffer {
    return this.spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
  }

  giveBack(block: Buffer): void {
    if (this.spare.length < MOST_SPARE_BLOCKS) this.spare.push(block);
  }
}

/**
 * What is to be sent to one client. Small messages are copied side by side into a block, so that a turn of the event loop costs one write
 * whatever the number of messages; large ones are sent from where they lie.
 */
export class Outbox {
  private segments: Buffer[] = [];
  private block: Buffer | undefined;
  private blockStart = 0;
  private blockEnd = 0;
  private waiting = 0;
  private inFlight = 0;
  private ending = false;

  constructor(
    private readonly socket: Socket,
    private readonly pool: BlockPool,
  ) {}

  /** Bytes that the operating system has not taken yet. */
  get pending(): number {
    return this.waiting + this.inFlight;
  }

  /** A control line, in latin1: subject, reply and sid came in control lines themselves, so it fits into a block. */
  line(text: string): void {
    const block = this.roomFor(text.length);
    this.blockEnd += block.write(text, this.blockEnd, 'latin1');
    this.waiting += text.length;
  }

  bytes(source: Buffer, start: number, end: number): void {
    const length = end - start;
    if (length >= LARGE_BYTES) {
      this.seal();
      this.segments.push(source.subarray(start, end));
    } else {
      const block = this.roomFor(length);
      source.copy(block, this.blockEnd, start, end);
      this.blockEnd += length;
    }
    this.waiting += length;
  }

  /** Hands over what waits, a bounded part at a time, so that `pending` falls as a slow client reads. */
  flush(): void {
    if (this.inFlight > 0) return;
    if (this.waiting === 0) {
      this.rest();
      return;
    }
    this.seal();
    let count = 0;
    while (count < this.segments.length && this.inFlight < MOST_BYTES_A_WRITE) this.inFlight += this.segments[count++]!.length;
    this.waiting -= this.inFlight;
    const now = this.segments.splice(0, count);
    const last = now.pop()!;
    this.socket.cork();
    for (const segment of now) this.socket.write(segment);
    this.socket.write(last, this.written);
    this.socket.uncork();
  }

  /** Sends what waits and then closes this side. */
  end(): void {
    this.ending = true;
    this.flush();
  }

  private readonly written = (failure?: Error | null): void => {
    this.inFlight = 0;
    if (!failure) this.flush();
  };

  private rest(): void {
    if (this.block) this.pool.giveBack(this.block);
    this.block = undefined;
    if (this.ending) this.socket.end();
  }

  private roomFor(length: number): Buffer {
    if (this.block && this.blockEnd + length <= BLOCK_BYTES) return this.block;
    this.seal();
    this.block = this.pool.take();
    this.blockStart = 0;
    this.blockEnd = 0;
    return this.block;
  }

  private seal(): void {
    if (!this.block || this.blockEnd === this.blockStart) return;
    this.segments.push(this.block.subarray(this.blockStart, this.blockEnd));
    this.blockStart = this.blockEnd;
  }
}
