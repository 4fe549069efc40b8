import type { Socket } from 'node:net';
import { steady } from '@isegoria/steady';
import type { Client, Subscription } from './client';
import { parseConnectOptions } from './connect-options';
import type { Hub } from './hub';
import { Outbox } from './outbox';
import { FrameParser, type FrameHandler, type Publication } from './parser';
import { isLiteral, isValidPattern } from './subjects';
import { isAllowed, type Permissions } from './users';

const MAX_CONTROL_LINE = 4096;
const UNANSWERED_PINGS_ALLOWED = 2;
const FAREWELL_MS = 1_000;
/** As nats-server waits. */
const NAMES_ITSELF_WITHIN_MS = 2_000;
/** What a subscription and each token of a wildcard subject take at most, in bytes, beside their text. */
const SUBSCRIPTION_COST = 512;
const TOKEN_COST = 256;
const NO_RESPONDERS = 'NATS/1.0 503\r\n\r\n';

/** One client, from INFO to the end. */
export class Connection implements Client, FrameHandler {
  // What holds for a client that has not sent CONNECT, or left a field out, is what nats-server takes.
  private verbose = true;
  private pedantic = true;
  private echo = true;
  private headers = false;
  private noResponders = false;
  /** Undefined until the client said who it is, where that is asked. */
  private permissions: Permissions | undefined;
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly parser: FrameParser;
  private readonly outbox: Outbox;
  private closing = false;
  private flushing = false;
  private quietIntervals = 0;
  private unfinishedBytes = 0;
  subscribedBytes = 0;

  constructor(
    private readonly hub: Hub,
    private readonly socket: Socket,
    info: string,
  ) {
    this.parser = new FrameParser(this, { maxPayload: hub.limits.maxPayload, maxControlLine: MAX_CONTROL_LINE });
    this.outbox = new Outbox(socket, hub.blocks, hub.pending);
    socket.setNoDelay(true);
    const hear = (chunk: Buffer) => {
      this.quietIntervals = 0;
      this.parser.push(chunk);
    };
    // An unforeseen failure costs only the client that caused it, and only its connection.
    socket.on(
      'data',
      steady(hear, () => socket.destroy()),
    );
    // A reset by the peer is an ordinary end; 'close' follows.
    socket.on('error', () => {});
    const leave = () => {
      this.forget();
      this.outbox.discard();
    };
    socket.on('close', steady(leave));
    if (hub.users.areAsked) this.waitForName();
    else this.permissions = {};
    this.say(`INFO ${info}\r\n`);
  }

  get deafToItself(): boolean {
    return !this.echo;
  }

  get pendingBytes(): number {
    return this.outbox.pending;
  }

  connect(options: string): void {
    const given = parseConnectOptions(options);
    if (!given) return this.broken('Invalid Client Protocol');
    this.permissions = this.hub.users.permissionsOf(given);
    if (!this.permissions) return this.refuse();
    this.verbose = given.verbose ?? this.verbose;
    this.pedantic = given.pedantic ?? this.pedantic;
    this.echo = given.echo ?? this.echo;
    this.headers = given.headers ?? this.headers;
    this.noResponders = given.no_responders ?? this.noResponders;
    if (this.noResponders && !this.headers) return this.broken('no responders requires headers support');
    this.acknowledge();
  }

  ping(): void {
    if (!this.permissions) return this.refuse();
    this.say('PONG\r\n');
  }

  /** Nothing to do: any byte that arrives shows that the client lives. */
  pong(): void {}

  publish(publication: Publication): void {
    if (!this.permissions) return this.refuse();
    if (publication.headerLength > 0 && !this.headers) return this.broken('message headers not supported');
    // Said, and the message goes its way all the same, as with nats-server.
    if (this.pedantic && !isLiteral(publication.subject)) this.say("-ERR 'Invalid Publish Subject'\r\n");
    if (!isAllowed(this.permissions.publish, publication.subject))
      return this.say(`-ERR 'Permissions Violation for Publish to "${publication.subject}"'\r\n`);
    this.acknowledge();
    this.hub.counts.inMsgs++;
    this.hub.counts.inBytes += publication.end - publication.start;
    const reached = this.hub.route(publication, this);
    if (!reached && publication.reply !== undefined && this.noResponders) this.tellThatNobodyResponds(publication.reply);
  }

  subscribe(subject: string, queue: string | undefined, sid: string): void {
    if (!this.permissions) return this.refuse();
    if (!isValidPattern(subject)) return this.say("-ERR 'Invalid Subject'\r\n");
    if (!isAllowed(this.permissions.subscribe, subject))
      return this.say(`-ERR 'Permissions Violation for Subscription to "${subject}"'\r\n`);
    if (!this.subscriptions.has(sid)) {
      const subscription: Subscription = { connection: this, sid, subject, queue, place: 0, delivered: 0, max: 0 };
      this.subscriptions.set(sid, subscription);
      this.hub.index.add(subscription);
      this.countSubscribed(costOf(subscription));
      this.hub.subscribed.enforce();
    }
    this.acknowledge();
  }

