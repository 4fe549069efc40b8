import type { Publication } from './parser';
import type { Interested } from './subjects';

/** What a broker asks of one client's connection. */
export interface Client {
  /** Whether this client must not get what it published itself. */
  readonly deafToItself: boolean;
  /** What waits to be sent to it. */
  readonly pendingBytes: number;
  /** What its subscriptions are reckoned to take. */
  readonly subscribedBytes: number;
  /** Tells the client what it did wrong and hangs up. */
  broken(reason: string): void;
  /** Sends one message to one subscription of this client; false when the client is gone or had to be cut off. */
  deliver(subscription: Subscription, publication: Publication): boolean;
  flush(): void;
  /** Called once an interval: asks a client that was silent for a sign of life, and hangs up on one that gave none. */
  checkAlive(): void;
  /** Called some times a write deadline: hangs up on a client that has taken nothing for a whole one. */
  checkProgress(): void;
  /** Without a word, like nats-server: a client that does not read would not hear it. */
  cutOffAsSlow(): void;
  /** Sends what is still to be sent, then closes; a client that does not take it within a second is cut off. */
  hangUp(): void;
}

export interface Subscription extends Interested {
  readonly connection: Client;
  readonly sid: string;
  delivered: number;
  /** Ends after this many deliveries; 0 for never. */
  max: number;
}
