import { Controller, Inject } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import { Rejection, permitted, unitsWhere, type CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import { secure, standingOf } from '@isegoria/service-host';
import { Administrators } from '../role/administrators.service';
import { mustEndInTime, takesOneAway } from '../role/role.decider';
import type { Session } from '../session/session.contract';
import { AcceptedInvitations } from './accepting/accepted-invitations.service';
import {
  acceptInvitation,
  inviteStaff,
  listInvitations,
  resendInvitation,
  showInvitation,
  withdrawInvitation,
  type AcceptInvitation,
  type FollowedInvitation,
  type Invitations,
  type Invited,
  type InviteStaff,
  type ListInvitations,
  type ResendInvitation,
  type ShowInvitation,
  type WithdrawInvitation,
} from './invitation.contract';
import { InvitationsOfStaff } from './invitations.service';

@Controller()
export class InvitationController {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(InvitationsOfStaff) private readonly invitations: InvitationsOfStaff,
    @Inject(Administrators) private readonly administrators: Administrators,
    @Inject(AcceptedInvitations) private readonly accepted: AcceptedInvitations,
  ) {}

  @Handles(inviteStaff)
  async invite({ command, context }: CommandMessage<InviteStaff>): Promise<Invited> {
    const actor = permitted(signedIn(context), 'administer', command.unit);
    if ((await standingOf(this.store, command.unit)) === 'unknown') throw new Rejection('UNIT_NOT_FOUND', { field: 'unit' });
    const until = command.until && new Date(command.until).toISOString();
    // A late retry of one that was sent is answered as before.
    if (!(await this.invitations.isSent(context.commandId))) mustEndInTime(until || undefined, Date.now());
    // What could not be given when it is accepted is not offered.
    if (takesOneAway({ ...command, type: 'GrantRole', until }))
      await this.administrators.actingAs(actor.accountId, command.unit, async () => undefined);
    // Another request under the same key must not send the link of this one to somebody else.
    await this.store.answers.claim(context.commandId, context.request);
    const id = await this.invitations.invite({ ...command, until }, actor, context);
    secure('staff-invited', { role: command.role });
    return { id };
  }

  @Handles(resendInvitation)
  async resend({ command, context }: CommandMessage<ResendInvitation>): Promise<Record<string, never>> {
    await this.invitations.resend(command.invitationId.toLowerCase(), signedIn(context), context);
    return {};
  }

  @Handles(withdrawInvitation)
  async withdraw({ command, context }: CommandMessage<WithdrawInvitation>): Promise<Record<string, never>> {
    await this.invitations.withdraw(command.invitationId.toLowerCase(), signedIn(context));
    return {};
  }

  @Handles(listInvitations)
  async list({ context }: CommandMessage<ListInvitations>): Promise<Invitations> {
    const actor = permitted(signedIn(context), 'administer');
    return { items: await this.invitations.open(unitsWhere(actor, 'administer')) };
  }

  @Handles(showInvitation)
  show({ command }: CommandMessage<ShowInvitation>): Promise<FollowedInvitation> {
    return this.accepted.show(command.token);
  }

  @Handles(acceptInvitation)
  accept({ command, context }: CommandMessage<AcceptInvitation>): Promise<Session> {
    return this.accepted.accept(command, context);
  }
}