  unsubscribe(sid: string, max: number): void {
    if (!this.permissions) return this.refuse();
    const subscription = this.subscriptions.get(sid);
    if (subscription) {
      subscription.max = max;
      if (subscription.delivered >= max) this.drop(subscription);
    }
    this.acknowledge();
  }

  unfinished(bytes: number): void {
    const { unfinished, assembling } = this.hub;
    unfinished.used += bytes - this.unfinishedBytes;
    this.unfinishedBytes = bytes;
    if (bytes === 0) return void assembling.delete(this);
    assembling.add(this);
    unfinished.enforce();
  }

  broken(reason: string): void {
    this.say(`-ERR '${reason}'\r\n`);
    this.hangUp();
  }

  deliver(subscription: Subscription, publication: Publication): boolean {
    if (this.closing) return false;
    const { subject, reply, headerLength, source, start, end } = publication;
    const size = end - start;
    const { counts } = this.hub;
    counts.outMsgs++;
    const address = reply === undefined ? `${subject} ${subscription.sid}` : `${subject} ${subscription.sid} ${reply}`;
    if (headerLength > 0 && this.headers) {
      this.outbox.line(`HMSG ${address} ${headerLength} ${size}\r\n`);
      this.outbox.bytes(source, start, end + 2);
      counts.outBytes += size;
    } else {
      this.outbox.line(`MSG ${address} ${size - headerLength}\r\n`);
      this.outbox.bytes(source, start + headerLength, end + 2);
      counts.outBytes += size - headerLength;
    }
    subscription.delivered++;
    if (subscription.delivered === subscription.max) this.drop(subscription);
    this.willFlush();
    return this.keepsUp();
  }

  flush(): void {
    this.flushing = false;
    this.outbox.flush();
  }

  checkAlive(): void {
    if (this.closing) return;
    if (this.quietIntervals > UNANSWERED_PINGS_ALLOWED) return this.broken('Stale Connection');
    if (this.quietIntervals > 0) this.say('PING\r\n');
    this.quietIntervals++;
  }

  checkProgress(): void {
    if (this.outbox.isStuck() && !this.closing) this.cutOffAsSlow();
  }

  cutOffAsSlow(): void {
    this.hub.counts.slowConsumers++;
    this.forget();
    this.outbox.discard();
    this.socket.destroy();
  }

  hangUp(): void {
    if (this.closing) return;
    this.forget();
    this.outbox.end();
    // What still arrives is read and ignored: closing on unread bytes would reset the connection, and the last words with it.
    const cutOff = setTimeout(() => this.socket.destroy(), FAREWELL_MS);
    this.socket.once('close', () => clearTimeout(cutOff));
  }

  /** The words of nats-server, for a wrong password and for none: who tries learns nothing from them. */
  private refuse(): void {
    this.broken('Authorization Violation');
  }

  private waitForName(): void {
    const tooLate = () => {
      if (!this.permissions) this.broken('Authentication Timeout');
    };
    const timer = setTimeout(steady(tooLate), NAMES_ITSELF_WITHIN_MS);
    this.socket.once('close', () => clearTimeout(timer));
  }

  private say(line: string): void {
    if (this.closing) return;
    this.outbox.line(line);
    this.willFlush();
    this.keepsUp();
  }

  private acknowledge(): void {
    if (this.verbose) this.say('+OK\r\n');
  }

  /** The status message of a request that nobody listens for; like nats-server's, it does not count towards a maximum. */
  private tellThatNobodyResponds(reply: string): void {
    for (const subscription of this.hub.index.match(reply).everyone) {
      if (subscription.connection !== this) continue;
      return this.say(`HMSG ${reply} ${subscription.sid} ${NO_RESPONDERS.length} ${NO_RESPONDERS.length}\r\n${NO_RESPONDERS}\r\n`);
    }
  }

  private willFlush(): void {
    if (this.flushing) return;
    this.flushing = true;
    this.hub.flushSoon(this);
  }

  /** Whether this client is still there after more was put down for it: what it does not read must not fill the memory. */
  private keepsUp(): boolean {
    const { limits, pending } = this.hub;
    if (this.outbox.pending > limits.maxPending) {
      this.outbox.flush();
      if (this.outbox.pending > limits.maxPending) this.cutOffAsSlow();
    }
    if (pending.exceeded) this.hub.relieve();
    return !this.closing;
  }

  private drop(subscription: Subscription): void {
    this.subscriptions.delete(subscription.sid);
    this.hub.index.remove(subscription);
    this.countSubscribed(-costOf(subscription));
  }

  private countSubscribed(bytes: number): void {
    this.subscribedBytes += bytes;
    this.hub.subscribed.used += bytes;
  }

  private forget(): void {
    this.closing = true;
    this.parser.stop();
    this.unfinished(0);
    for (const subscription of this.subscriptions.values()) this.drop(subscription);
  }
}

function costOf({ sid, subject, queue }: Subscription): number {
  const text = sid.length + subject.length + (queue?.length ?? 0);
  return SUBSCRIPTION_COST + text + TOKEN_COST * subject.split('.').length;
}
