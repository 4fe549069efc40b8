import { steady } from '@isegoria/steady';
import type { Client, Subscription } from './client';
import { BlockPool } from './outbox';
import type { Publication } from './parser';
import { largestOf, SharedBudget } from './shared-budget';
import { SubscriptionIndex } from './subjects';
import type { Users } from './users';

export interface Limits {
  readonly maxPayload: number;
  readonly maxPending: number;
  readonly maxHeld: number;
}

/** What the connections of one broker share: who is interested in what, the limits over all of them, and the counts. */
export class Hub {
  readonly connections = new Set<Client>();
  /** Those of which a part of a message has arrived, in the order in which it began. */
  readonly assembling = new Set<Client>();
  readonly index = new SubscriptionIndex<Subscription>();
  readonly blocks = new BlockPool();
  /** What waits to be sent. */
  readonly pending: SharedBudget<Client>;
  /** Messages of which a part has arrived. */
  readonly unfinished: SharedBudget<Client>;
  /** Subscriptions, by what they are reckoned to take. */
  readonly subscribed: SharedBudget<Client>;
  readonly counts = { totalConnections: 0, slowConsumers: 0, inMsgs: 0, outMsgs: 0, inBytes: 0, outBytes: 0 };
  private unflushed: Client[] = [];

  constructor(
    readonly limits: Limits,
    readonly users: Users,
  ) {
    const { connections, assembling } = this;
    const { maxHeld } = limits;
    this.pending = new SharedBudget(
      maxHeld,
      () => largestOf(connections, (client) => client.pendingBytes),
      (client) => client.cutOffAsSlow(),
    );
    // The one that began first: a message that is really being sent is there soon, whatever its size.
    this.unfinished = new SharedBudget(
      maxHeld,
      () => first(assembling),
      (client) => client.broken('Stale Client'),
    );
    this.subscribed = new SharedBudget(
      maxHeld,
      () => largestOf(connections, (client) => client.subscribedBytes),
      (client) => client.broken('maximum subscriptions exceeded'),
    );
  }

  /** Delivers a message to everyone interested but, if it asked not to hear itself, its publisher; false when nobody was. */
  route(publication: Publication, publisher: Client): boolean {
    const { everyone, groups } = this.index.match(publication.subject);
    let reached = false;
    for (const subscription of everyone) {
      if (offer(subscription, publication, publisher)) reached = true;
    }
    if (groups.size === 0) return reached;
    for (const members of groups.values()) {
      if (offerToOne(members, publication, publisher)) reached = true;
    }
    return reached;
  }

  /** Has `connection.flush()` called at the end of this turn of the event loop. */
  flushSoon(connection: Client): void {
    if (this.unflushed.push(connection) === 1) setImmediate(steady(this.flushAll));
  }

  /** Over the limit of what may wait for all clients: sends what can be sent at once, and cuts off the slowest if that is not enough. */
  relieve(): void {
    this.flushAll();
    this.pending.enforce();
  }

  private readonly flushAll = (): void => {
    const now = this.unflushed;
    this.unflushed = [];
    for (const connection of now) connection.flush();
  };
}

function first<T>(set: ReadonlySet<T>): T | undefined {
  for (const one of set) return one;
  return undefined;
}

/** A member taken at random, and another one if that is gone or just being cut off: a group gets the message once if anyone is left. */
function offerToOne(members: readonly Subscription[], publication: Publication, publisher: Client): boolean {
  const first = members[Math.floor(Math.random() * members.length)];
  if (first && offer(first, publication, publisher)) return true;
  // A copy: clients that are cut off leave the list.
  return [...members].some((member) => member !== first && offer(member, publication, publisher));
}

function offer(subscription: Subscription, publication: Publication, publisher: Client): boolean {
  if (subscription.connection === publisher && publisher.deafToItself) return false;
  return subscription.connection.deliver(subscription, publication);
}
