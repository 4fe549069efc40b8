/** One PUB or HPUB as it lies in a buffer. Reused from frame to frame: valid only during the call that hands it over. */
export interface Publication {
  subject: string;
  reply: string | undefined;
  /** Bytes of headers at the beginning of the message; 0 when it has none. */
  headerLength: number;
  source: Buffer;
  /** Where the message (headers, then payload) begins and ends in `source`; a CR LF always follows its end. */
  start: number;
  end: number;
}

/** Receives the operations of one client, in their order. Subjects, sids and queue names are latin1, one character a byte. */
export interface FrameHandler {
  connect(options: string): void;
  ping(): void;
  pong(): void;
  publish(publication: Publication): void;
  subscribe(subject: string, queue: string | undefined, sid: string): void;
  /** `max` 0: at once; otherwise once that many messages were delivered since the subscription began. */
  unsubscribe(sid: string, max: number): void;
  /** Bytes set aside for a message of which a part has arrived; 0 when it is whole. The handler may stop the parser. */
  unfinished(bytes: number): void;
  /** The client broke the protocol; nothing more is parsed. `reason` is worded as nats-server words it in -ERR. */
  broken(reason: string): void;
}

export interface FrameLimits {
  /** Bytes of headers and payload together. */
  readonly maxPayload: number;
  /** Bytes of a control line, its line end not counted. */
  readonly maxControlLine: number;
}

// The two words that do not fit into a packed number: no packed word is as small as these.
const CONNECT = 1;
const UNSUB = 2;
const PUB = packed('pub');
const HPUB = packed('hpub');
const SUB = packed('sub');
const PING = packed('ping');
const PONG = packed('pong');
const OK = packed('+ok');

const SPACE = 32;
const TAB = 9;
const CR = 13;
const LF = 10;
const LINE_END = 2;
const MOST_TOKENS = 6;

/**
 * Reads the client side of the NATS protocol (https://docs.nats.io/reference/reference-protocols/nats-protocol) from chunks cut at any byte.
 * Payloads are never copied or decoded, unless a chunk ends inside one.
 */
export class FrameParser {
  private unfinishedLine: Buffer | undefined;
  private unfinishedMessage: Buffer | undefined;
  private filled = 0;
  private stopped = false;
  private readonly starts = new Int32Array(MOST_TOKENS);
  private readonly ends = new Int32Array(MOST_TOKENS);
  private tokens = 0;
  private readonly publication: Publication = { subject: '', reply: undefined, headerLength: 0, source: Buffer.alloc(0), start: 0, end: 0 };

  constructor(
    private readonly handler: FrameHandler,
    private readonly limits: FrameLimits,
  ) {}

  push(chunk: Buffer): void {
    let data = chunk;
    let at = 0;
    if (this.unfinishedMessage) {
      at = this.fillMessage(this.unfinishedMessage, chunk, 0);
    } else if (this.unfinishedLine) {
      data = Buffer.concat([this.unfinishedLine, chunk]);
      this.unfinishedLine = undefined;
    }
    while (at < data.length && !this.stopped) at = this.readFrame(data, at);
  }

  /** Ignores whatever else arrives. */
  stop(): void {
    this.stopped = true;
    this.unfinishedLine = undefined;
    this.unfinishedMessage = undefined;
  }

  /** Reads one control line, and the message behind it if it has one; returns where the next frame begins. */
  private readFrame(data: Buffer, at: number): number {
    const lineEnd = this.tokenize(data, at);
    if ((lineEnd === -1 ? data.length : lineEnd) - at > this.limits.maxControlLine) return this.fail(data, 'maximum control line exceeded');
    if (lineEnd === -1) {
      // A copy, so that a few bytes do not keep a whole chunk alive.
      this.unfinishedLine = Buffer.from(data.subarray(at));
      return data.length;
    }
    const next = lineEnd + 1;
    switch (this.operation(data)) {
      case PUB:
        return this.readPublication(data, next, false);
      case HPUB:
        return this.readPublication(data, next, true);
      case SUB:
        return this.readSubscription(data, next);
      case UNSUB:
        return this.readUnsubscription(data, next);
      case PING:
        this.handler.ping();
        return next;
      case PONG:
        this.handler.pong();
        return next;
      case CONNECT:
        this.handler.connect(data.toString('utf8', this.ends[0]!, lineEnd));
        return next;
      case OK:
        return next;
      default:
        return this.fail(data, 'Unknown Protocol Operation');
    }
  }

