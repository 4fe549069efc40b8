import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler, type CommandDelivery } from '@isegoria/event-sourcing';
import { Rejection, may, type CommandContext, type RejectionDetails } from '@isegoria/kernel';
import { deliveryOf } from '@isegoria/messaging';
import { secure, standingOf } from '@isegoria/service-host';
import { Accounts, accountStream, actorOf, nobody, type Account } from '../../account/accounts.service';
import { derivedId } from '../../account/keyed-ids.service';
import { AddressClaims } from '../../address/address-claims.service';
import { Addresses } from '../../address/addresses.service';
import { Links } from '../../link/links.service';
import { PasswordRules } from '../../password/rules/password-rules.service';
import { Registration } from '../../registration/registration.service';
import { Administrators } from '../../role/administrators.service';
import { rolesDecider, takesOneAway } from '../../role/role.decider';
import type { Session } from '../../session/session.contract';
import { Sessions } from '../../session/sessions.service';
import { SigningIn } from '../../session/signing-in.service';
import type { AcceptInvitation, FollowedInvitation } from '../invitation.contract';
import { InvitationsOfStaff, type Invitation } from '../invitations.service';

/**
 * Gives the role of an invitation to whoever has its mailbox and the password of the account. The role is an act of the administrator who
 * invited, as the command said it then, and holds only if that person could give it now.
 */
@Injectable()
export class AcceptedInvitations {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(InvitationsOfStaff) private readonly invitations: InvitationsOfStaff,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(AddressClaims) private readonly claims: AddressClaims,
    @Inject(Links) private readonly links: Links,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
    @Inject(Registration) private readonly registration: Registration,
    @Inject(Administrators) private readonly administrators: Administrators,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SigningIn) private readonly signingIn: SigningIn,
  ) {
    this.handle = commandHandler(store, rolesDecider, { believeNew: false });
  }

  async show(token: string): Promise<FollowedInvitation> {
    const invitation = await this.invitations.find(token);
    if (!invitation) return { state: 'unknown' };
    const { state, email, unit, role, until } = invitation;
    if (state !== 'open') return { state };
    if (!(await this.canStillBeGiven(invitation))) return { state: 'replaced' };
    const hasAccount = (await this.signingIn.accountAt(email)).id !== nobody;
    return { state, email, unit, role, ...(until && { until: until.toISOString() }), hasAccount };
  }

  /**
   * @throws Rejection CONFIRMATION_INVALID for a link that is unknown, used, replaced, withdrawn or too old, or whose administrator is none
   * any more; VALIDATION_FAILED for a name or a password of a new account; WRONG_CREDENTIALS and TOO_MANY_REQUESTS as at sign-in
   */
  async accept({ token, name, password }: AcceptInvitation, context: CommandContext): Promise<Session> {
    const invitation = await this.invitations.find(token);
    const isUsable = invitation && (invitation.state === 'open' || invitation.usedBy === context.commandId);
    if (!isUsable || !(await this.canStillBeGiven(invitation))) throw new Rejection('CONFIRMATION_INVALID');
    // Before a password is stored under the command's id.
    await this.store.answers.claim(context.commandId, context.request);
    const account = await this.accountOf(invitation, { name, password }, context);
    if (!(await this.invitations.use(invitation, token, context.commandId))) throw new Rejection('CONFIRMATION_INVALID');
    await this.give(invitation, account, deliveryOf(context)).catch(async (error: unknown) => {
      await this.invitations.reopen(invitation, context.commandId);
      // Of the administrator who invited: nothing that the person who accepts could do about.
      throw error instanceof Rejection && error.code === 'FORBIDDEN_ROLE' ? new Rejection('CONFIRMATION_INVALID') : error;
    });
    return this.signingIn.open(await this.accounts.read(account.id), context);
  }

  private async canStillBeGiven({ invitedBy, unit }: Invitation): Promise<boolean> {
    return may(actorOf(await this.accounts.read(invitedBy)), 'administer', unit);
  }

  private async accountOf(
    { id, email, language }: Invitation,
    { name, password }: Pick<AcceptInvitation, 'name' | 'password'>,
    context: CommandContext,
  ): Promise<Account> {
    const account = await this.signingIn.accountAt(email);
    if (account.id !== nobody) {
      await this.signingIn.mustKnowPassword(account, password, context);
      return account;
    }
    const person = { email, name: name ?? '', password, language };
    await this.rules.mustBeHardToGuess(password, person).catch((error: unknown) => {
      // Both at once, the name first, as the form has them.
      if (name || !(error instanceof Rejection) || error.code !== 'VALIDATION_FAILED') throw error;
      throw nameIsMissing([{ field: 'password', params: error.details.params ?? {} }]);
    });
    if (!name) throw nameIsMissing();
    const accountId = derivedId('invited account', id);
    const delivery = deliveryOf(context);
    if ((await this.claims.claim(email, accountId, delivery)) !== accountId) throw new Rejection('CONFIRMATION_INVALID');
    await this.registration.beginConfirmed('RegisterConfirmed', accountId, person, delivery);
    await this.links.overtake('confirmation', this.addresses.nameOf(email));
    return this.accounts.read(accountId);
  }

  private async give({ id, invitedBy, unit, role, until, origin }: Invitation, account: Account, delivery: CommandDelivery): Promise<void> {
    const { id: accountId, state } = account;
    const standing = await standingOf(this.store, unit);
    const actor = actorOf(await this.accounts.read(invitedBy));
    const roleAsked = { role, unit, standing, until: until?.toISOString() };
    const asked = { type: 'GrantRole', accountId, erased: state.erased, actor, now: Date.now(), ...roleAsked } as const;
    const { request: _, ...metadata } = delivery.metadata;
    // One id for each invitation, so that no repeat gives the role again after somebody took it away.
    const act: CommandDelivery = { commandId: derivedId('invited role', id), metadata: { ...metadata, origin }, comesOnce: false };
    const change = () => this.handle(accountStream(accountId), asked, act);
    const { position } = await (takesOneAway(asked) ? this.administrators.actingAs(invitedBy, unit, change) : change());
    secure('role-granted', { role, position });
    await this.sessions.announceChange(accountId);
  }
}

const nameIsMissing = (further: RejectionDetails['further'] = []) =>
  new Rejection('VALIDATION_FAILED', { field: 'name', params: { constraint: 'isPlainText' }, ...(further.length > 0 && { further }) });
