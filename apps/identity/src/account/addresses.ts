import { Injectable, Inject } from '@nestjs/common';
import type { EmailClaimed, EventMetadata } from '@isegoria/contracts';
import { EventStore, RevisionConflict, uuidFrom } from '@isegoria/event-sourcing';
import { keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';

/**
 * Who has which e-mail address: a stream an address, named by a keyed hash, whose first event says it for good. The store takes a first
 * event once, so two people cannot have one address, however close together they ask.
 */
@Injectable()
export class Addresses {
  private readonly key = secrets.emailHashKey();

  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** @returns the account that has the address now: the one asked for, or the one that was first */
  async claim(email: string, accountId: string, { commandId, metadata }: { commandId: string; metadata: EventMetadata }): Promise<string> {
    const claimed: EmailClaimed = { type: 'EmailClaimed', data: { accountId } };
    try {
      await this.store.append(this.streamOf(email), [{ ...claimed, id: uuidFrom(commandId, 'claim'), metadata }], 'none');
      return accountId;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      return (await this.holder(email))!;
    }
  }

  async holder(email: string): Promise<string | undefined> {
    const [claimed] = await this.store.readStream<EmailClaimed>(this.streamOf(email));
    return claimed?.data.accountId;
  }

  /** A name for the address that says nothing to whoever lacks the key; another one for each purpose. */
  hashed(purpose: string, email: string): string {
    return keyedHash(this.key, purpose, normalised(email));
  }

  private streamOf(email: string): string {
    return `email-${this.hashed('email', email)}`;
  }
}

/** Mail systems do not tell capitals apart in practice, and Unicode spells one letter in several ways. */
function normalised(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
