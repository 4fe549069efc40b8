import { CallError, status } from './status';

/** Before each message: one byte that says whether it is compressed, and its length in four. */
const PREFIX_BYTES = 5;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Cuts the body of a call into messages, however the network cut it. What it hands out are views on what came in.
 * Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md, Length-Prefixed-Message
 */
export class FrameReader {
  private rest = NOTHING;
  /** Pieces of a message that is longer than one chunk, gathered until it is whole. */
  private pieces: Buffer[] = [];
  private gathered = 0;
  private wanted = 0;

  constructor(private readonly maxBytes: number) {}

  /** Whether the body so far ends between two messages. */
  get between(): boolean {
    return this.held === 0;
  }

  /** Bytes kept of a message that is not whole yet. */
  get held(): number {
    return this.rest.length + this.gathered;
  }

  /** @throws CallError for a message that is compressed or too long; nothing can be read after it */
  *read(chunk: Buffer): Generator<Buffer> {
    let left = chunk;
    if (this.gathered > 0) {
      if (!this.gather(left)) return;
      left = this.rest;
      yield this.takeGathered();
    } else if (this.rest.length > 0) left = Buffer.concat([this.rest, left]);
    this.rest = NOTHING;
    while (left.length >= PREFIX_BYTES) {
      const end = PREFIX_BYTES + this.lengthIn(left);
      if (left.length < end) {
        this.wanted = end;
        this.gather(left);
        return;
      }
      yield left.subarray(PREFIX_BYTES, end);
      left = left.subarray(end);
    }
    this.rest = left;
  }

  /** @returns whether the message is whole; what lies behind it is then the rest */
  private gather(chunk: Buffer): boolean {
    const missing = this.wanted - this.gathered;
    this.pieces.push(chunk.subarray(0, missing));
    this.gathered += Math.min(chunk.length, missing);
    this.rest = chunk.subarray(missing);
    return this.gathered === this.wanted;
  }

  private takeGathered(): Buffer {
    const message = Buffer.concat(this.pieces).subarray(PREFIX_BYTES);
    this.pieces = [];
    this.gathered = 0;
    return message;
  }

  private lengthIn(prefixed: Buffer): number {
    if (prefixed[0] !== 0) throw new CallError(status.UNIMPLEMENTED, 'Compressed messages are not understood here.');
    const length = prefixed.readUInt32BE(1);
    if (length > this.maxBytes)
      throw new CallError(status.RESOURCE_EXHAUSTED, `A message has at most ${this.maxBytes} bytes, not ${length}.`);
    return length;
  }
}

/** Messages as they go over the wire, in one buffer, so that many cost one write. */
export function framed(messages: readonly Buffer[]): Buffer {
  let length = 0;
  for (const message of messages) length += PREFIX_BYTES + message.length;
  const frames = Buffer.allocUnsafe(length);
  let at = 0;
  for (const message of messages) {
    frames[at] = 0;
    frames.writeUInt32BE(message.length, at + 1);
    frames.set(message, at + PREFIX_BYTES);
    at += PREFIX_BYTES + message.length;
  }
  return frames;
}
