import { Injectable, Inject } from '@nestjs/common';
import { Rejection, type AddressEvent, type Recorded } from '@isegoria/contracts';
import { EventStore, RevisionConflict, followLog, uuidFrom, type CommandDelivery, type NewEvent } from '@isegoria/event-sourcing';
import { keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';

const attempts = 8;

/**
 * Who has which e-mail address: a stream an address, named by a keyed hash, whose last event says it. Each is appended at the revision that
 * was read, so that two people cannot have one address, however close together they ask.
 */
@Injectable()
export class Addresses {
  private readonly key = secrets.emailHashKey();

  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /**
   * @returns the account that has the address now: the one asked for, or the one that was first
   * @throws Rejection ACCOUNT_ERASED for a repeated command whose account was erased since: no account has an address twice
   */
  async claim(email: string, accountId: string, { commandId, metadata }: CommandDelivery): Promise<string> {
    const id = uuidFrom(commandId, 'claim');
    for (let attempt = 0; attempt < attempts; attempt++) {
      const history = await this.historyOf(this.streamOf(email));
      const holder = holderIn(history);
      if (holder !== undefined) return holder;
      if (history.some(({ data }) => data.accountId === accountId)) throw new Rejection('ACCOUNT_ERASED');
      if (await this.append(this.streamOf(email), { type: 'EmailClaimed', data: { accountId }, id, metadata }, history)) return accountId;
    }
    throw new Rejection('CONFLICT');
  }

  /** Lets anybody have the address that an erased account had; does nothing where it has it no longer. */
  async release(email: string, accountId: string): Promise<void> {
    await this.releaseStream(this.streamOf(email), accountId);
  }

  /**
   * As {@link release}, where the address itself can be read no longer: looks through all addresses for the one of the account. That takes
   * long where there are many, and is needed only where a key was destroyed by other means than an erasure.
   */
  async releaseUnread(accountId: string): Promise<void> {
    const abort = new AbortController();
    for await (const { events, live } of followLog<AddressEvent>(this.store, { prefixes: ['email-'], signal: abort.signal })) {
      for (const { stream, type, data } of events) if (type === 'EmailClaimed' && data.accountId === accountId) await this.releaseStream(stream, accountId);
      if (live) return;
    }
  }

  async holder(email: string): Promise<string | undefined> {
    return holderIn(await this.historyOf(this.streamOf(email)));
  }

  /** A name for the address that says nothing to whoever lacks the key; another one for each purpose. */
  hashed(purpose: string, email: string): string {
    return keyedHash(this.key, purpose, normalised(email));
  }

  private async releaseStream(stream: string, accountId: string): Promise<void> {
    const id = uuidFrom(accountId, 'released');
    const metadata = { at: new Date().toISOString(), correlationId: id };
    for (let attempt = 0; attempt < attempts; attempt++) {
      const history = await this.historyOf(stream);
      if (holderIn(history) !== accountId) return;
      if (await this.append(stream, { type: 'EmailReleased', data: { accountId }, id, metadata }, history)) return;
    }
    throw new Rejection('CONFLICT');
  }

  /** @returns false when somebody else was first */
  private async append(stream: string, event: NewEvent<AddressEvent>, history: readonly Recorded[]): Promise<boolean> {
    try {
      await this.store.append(stream, [event], history.at(-1)?.revision ?? 'none');
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }

  private historyOf(stream: string): Promise<Recorded<AddressEvent>[]> {
    return this.store.readStream<AddressEvent>(stream);
  }

  private streamOf(email: string): string {
    return `email-${this.hashed('email', email)}`;
  }
}

function holderIn(history: readonly Recorded<AddressEvent>[]): string | undefined {
  const last = history.findLast(({ type }) => type === 'EmailClaimed' || type === 'EmailReleased');
  return last?.type === 'EmailClaimed' ? last.data.accountId : undefined;
}

/** Mail systems do not tell capitals apart in practice, and Unicode spells one letter in several ways. */
function normalised(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
