import { Inject, Injectable } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { EventStore, acceptedAs, commandHandler, fold } from '@isegoria/event-sourcing';
import { rootUnit, type Accepted, type CommandContext } from '@isegoria/kernel';
import { BUS_KEYS, accountErased, tell, deliveryOf, type BusKeys, type ErasedAccount } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { BUS, log } from '@isegoria/service-host';
import { Accounts, erasedStream, type Account } from '../account/accounts.service';
import { Credentials } from '../account/credential/credentials.service';
import { Profiles } from '../account/profile/profiles.service';
import { Addresses } from '../address/addresses.service';
import { Guesses } from '../guessing/guesses.service';
import { Links } from '../link/links.service';
import { Mailer } from '../mail/mailer.service';
import { NotesOfPeople } from '../note/notes.service';
import { Administrators } from '../role/administrators.service';
import { SecondFactors } from '../second-factor/codes/second-factors.service';
import { Sessions } from '../session/sessions.service';
import { StaffSignIns } from '../staff-sign-in/staff-sign-ins.service';
import { Suspensions } from '../suspension/suspensions.service';
import { ErasuresAreToldInBatches } from './batches/erasure-batches.policy';
import type { ErasureEvent } from './erasure.contract';
import { erasureDecider, type EraseAccountOnce } from './erasure.decider';
import { UnpublishedErasures } from './batches/unpublished-erasures.service';

/**
 * Erases people. The order survives a crash anywhere: one append decides and is the acknowledgement; then everything about the account is
 * deleted; the key goes last, because the address is read with it, and because its destruction says that all else was done. Each step may
 * be repeated, so {@link finish} starts an interrupted erasure again. The public log learns of it later, with others.
 */
@Injectable()
export class Erasure {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(BUS) private readonly bus: ClientProxy,
    @Inject(BUS_KEYS) private readonly busKeys: BusKeys,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Administrators) private readonly administrators: Administrators,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Guesses) private readonly guesses: Guesses,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Links) private readonly links: Links,
    @Inject(Profiles) private readonly profiles: Profiles,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(NotesOfPeople) private readonly notes: NotesOfPeople,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(StaffSignIns) private readonly staffSignIns: StaffSignIns,
    @Inject(Suspensions) private readonly suspensions: Suspensions,
    @Inject(UnpublishedErasures) private readonly unpublished: UnpublishedErasures,
    @Inject(ErasuresAreToldInBatches) private readonly batches: ErasuresAreToldInBatches,
  ) {
    this.handle = commandHandler(store, erasureDecider, { believeNew: false });
  }

  /**
   * Resolves when it is on record; what cannot be finished at once is finished by the policy.
   * @throws Rejection FORBIDDEN_ROLE if a reason is given by somebody who is not an administrator of the root at that moment, whatever an
   * edge service remembers
   */
  async erase(asked: Omit<EraseAccountOnce, 'account'>, context: CommandContext): Promise<Accepted> {
    const { accountId, by, reason } = asked;
    const delivery = deliveryOf(context);
    const { state: account } = await this.accounts.read(accountId);
    const record = () => this.handle(erasedStream(accountId), { ...asked, account }, delivery);
    const { position } = await (reason === null ? record() : this.administrators.actingAs(by, rootUnit, record));
    await this.finish(accountId).catch((error: unknown) =>
      log.warn({ err: error, accountId }, 'an erasure is on record and not finished yet'),
    );
    // It has one answer, whoever asks for it and however often.
    return acceptedAs(accountId, { position, unchanged: false });
  }

  /** Deletes what is left of an account that the log says is erased; harmless for any other. */
  async finish(accountId: string): Promise<void> {
    if (await this.keys.isDestroyed(accountId)) return;
    const account = await this.accounts.read(accountId);
    if (!account.state.erased) return;
    await this.sessions.endAll(accountId);
    await this.credentials.dropAll(accountId);
    await this.secondFactors.forget(accountId);
    await this.staffSignIns.forget(accountId);
    await this.suspensions.forget(accountId);
    await this.mailer.forget(accountId);
    await this.notes.forget(accountId);
    await this.giveUpAddress(account);
    await this.giveUpWhatWasSent(account);
    await this.unpublished.destroyKey(account, await this.isPublished(accountId));
    this.batches.lookNow();
    tell(this.bus, this.busKeys, accountErased, { accountId } satisfies ErasedAccount);
  }

  private async isPublished(accountId: string): Promise<boolean> {
    const events = await this.store.readStream<ErasureEvent>(erasedStream(accountId));
    return fold(erasureDecider, events).publishedIn !== null;
  }

  private async giveUpAddress(account: Account): Promise<void> {
    if (account.state.origin === 'imported') return;
    const email = await this.accounts.addressOf(account);
    // An unconfirmed account never had an address, and its profile may have expired.
    if (email === null) return account.state.confirmed ? this.addresses.releaseUnread(account) : undefined;
    // Where somebody else has the address, after a crash or for good, that person's tries stay.
    if ((await this.addresses.holder(email)) === account.id) await this.guesses.forget('password', email);
    await this.addresses.release(email, account);
  }

  /** Links, the addresses that they are about and the account may have claimed, and the profile as it was before the confirmation. */
  private async giveUpWhatWasSent(account: Account): Promise<void> {
    for (const address of await this.links.addressesOf(account.id)) await this.addresses.releaseNamed(address, account);
    await this.links.forget(account.id);
    await this.guesses.forget('password', account.id);
    await this.profiles.forgetUnconfirmed(account.id);
  }
}