  /** Notes where the words of the line begin and end; returns the place of its LF, or -1 when the line is not all there. */
  private tokenize(data: Buffer, at: number): number {
    let tokens = 0;
    let inside = false;
    for (let i = at; i < data.length; i++) {
      const byte = data[i]!;
      if (byte === SPACE || byte === LF || byte === CR || byte === TAB) {
        if (inside && tokens <= MOST_TOKENS) this.ends[tokens - 1] = i;
        inside = false;
        if (byte === LF) {
          this.tokens = tokens;
          return i;
        }
      } else if (!inside) {
        if (tokens < MOST_TOKENS) this.starts[tokens] = i;
        tokens++;
        inside = true;
      }
    }
    return -1;
  }

  private operation(data: Buffer): number {
    if (this.tokens === 0) return 0;
    const start = this.starts[0]!;
    const length = this.ends[0]! - start;
    if (length > 4) {
      const word = data.toString('latin1', start, this.ends[0]!).toLowerCase();
      return word === 'connect' ? CONNECT : word === 'unsub' ? UNSUB : 0;
    }
    let code = 0;
    for (let i = start; i < start + length; i++) code = (code << 8) | data[i]! | 32;
    return code;
  }

  private readPublication(data: Buffer, messageStart: number, withHeaders: boolean): number {
    const numbers = withHeaders ? 2 : 1;
    const words = this.tokens - 1 - numbers;
    if (words !== 1 && words !== 2) return this.failArguments(data, this.tokens === 1);
    const size = this.number(data, this.tokens - 1);
    const headerLength = withHeaders ? this.number(data, this.tokens - 2) : 0;
    if (size < 0 || headerLength < 0 || headerLength > size) return this.failArguments(data);
    if (size > this.limits.maxPayload) return this.fail(data, 'Maximum Payload Violation');

    const { publication } = this;
    publication.subject = this.word(data, 1);
    publication.reply = words === 2 ? this.word(data, 2) : undefined;
    publication.headerLength = headerLength;
    const next = messageStart + size + LINE_END;
    if (next <= data.length) {
      this.handOver(data, messageStart, messageStart + size);
      return next;
    }
    this.handler.unfinished(size + LINE_END);
    if (this.stopped) return data.length;
    this.filled = 0;
    this.unfinishedMessage = Buffer.allocUnsafe(size + LINE_END);
    return this.fillMessage(this.unfinishedMessage, data, messageStart);
  }

  private fillMessage(message: Buffer, data: Buffer, from: number): number {
    const copied = data.copy(message, this.filled, from);
    this.filled += copied;
    if (this.filled === message.length) {
      this.unfinishedMessage = undefined;
      this.handler.unfinished(0);
      this.handOver(message, 0, message.length - LINE_END);
    }
    return from + copied;
  }

  private handOver(source: Buffer, start: number, end: number): void {
    if (source[end] !== CR || source[end + 1] !== LF) {
      this.fail(source, 'Unknown Protocol Operation');
      return;
    }
    const { publication } = this;
    publication.source = source;
    publication.start = start;
    publication.end = end;
    this.handler.publish(publication);
  }

  private readSubscription(data: Buffer, next: number): number {
    if (this.tokens !== 3 && this.tokens !== 4) return this.failArguments(data, this.tokens === 1);
    const queue = this.tokens === 4 ? this.word(data, 2) : undefined;
    this.handler.subscribe(this.word(data, 1), queue, this.word(data, this.tokens - 1));
    return next;
  }

  private readUnsubscription(data: Buffer, next: number): number {
    if (this.tokens !== 2 && this.tokens !== 3) return this.failArguments(data, this.tokens === 1);
    // Like nats-server, a maximum that is no number ends the subscription at once.
    const max = this.tokens === 3 ? Math.max(this.number(data, 2), 0) : 0;
    this.handler.unsubscribe(this.word(data, 1), max);
    return next;
  }

  private word(data: Buffer, token: number): string {
    return data.toString('latin1', this.starts[token]!, this.ends[token]!);
  }

  /** A decimal of one to nine digits, or -1. */
  private number(data: Buffer, token: number): number {
    const start = this.starts[token]!;
    const end = this.ends[token]!;
    if (end - start > 9) return -1;
    let value = 0;
    for (let i = start; i < end; i++) {
      const digit = data[i]! - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  private failArguments(data: Buffer, none = false): number {
    return this.fail(data, none ? 'Unknown Protocol Operation' : 'Parser Error');
  }

  private fail(data: Buffer, reason: string): number {
    this.stop();
    this.handler.broken(reason);
    return data.length;
  }
}

/** Up to four letters as one number, small letters for capitals, so that an operation is recognised without making a string. */
function packed(letters: string): number {
  return [...letters].reduce((code, letter) => (code << 8) | letter.charCodeAt(0), 0);
}
