import { IsIn, IsInt, IsNumber, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  IsPlainText,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  assuranceLevels,
  command,
  event,
  limits,
  pageQuery,
  type AssuranceLevel,
  type DomainEvent,
} from '@isegoria/kernel';
import type { CastEvent } from '../methods/methods.contract';
import { ballots, sampleIds } from '../streams.contract';

const sameName = /^-?\d{1,19}$/;
const onePseudonym = /^[0-9a-f]{32}$/;

export class ExcludeBallot {
  @IsUUID()
  activityId: string;

  /** The pseudonym of the person in this consultation, as the log has it. */
  @Matches(onePseudonym)
  voter: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export class ReinstateBallot extends ExcludeBallot {}

export const excludeBallot = command(ExcludeBallot, {
  route: 'POST /activities/:activityId/exclusions',
  may: 'moderate',
  summary: 'Leave a ballot out of all counts, with the reason',
});
export const reinstateBallot = command(ReinstateBallot, {
  route: 'POST /activities/:activityId/reinstatements',
  may: 'moderate',
  summary: 'Let an excluded ballot count again, with the reason',
});

/** Ballots that give the same answers in all activities of a consultation. */
export class SameAnswers {
  /** Names them; means nothing. */
  @Matches(sameName) readonly name: string;
  /** How many there are, this one included. */
  @IsInt() readonly ballots: number;
  /** How many questions each of them answers, such as statements. */
  @IsInt() readonly answers: number;
}

/** A person's ballot in one activity, as moderators see it. */
export class BallotView {
  /** The person's pseudonym in the consultation. */
  @IsString() readonly voter: string;
  /** The day (UTC) of the first vote. */
  @IsString() readonly firstDay: string;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Statements voted on, or options chosen; null of a survey, whose answers are withheld: it would say how much somebody answered. */
  @OrNull() @IsInt() readonly votes: number | null;
  /** Null while it counts. */
  @OrNull() @IsString() readonly excludedReason: string | null;
  /** How many votes came in a minute, pauses of more than a minute left out; null where fewer than two votes tell. */
  @OrNull() @IsNumber() readonly votesPerMinute: number | null;
  /** The shortest time between two votes, in milliseconds. */
  @OrNull() @IsInt() readonly shortestPause: number | null;
  /** The ballots that give the same answers in the whole consultation; null where there is no other, or few answers. */
  @OrNull() @Nested(() => SameAnswers) readonly same: SameAnswers | null;
}

export const ballotOrders = ['pace', 'same'] as const;
export type BallotOrder = (typeof ballotOrders)[number];

export class ListBallots extends PageRequest {
  @IsUUID() activityId: string;
  /** All ballots unless the excluded ones are asked for. */
  @OrAbsent() @IsIn(['excluded']) status?: 'excluded';
  /** By pseudonym unless the quickest, or those that answer the same as the most others, are to come first. */
  @OrAbsent() @IsIn(ballotOrders) order?: BallotOrder;
  /** Those that give the same answers. */
  @OrAbsent() @Matches(sameName) same?: string;
  /** These alone: pseudonyms, separated by commas. */
  @OrAbsent() @Matches(/^[0-9a-f]{32}(,[0-9a-f]{32}){0,99}$/) only?: string;
}
export const listBallots = pageQuery(ListBallots, BallotView, {
  route: 'GET /activities/:activityId/ballots',
  may: 'moderate',
  summary: 'Ballots by pseudonym, all or the excluded ones',
});

const { consultationId, activityId, voter, by } = sampleIds;

type Exclusion = { consultationId: string; activityId: string; voter: string; by: string; reason: string };

export type BallotExcluded = DomainEvent<'BallotExcluded', Exclusion>;
export const ballotExcluded = event<BallotExcluded>('BallotExcluded', {
  stream: ballots,
  says:
    'All that the person cast in the activity is left out of every count, for a reason that everybody may read. It cannot be changed ' +
    'then.',
  may: 'moderate',
  act: { subject: 'voter' },
  sample: { consultationId, activityId, voter, by, reason: 'Cast by a program.' },
});

export type BallotReinstated = DomainEvent<'BallotReinstated', Exclusion>;
export const ballotReinstated = event<BallotReinstated>('BallotReinstated', {
  stream: ballots,
  says: 'What was left out counts again, as it was cast.',
  may: 'moderate',
  act: { subject: 'voter' },
  sample: { consultationId, activityId, voter, by, reason: 'A person came to the office.' },
});
export type BallotEvent = CastEvent | BallotExcluded | BallotReinstated;
