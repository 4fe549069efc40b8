import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  IsPlainText,
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

export class ExcludeBallot {
  @IsUUID()
  activityId: string;

  /** The pseudonym of the person in this consultation, as the log has it. */
  @Matches(/^[0-9a-f]{32}$/)
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

/** A person's ballot in one activity, as moderators see it. */
export class BallotView {
  /** The person's pseudonym in the consultation. */
  @IsString() readonly voter: string;
  /** The day (UTC) of the first vote. */
  @IsString() readonly firstDay: string;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Statements voted on, or options chosen. */
  @IsInt() readonly votes: number;
  /** Null while it counts. */
  @OrNull() @IsString() readonly excludedReason: string | null;
}

export class ListBallots extends PageRequest {
  @IsUUID() activityId: string;
  /** All ballots unless the excluded ones are asked for. */
  @IsOptional() @IsIn(['excluded']) status?: 'excluded';
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
