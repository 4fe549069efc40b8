import { IsBoolean, IsIn, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  IsEmailAddress,
  IsMoment,
  IsOneLine,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  command,
  languages,
  limits,
  roles,
  type Language,
  type Role,
} from '@isegoria/kernel';
import { IsGivenPassword, IsToken } from '../password/rules/secrets.contract';
import { Session } from '../session/session.contract';

export class InviteStaff {
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  email: string;

  @IsUnit()
  unit: string;

  @IsIn(roles)
  role: Role;

  /** When the role ends by itself (UTC); it does not when this is absent. */
  @OrAbsent()
  @IsMoment()
  until?: string;

  /** Of the message. */
  @IsIn(languages)
  language: Language;
}

export class ResendInvitation {
  @IsUUID()
  invitationId: string;
}
export class WithdrawInvitation extends ResendInvitation {}

export class Invited {
  @IsUUID() readonly id: string;
}

/** The answer and the message are the same whether or not the address has an account. */
export const inviteStaff = command(InviteStaff, {
  route: 'POST /invitations',
  may: 'administer',
  summary: 'Invite somebody by address to a role in a unit; the same whether or not the address is known',
  reply: Invited,
  atMostAMinute: 20,
});
export const resendInvitation = command(ResendInvitation, {
  route: 'POST /invitations/:invitationId/messages',
  may: 'administer',
  summary: 'Send an invitation again, with a new link that replaces the one before and a new end',
  status: 204,
  atMostAMinute: 20,
});
export const withdrawInvitation = command(WithdrawInvitation, {
  route: 'DELETE /invitations/:invitationId',
  may: 'administer',
  summary: 'Withdraw an invitation that nobody has accepted',
  status: 204,
});

/** Ones that nobody has accepted yet. */
export class InvitationView {
  @IsUUID() readonly id: string;
  @IsString() readonly email: string;
  @IsUnit() readonly unit: string;
  @IsIn(roles) readonly role: Role;
  /** When the role ends by itself; null where it does not. */
  @OrNull() @IsISO8601() readonly until: string | null;
  @IsISO8601() readonly sentAt: string;
  @IsISO8601() readonly expiresAt: string;
  @IsBoolean() readonly expired: boolean;
}
export class Invitations {
  @Nested(() => InvitationView, { each: true }) readonly items: readonly InvitationView[];
}

/** The request has no parameters. */
export class ListInvitations {}
export const listInvitations = command(ListInvitations, {
  route: 'GET /invitations',
  may: 'administer',
  summary: 'Invitations that nobody has accepted, to roles in the units of the administrator, newest first',
  reply: Invitations,
});

export class ShowInvitation {
  @IsToken()
  token: string;
}
export const invitationStates = ['open', 'used', 'replaced', 'expired', 'unknown'] as const;

/** What is true of the link of an invitation, for the person who has it. */
export class FollowedInvitation {
  @IsIn(invitationStates) readonly state: (typeof invitationStates)[number];
  /** The rest while it is open. */
  @OrAbsent() @IsString() readonly email?: string;
  @OrAbsent() @IsUnit() readonly unit?: string;
  @OrAbsent() @IsIn(roles) readonly role?: Role;
  @OrAbsent() @IsISO8601() readonly until?: string;
  /** Whether the address has an account, whose password is then asked for: who has the link has the mailbox. */
  @OrAbsent() @IsBoolean() readonly hasAccount?: boolean;
}

/** A POST, so that the token stands in no address that somebody keeps. It changes nothing. */
export const showInvitation = command(ShowInvitation, {
  route: 'POST /invitations/shown',
  may: 'anyone',
  summary: 'What an invitation is to, by the token of its link; changes nothing',
  reply: FollowedInvitation,
  status: 200,
  atMostAMinute: 30,
});

export class AcceptInvitation {
  @IsToken()
  token: string;

  /** For an address that has no account. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.nameLength)
  name?: string;

  /** That of the account of the address; where it has none, the one to be. */
  @IsGivenPassword()
  password: string;
}
export const acceptInvitation = command(AcceptInvitation, {
  route: 'POST /invitations/acceptances',
  may: 'anyone',
  summary: 'Accept an invitation with the token of its link; begins an account where the address has none',
  reply: Session,
  atMostAMinute: 30,
});
