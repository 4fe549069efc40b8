import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { steady } from '@isegoria/steady';
import { framed, FrameReader } from './frames';
import type { Holdings } from './holdings';
import { CallError, status } from './status';
import { timeoutIn } from './timeout';

/** A longer message ends its call; up to here an append that is too large is refused by itself. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
/** A caller that goes on talking after its call has ended is cut off. */
const LAST_WORDS_MS = 1_000;
const RESPONSE = { ':status': 200, 'content-type': 'application/grpc' } as const;

/**
 * One gRPC call, seen from the server: messages in, messages out, and one status at the end.
 * Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
export class Call {
  /** When the caller gives up, in milliseconds since the epoch; undefined when it waits for ever. */
  readonly deadline: number | undefined;
  private outgoing: Buffer[] = [];
  private over = false;
  private holding = 0;
  private readonly closers: (() => void)[] = [];
  private onStop = () => this.fail(new CallError(status.UNAVAILABLE, 'The embedded event store is shutting down.'));

  constructor(
    private readonly stream: ServerHttp2Stream,
    readonly headers: IncomingHttpHeaders,
    private readonly unexpected: (error: unknown) => CallError,
    private readonly holdings: Holdings,
  ) {
    stream.on('error', () => stream.destroy());
    stream.on(
      'close',
      steady(() => this.leave()),
    );
    stream.on(
      'aborted',
      steady(() => this.leave()),
    );
    const timeout = timeoutIn(headers['grpc-timeout']);
    if (timeout === undefined) return;
    this.deadline = Date.now() + timeout;
    const expiry = setTimeout(
      steady(() => this.fail(new CallError(status.DEADLINE_EXCEEDED, 'Deadline exceeded')), this.cutOff),
      timeout,
    );
    this.onceClosed(() => clearTimeout(expiry));
  }

  /** Nothing more can be sent: the call has its status, or the caller is gone. */
  get closed(): boolean {
    return this.over || this.stream.destroyed || this.stream.closed;
  }

  /** More is held for this caller than it takes; `drained` tells when that has passed. */
  get full(): boolean {
    return this.stream.writableNeedDrain;
  }

  /** Hands over the caller's messages, in order. What a handler throws ends the call. */
  receive(onMessage: (message: Buffer) => void, onEnd: () => void): void {
    const frames = new FrameReader(MAX_MESSAGE_BYTES);
    const hear = (chunk: Buffer) => {
      if (this.closed) return;
      const before = frames.held;
      for (const message of frames.read(chunk)) if (!this.closed) onMessage(message);
      this.hold(frames.held - before);
    };
    const end = () => {
      if (this.closed) return;
      if (!frames.between) throw new CallError(status.INTERNAL, 'The last message is cut short.');
      onEnd();
    };
    this.stream.on('data', steady(hear, this.refuse));
    this.stream.on('end', steady(end, this.refuse));
  }

  /** Hands over the one message of a call that has one. */
  receiveOne(onMessage: (message: Buffer) => void): void {
    let only: Buffer | undefined;
    this.receive(
      (message) => {
        if (only) throw new CallError(status.INVALID_ARGUMENT, 'This call takes one message.');
        only = message;
      },
      () => {
        if (!only) throw new CallError(status.INVALID_ARGUMENT, 'This call takes one message, and none came.');
        onMessage(only);
      },
    );
  }

  /** Stops or goes on reading what the caller sends. */
  reading(on: boolean): void {
    if (on === !this.stream.isPaused()) return;
    if (on) this.stream.resume();
    else this.stream.pause();
  }

  /**
   * Counts bytes of this caller that are kept (or, below zero, no longer kept) in memory; what is left is given back at the end.
   * @throws CallError when all callers together hold too much
   */
  hold(bytes: number): void {
    if (this.closed) return;
    this.holdings.take(bytes);
    this.holding += bytes;
  }

  /** Messages of one turn of the event loop go out in one write. */
  send(message: Buffer): void {
    if (this.outgoing.push(message) === 1) process.nextTick(steady(() => this.flush(), this.cutOff));
  }

  /** Calls back once, when the caller has taken what was held for it, or is gone. */
  onceDrained(callback: () => void): void {
    if (this.closed || !this.full) return callback();
    const settle = steady(() => {
      this.stream.off('drain', settle);
      this.stream.off('close', settle);
      callback();
    }, this.cutOff);
    this.stream.on('drain', settle);
    this.stream.on('close', settle);
  }

  /** Calls back when nothing more can be sent. */
  onceClosed(callback: () => void): void {
    if (this.closed) callback();
    else this.closers.push(callback);
  }

  /** Replaces what happens when the server stops, which is that the call fails. */
  whenStopped(callback: () => void): void {
    this.onStop = callback;
  }

  stop(): void {
    if (!this.closed) this.onStop();
  }

  finish(): void {
    this.end({ 'grpc-status': `${status.OK}` });
  }

  /** Sends what was to be sent before, then the error. */
  fail(error: CallError): void {
    this.end({ 'grpc-status': `${error.code}`, 'grpc-message': percentEncoded(error.message), ...error.trailers });
  }

  private flush(): void {
    const messages = this.outgoing;
    this.outgoing = [];
    if (this.closed || messages.length === 0) return;
    if (!this.stream.headersSent) this.stream.respond(RESPONSE, { waitForTrailers: true });
    this.stream.write(framed(messages));
  }

  private end(trailers: Record<string, string>): void {
    if (this.closed) return;
    this.flush();
    this.leave();
    const { stream } = this;
    if (stream.headersSent) {
      const tell = () => {
        stream.sendTrailers(trailers);
        this.allowLastWords();
      };
      stream.once('wantTrailers', steady(tell, this.cutOff));
      stream.end();
    } else {
      stream.respond({ ...RESPONSE, ...trailers }, { endStream: true });
      this.allowLastWords();
    }
    // What is still said is not heard, so that it holds up nothing.
    stream.resume();
  }

  /**
   * From the moment the status is handed over: before that, a close would take the status away from a caller who reads slowly, or while
   * this process had too much to do to send it.
   */
  private allowLastWords(): void {
    const { stream } = this;
    const patience = setTimeout(
      steady(() => stream.close(constants.NGHTTP2_NO_ERROR), this.cutOff),
      LAST_WORDS_MS,
    );
    stream.once('close', () => clearTimeout(patience));
  }

  private leave(): void {
    this.over = true;
    this.outgoing = [];
    this.holdings.give(this.holding);
    this.holding = 0;
    for (const close of this.closers.splice(0)) close();
  }

  /** The caller is told what a handler throws. */
  private readonly refuse = (error: unknown): void => this.fail(error instanceof CallError ? error : this.unexpected(error));

  /** What fails at the stream itself, which may end at any moment, ends the call and nothing else. */
  private readonly cutOff = (): void => void this.stream.destroy();
}

/** The status message may hold any text; the header may not. */
const percentEncoded = (text: string): string =>
  Array.from(Buffer.from(text), (byte) =>
    byte >= 0x20 && byte <= 0x7e && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
