import { Injectable, Inject } from '@nestjs/common';
import { EventStore, RevisionConflict, followLog, type CommandDelivery, type NewEvent } from '@isegoria/event-sourcing';
import { Rejection, type Recorded } from '@isegoria/kernel';
import { keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';
import type { Account } from '../account/accounts.service';
import { blindOf, derivedId } from '../account/keyed-ids.service';
import type { AddressEvent } from './address.contract';
import { canonicalAddress } from './canonical-address';
import { ReleasedCredentials } from './released-credentials.service';

const attempts = 8;

/**
 * Who has which e-mail address: one stream for each address, named by a keyed hash; its last event says who has it. Each event is appended
 * at the revision that was read, so that two people cannot get one address, however close together they ask.
 */
@Injectable()
export class Addresses {
  private readonly key = secrets.emailHashKey();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReleasedCredentials) private readonly released: ReleasedCredentials,
  ) {}

  /**
   * @returns the account that has the address now: the given one, or the one that was first
   * @throws Rejection ACCOUNT_ERASED for a repeated command whose claim was given up since: no command claims twice
   */
  async claim(email: string, accountId: string, { commandId, metadata }: CommandDelivery): Promise<string> {
    const claimed = recordOf('EmailClaimed', accountId, derivedId('claim', commandId), metadata.at);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const history = await this.historyOf(this.streamOf(email));
      const holder = holderIn(history);
      if (holder !== undefined) return holder;
      if (history.some(({ id }) => id === claimed.id)) throw new Rejection('ACCOUNT_ERASED');
      if ((await this.append(this.streamOf(email), claimed, history)) !== undefined) return accountId;
    }
    throw new Rejection('CONFLICT');
  }

  /**
   * Frees the address of an account that was erased or has another one, for anybody, and remembers that it verified one; does nothing if
   * the account never had it, and nothing new if it no longer has it.
   */
  async release(email: string, account: Account): Promise<void> {
    await this.releaseStream(this.streamOf(email), account);
  }

  /** Like {@link release}, for an address of which only the name is kept. @param name see {@link nameOf} */
  async releaseNamed(name: string, account: Account): Promise<void> {
    await this.releaseStream(`email-${name}`, account);
  }

  /** Whether the address verified an account that was erased, and may have taken part in a consultation that is not closed. */
  wasReleased(email: string): Promise<boolean> {
    return this.released.includes(this.streamOf(email));
  }

  /**
   * Like {@link release}, when the address itself can no longer be read: searches all addresses for the one of the account. That takes long
   * if there are many, and is only needed if a key was destroyed in another way than by an erasure.
   */
  async releaseUnread(account: Account): Promise<void> {
    const abort = new AbortController();
    for await (const { events, live } of followLog<AddressEvent>(this.store, { prefixes: ['email-'], signal: abort.signal })) {
      for (const { stream, type, data } of events) {
        if (type === 'EmailClaimed' && data.accountId === account.id) await this.releaseStream(stream, account);
      }
      if (live) return;
    }
  }

  async holder(email: string): Promise<string | undefined> {
    return holderIn(await this.historyOf(this.streamOf(email)));
  }

  /** A name for the address that says nothing without the key; a different one for each purpose. */
  hashed(purpose: string, email: string): string {
    return keyedHash(this.key, purpose, canonicalAddress(email));
  }

  /**
   * The released credential is stored before the release, so that nobody can take the address between the two, and becomes final only when
   * the release is in the log: an interrupted release is put right when it is repeated.
   */
  private async releaseStream(stream: string, { id: accountId, state: { confirmed } }: Account): Promise<void> {
    const keep = async (position: number | null) => void (confirmed && (await this.released.keep(stream, position)));
    for (let attempt = 0; attempt < attempts; attempt++) {
      const history = await this.historyOf(stream);
      const claim = history.findLast(({ type, data }) => type === 'EmailClaimed' && data.accountId === accountId);
      if (!claim) return;
      const earlier = history.find(
        ({ type, data, revision }) => type === 'EmailReleased' && data.accountId === accountId && revision > claim.revision,
      );
      if (earlier) return keep(earlier.position);
      const released = recordOf('EmailReleased', accountId, derivedId('release', claim.id), new Date().toISOString());
      await keep(null);
      const position = await this.append(stream, released, history);
      if (position !== undefined) return keep(position);
    }
    throw new Rejection('CONFLICT');
  }

  /** @returns the log position; undefined when somebody else was first */
  private async append(stream: string, event: NewEvent<AddressEvent>, history: readonly Recorded[]): Promise<number | undefined> {
    try {
      return (await this.store.append(stream, [event], history.at(-1)?.revision ?? 'none')).position;
    } catch (error) {
      if (error instanceof RevisionConflict) return undefined;
      throw error;
    }
  }

  /** The name under which the address is claimed: keyed, as in the name of its stream. */
  nameOf(email: string): string {
    return this.hashed('email', email);
  }

  private historyOf(stream: string): Promise<Recorded<AddressEvent>[]> {
    return this.store.readStream<AddressEvent>(stream);
  }

  private streamOf(email: string): string {
    return `email-${this.nameOf(email)}`;
  }
}

/** Its leaf shares nothing with those of the account: the public must not learn that this address belongs to the account. */
function recordOf(type: AddressEvent['type'], accountId: string, id: string, at: string): NewEvent<AddressEvent> {
  return { type, data: { accountId, blind: blindOf(id) }, id, metadata: { at, correlationId: derivedId('correlation', id) } };
}

function holderIn(history: readonly Recorded<AddressEvent>[]): string | undefined {
  const last = history.findLast(({ type }) => type === 'EmailClaimed' || type === 'EmailReleased');
  return last?.type === 'EmailClaimed' ? last.data.accountId : undefined;
}
