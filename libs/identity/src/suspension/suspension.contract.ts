import { IsHexadecimal, IsISO8601, IsIn, IsInt, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { ModeratorsDecision, type ModerationRule } from '@isegoria/content';
import {
  IsPlainText,
  OrAbsent,
  command,
  event,
  limits,
  stream,
  suspendingRoles,
  type DomainEvent,
  type SuspendingRole,
  type Suspension,
} from '@isegoria/kernel';

/** How long, and why. The reason, and the rule that it rests on, are on the public record for good. */
export class Suspend extends ModeratorsDecision {
  @IsInt()
  @Min(1)
  @Max(limits.suspensionDaysMax)
  days: number;
}

export class SuspendAccount extends Suspend {
  @IsUUID()
  accountId: string;
}
export const suspendAccount = command(SuspendAccount, {
  route: 'POST /accounts/:accountId/suspension',
  may: 'administer',
  summary:
    'Suspend an account for some days, with the reason: its holder may read, appeal and erase, and adds nothing. ' +
    'An account has one suspension at a time: a second is refused, with what stands',
});

/** The account behind a pseudonym. Whoever asks for it is not told which it is. */
export class SuspendAuthor extends Suspend {
  @IsHexadecimal()
  @Length(32, 32)
  author: string;
}
export const suspendAuthor = command(SuspendAuthor, {
  route: 'POST /authors/:author/suspension',
  may: 'moderate',
  summary: 'Suspend the account behind a pseudonym for some days, with the reason, once at a time; which account it is stays untold',
});

export class LiftSuspension {
  @IsUUID()
  suspensionId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const liftSuspension = command(LiftSuspension, {
  route: 'POST /suspensions/:suspensionId/end',
  may: 'moderate',
  summary: 'End a suspension before its time, with the reason',
});

/** A suspension as the holder of the account and administrators see it. */
export class SuspensionView implements Suspension {
  @IsUUID() readonly id: string;
  @IsISO8601() readonly until: string;
  @IsString() readonly reason: string;
  /** In which role somebody ordered it; absent where the record does not say. */
  @OrAbsent() @IsIn(suspendingRoles) readonly orderedAs?: SuspendingRole;
}

const accountId = 'acc00000-0000-4000-8000-000000000001';
const suspensionId = '505e0000-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';
const [until, reason] = ['2026-03-16T09:00:00.000Z', 'Insults, after two warnings.'];

/** Whose account it is. Unlogged: at that moment a moderator often hides something, and the entry would say whose it was. */
const suspendedAccounts = stream('suspended-<accountId>', 'unlogged');
/** That somebody was suspended, by whom and why: never whose account. */
export const suspensions = stream('suspension-<suspensionId>', 'public');

export type AccountSuspended = DomainEvent<
  'AccountSuspended',
  { accountId: string; suspensionId: string; until: string; by: string; reason: string; role?: SuspendingRole }
>;
export const accountSuspended = event<AccountSuspended>('AccountSuspended', {
  stream: suspendedAccounts,
  says: 'The account adds nothing until then (UTC). There is one at a time; in older logs, a later one takes the place of an earlier one.',
  may: 'moderate',
  sample: { accountId, suspensionId, until, by, reason },
});

export type SuspensionLifted = DomainEvent<'SuspensionLifted', { accountId: string; suspensionId: string; by: string }>;
export const suspensionLifted = event<SuspensionLifted>('SuspensionLifted', {
  stream: suspendedAccounts,
  says: 'The account may add something again.',
  may: 'moderate',
  sample: { accountId, suspensionId, by },
});

export type SuspensionOrdered = DomainEvent<
  'SuspensionOrdered',
  { suspensionId: string; until: string; by: string; reason: string; rule?: ModerationRule; role?: SuspendingRole }
>;
export const suspensionOrdered = event<SuspensionOrdered>('SuspensionOrdered', {
  stream: suspensions,
  says:
    'A moderator or administrator suspends an account until then (UTC); `rule` names the rule that was broken, where one fits, and ' +
    '`role` in which role it was ordered. Which account, and under which pseudonyms, is in no entry.',
  may: 'moderate',
  act: { subject: 'suspensionId' },
  sample: { suspensionId, until, by, reason },
});

export type SuspensionEnded = DomainEvent<'SuspensionEnded', { suspensionId: string; by: string; reason: string }>;
export const suspensionEnded = event<SuspensionEnded>('SuspensionEnded', {
  stream: suspensions,
  says: 'A moderator or administrator ends a suspension before its time.',
  may: 'moderate',
  act: { subject: 'suspensionId' },
  sample: { suspensionId, by, reason: 'Another person had written it.' },
});

export type SuspensionEvent = AccountSuspended | SuspensionLifted | SuspensionOrdered | SuspensionEnded;
export const eventsOfSuspensions = [accountSuspended, suspensionLifted, suspensionOrdered, suspensionEnded] as const;
