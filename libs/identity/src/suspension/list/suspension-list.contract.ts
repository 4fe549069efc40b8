import { IsBoolean, IsHexadecimal, IsIn, IsISO8601, IsInt, IsString, IsUUID, Length } from 'class-validator';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import { Nested, OrAbsent, OrNull, PageRequest, pageQuery, query, suspendingRoles, type SuspendingRole } from '@isegoria/kernel';

/** An appeal against a suspension. */
export class SuspensionAppealView {
  /** Null once the account is erased. */
  @OrNull() @IsString() readonly text: string | null;
  @IsISO8601() readonly madeAt: string;
  /** Null while nobody has decided. */
  @OrNull() @IsBoolean() readonly granted: boolean | null;
  @OrNull() @IsString() readonly reason: string | null;
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
  @OrNull() @IsISO8601() readonly decidedAt: string | null;
}

/** A suspension on record, as its holder and those see it who may suspend. */
export class SuspensionRecord {
  @IsUUID() readonly id: string;
  /** Whose account it is: for administrators alone, and null once the account is erased. */
  @OrNull() @IsUUID() readonly accountId: string | null;
  @IsISO8601() readonly orderedAt: string;
  /** The first eight digits of the account that ordered it. */
  @IsString() readonly orderedBy: string;
  /** In which role; null where the record does not say. */
  @OrNull() @IsIn(suspendingRoles) readonly orderedAs: SuspendingRole | null;
  @IsISO8601() readonly until: string;
  @IsString() readonly reason: string;
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
  /** Whether the account is suspended by it now: it is not over, not ended and no later one has taken its place. */
  @IsBoolean() readonly isRunning: boolean;
  /** When it was ended before its time; null where it was not. */
  @OrNull() @IsISO8601() readonly endedAt: string | null;
  @OrNull() @IsString() readonly endReason: string | null;
  /** Null where nobody has appealed. */
  @OrNull() @Nested(() => SuspensionAppealView) readonly appeal: SuspensionAppealView | null;
  /** Where it stands in the log. */
  @IsInt() readonly position: number;
}

/** `appealed`: with an appeal on which nobody has decided. */
export const suspensionStates = ['running', 'appealed', 'ended'] as const;
export type SuspensionListState = (typeof suspensionStates)[number];

export class ListSuspensions extends PageRequest {
  @OrAbsent() @IsIn(suspensionStates) state?: SuspensionListState;
}
export const listSuspensions = pageQuery(ListSuspensions, SuspensionRecord, {
  route: 'GET /suspensions',
  may: 'moderate',
  summary: 'Suspensions, newest first: those that run, unless another state is asked for',
});

export class ShowSuspension {
  @IsUUID() suspensionId: string;
}
export const showSuspension = query(ShowSuspension, SuspensionRecord, {
  route: 'GET /suspensions/:suspensionId',
  may: 'moderate',
  summary: 'One suspension, with the appeal against it',
});

export class ShowAuthorsSuspension {
  @IsHexadecimal()
  @Length(32, 32)
  author: string;
}
export const showAuthorsSuspension = query(ShowAuthorsSuspension, SuspensionRecord, {
  route: 'GET /authors/:author/suspension',
  may: 'moderate',
  summary: 'The suspension in force of the account behind a pseudonym; which account it is stays untold',
});

export class ShowOwnSuspension {}
export const showOwnSuspension = query(ShowOwnSuspension, SuspensionRecord, {
  route: 'GET /me/suspension',
  may: 'participate',
  summary: 'The last suspension of the own account, also when it is over',
});
