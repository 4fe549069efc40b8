import type { Socket } from 'node:net';

/** Holds any control line of a message: its words came in two lines of at most 4,096 bytes, those of PUB and of SUB. */
const BLOCK_BYTES = 16 * 1024;
const LARGE_BYTES = 4 * 1024;
const MOST_BYTES_A_WRITE = 1024 * 1024;
const MOST_SPARE_BLOCKS = 128;
/** How often a write deadline `isStuck` is asked. */
export const CHECKS_A_DEADLINE = 2;

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
 * whatever the number of messages; large ones are sent from where they lie, for all their receivers alike.
 */
export class Outbox {
  private segments: Buffer[] = [];
  private block: Buffer | undefined;
  private blockStart = 0;
  private blockEnd = 0;
  private waiting = 0;
  private inFlight = 0;
  private checksInVain = 0;
  private ending = false;

  constructor(
    private readonly socket: Socket,
    private readonly pool: BlockPool,
    /** What waits for all clients. */
    private readonly total: { used: number },
  ) {}

  /** Bytes that the operating system has not taken yet. */
  get pending(): number {
    return this.waiting + this.inFlight;
  }

  /** A control line, in latin1. */
  line(text: string): void {
    const block = this.roomFor(text.length);
    this.blockEnd += block.write(text, this.blockEnd, 'latin1');
    this.count(text.length);
  }

  bytes(source: Buffer, start: number, end: number): void {
    const length = end - start;
    if (length >= LARGE_BYTES) {
      this.seal();
      const part = source.subarray(start, end);
      // A copy, where sending from it would keep more memory alive than twice what is counted.
      this.segments.push(2 * length >= source.buffer.byteLength ? part : Buffer.from(part));
    } else {
      const block = this.roomFor(length);
      source.copy(block, this.blockEnd, start, end);
      this.blockEnd += length;
    }
    this.count(length);
  }

  /** Hands over what the operating system takes at once, a bounded part at a time, so that `pending` falls as a slow client reads. */
  flush(): void {
    if (this.inFlight > 0) return;
    this.seal();
    while (this.waiting > 0) {
      this.writePart();
      if (this.socket.writableLength > 0) return;
      this.settle();
    }
    this.rest();
  }

  /** Sends what waits and then closes this side. */
  end(): void {
    this.ending = true;
    this.flush();
  }

  /** Forgets what waits: the client is being cut off. */
  discard(): void {
    this.total.used -= this.pending;
    this.waiting = 0;
    this.inFlight = 0;
    this.segments = [];
    this.block = undefined;
  }

  /**
   * Called CHECKS_A_DEADLINE times a write deadline: true when the operating system took nothing for a whole one. Counted in checks, not by
   * the clock: when this process itself was held up, nobody is to blame but it.
   */
  isStuck(): boolean {
    return this.inFlight > 0 && ++this.checksInVain > CHECKS_A_DEADLINE;
  }

  private writePart(): void {
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

  /** Node also tells late what `flush` saw at once: only a part that is still under way and now taken matters. */
  private readonly written = (failure?: Error | null): void => {
    if (failure || this.inFlight === 0 || this.socket.writableLength > 0) return;
    this.settle();
    this.flush();
  };

  private settle(): void {
    this.total.used -= this.inFlight;
    this.inFlight = 0;
    this.checksInVain = 0;
  }

  private count(length: number): void {
    this.waiting += length;
    this.total.used += length;
  }

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
