import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches } from 'class-validator';
import { Nested, OrNull, PageRequest, command, pageQuery } from '@isegoria/kernel';
import { standings, type Standing } from '../ballot/standing/standing.contract';
import { voteChoices, type VoteChoice } from '../methods/deliberation/vote/statement-vote.contract';
import { methodNames, type MethodName } from '../methods/methods.contract';

/** An activity in which the person cast something. */
export class OwnActivityView {
  @IsUUID() readonly id: string;
  @OrNull() @IsString() readonly title: string | null;
  @IsIn(methodNames) readonly method: MethodName;
  /** Why a moderator left what the person cast out of the counts; null while it counts. */
  @OrNull() @IsString() readonly excludedReason: string | null;
  /** Whether what the person cast there is counted, and if not, why. */
  @IsIn(standings) readonly standing: Standing;
}

/** A consultation in which the person cast something. */
export class OwnParticipationView {
  @IsUUID() readonly consultationId: string;
  @IsString() readonly title: string;
  @Nested(() => OwnActivityView, { each: true }) readonly activities: readonly OwnActivityView[];
}

export class ListOwnParticipations extends PageRequest {}
export const listOwnParticipations = pageQuery(ListOwnParticipations, OwnParticipationView, {
  route: 'GET /my-consultations',
  may: 'participate',
  summary: 'The consultations in which the signed-in person has voted, the last published first',
});

/** One vote as it stands in the log, with its receipt. */
export class OwnVoteRecord {
  @IsISO8601() readonly castAt: string;
  /** Deliberations: on which statement; null otherwise. */
  @OrNull() @IsUUID() readonly statementId: string | null;
  /** Deliberations. */
  @OrNull() @IsIn(voteChoices) readonly choice: VoteChoice | null;
  /** Polls and ranked votes: ids of options. Score votes: `<id>:<score>`. Motions: `yes`, `no` or `abstain`. */
  @IsArray() @IsString({ each: true }) readonly options: readonly string[];
  /** Whether the person voted on the same thing again later. */
  @IsBoolean() readonly replaced: boolean;
  @IsString() readonly receipt: string;
}

/** A page of what the person has cast in one activity, the newest first. */
export class OwnVoteRecords {
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @Nested(() => OwnVoteRecord, { each: true }) readonly items: readonly OwnVoteRecord[];
  /** The `from` of the page that follows; null at the end. */
  @OrNull() @IsString() readonly next: string | null;
  /** How many there are. */
  @IsInt() readonly count: number;
}

export class ShowOwnVotes {
  @IsUUID() activityId: string;
  /** `newest`, or the `next` of the page before. */
  @Matches(/^(newest|\d{1,9})$/) from: string;
}
/** Receipts are signed anew for it from what the log has: they are the same as those that were given. */
export const showOwnVotes = command(ShowOwnVotes, {
  route: 'GET /activities/:activityId/my-votes/:from',
  may: 'participate',
  summary: 'What the signed-in person has cast in an activity, with its receipts',
  reply: OwnVoteRecords,
});
