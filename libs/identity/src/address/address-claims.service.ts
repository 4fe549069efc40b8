import { Inject, Injectable } from '@nestjs/common';
import type { CommandDelivery } from '@isegoria/event-sourcing';
import { Accounts, nobody } from '../account/accounts.service';
import { Addresses } from './addresses.service';

/** Gives an address to an account whose holder has shown that it is theirs. */
@Injectable()
export class AddressClaims {
  constructor(
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  /**
   * An account that is being erased this moment may still have the address: it gives it up.
   * @returns the account that has the address now: the given one, or the one that was first
   */
  async claim(email: string, accountId: string, delivery: CommandDelivery): Promise<string> {
    const holder = await this.addresses.claim(email, accountId, delivery);
    if (holder === accountId) return holder;
    const account = await this.accounts.read(holder);
    if (!account.state.erased) return holder;
    await this.addresses.release(email, account);
    return this.addresses.claim(email, accountId, delivery);
  }

  /** Another living account that has the address, or may still take it back; undefined if there is none. */
  async otherHolder(email: string, accountId: string): Promise<string | undefined> {
    const { id, state } = await this.accounts.read((await this.addresses.holder(email)) ?? nobody);
    return id !== accountId && state.confirmed && !state.erased ? id : undefined;
  }

  /**
   * Asked after the claim, when it can no longer change: any earlier account had given the address up before that, and it was remembered
   * before it was given up.
   */
  wasReleased(email: string): Promise<boolean> {
    return this.addresses.wasReleased(email);
  }
}
