import { Inject, Injectable } from '@nestjs/common';
import type { Profile } from '../account/accounts.service';
import { unconfirmed } from '../account/profile/profiles.service';
import { AddressClaims } from '../address/address-claims.service';
import { Addresses } from '../address/addresses.service';
import { Links } from '../link/links.service';
import { messages } from '../mail/messages';
import { Post } from '../mail/post.service';
import { publicLink } from '../mail/public-link.service';

type Addressee = Pick<Profile, 'email' | 'language'> & { readonly returnTo?: string };

const validFor = 48 * 60 * 60 * 1000;

/** Sends the links by which an address is confirmed. */
@Injectable()
export class ConfirmationLinks {
  constructor(
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(AddressClaims) private readonly claims: AddressClaims,
    @Inject(Links) private readonly links: Links,
    @Inject(Post) private readonly post: Post,
  ) {}

  /**
   * The same steps whether or not the address has an account; only its mailbox learns which. Once, however often it is repeated.
   * @param returnTo where the person was, for the link to lead back in whatever browser it is followed
   */
  async send(accountId: string, { email, language, returnTo }: Addressee, commandId: string): Promise<void> {
    const address = this.addresses.nameOf(email);
    const token = await this.links.issue({ purpose: 'confirmation', accountId, address, validFor }, commandId);
    const holder = await this.claims.otherHolder(email, accountId);
    const back = returnTo === undefined ? undefined : { return: returnTo };
    const message = holder
      ? messages.addressIsKnown(language, { link: publicLink('/sign-in', back), forgotten: publicLink('/forgotten-password', back) })
      : messages.confirmAddress(language, { link: publicLink('/confirm', { token, ...back }) });
    await this.post.send('confirmation mail', commandId, { accountId: holder ?? unconfirmed(accountId), email }, message);
  }
}
