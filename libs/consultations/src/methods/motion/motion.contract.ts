import { IsBoolean, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { Nested, OrAbsent, OrNull, command, event, limits, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import { CountByAssurance, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import type { HiddenChoice } from '../../hidden-results/hidden-results.contract';
import { ballots, sampleIds } from '../../streams.contract';
import type { MethodContract } from '../method/method.contract';

export const motion = {
  method: 'motion',
  exports: ['votes'],
  castEvent: 'MotionBallotCast',
  alsoContributed: [],
  noResults: { motion: null },
  hides: { vote: null },
  noBallot: { options: [] },
} as const satisfies MethodContract;

export const motionVotes = ['yes', 'no', 'abstain'] as const;
export type MotionVote = (typeof motionVotes)[number];

/**
 * What carries a motion: more yes than no; yes on more than half of all ballots, abstentions included; or yes on at least two thirds of
 * those that say yes or no. A motion that nobody votes yes on is never carried.
 */
export const majorities = ['simple', 'absolute', 'two-thirds'] as const;
export type Majority = (typeof majorities)[number];

export interface MotionSettings {
  readonly majority: Majority;
  /** How many ballots there must be, abstentions included; 0 for any number. */
  readonly quorum: number;
}

export class MotionDraft {
  /** Motions: what carries it; more yes than no when absent. */
  @OrAbsent()
  @IsIn(majorities)
  majority?: Majority;

  /** Motions: how many ballots there must be, abstentions included; any number when absent. */
  @OrAbsent()
  @IsInt()
  @Min(1)
  @Max(limits.quorumMax)
  quorum?: number;
}

export class MotionSettingsView {
  /** Motions. */
  @OrAbsent() @IsIn(majorities) readonly majority?: Majority;
  /** Motions: how many ballots there must be, abstentions included; 0 for any number. */
  @OrAbsent() @IsInt() readonly quorum?: number;
}

export class MotionVotes {
  @IsIn(motionVotes) readonly vote: MotionVote;
  /** Of people at the level that the consultation counts from, and above. */
  @IsInt() readonly votes: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

/** How a motion comes out, of the ballots that headline figures count. */
export class MotionCount {
  @IsIn(majorities) readonly majority: Majority;
  /** Null where any number of ballots is enough. */
  @OrNull() @IsInt() readonly quorum: number | null;
  /** Yes, no and abstain, in this order. */
  @Nested(() => MotionVotes, { each: true }) readonly votes: readonly MotionVotes[];
  /** All of these together. */
  @IsInt() readonly ballots: number;
  @IsBoolean() readonly reachesQuorum: boolean;
  /** Whether it has its majority, and its quorum. */
  @IsBoolean() readonly isCarried: boolean;
}

export class MotionResults {
  /** Motions; null of any other activity. */
  @OrNull() @Nested(() => MotionCount) readonly motion: MotionCount | null;
}

export class CastMotionBallot {
  @IsUUID()
  activityId: string;

  @IsIn(motionVotes)
  vote: MotionVote;
}

export const castMotionBallot = command(CastMotionBallot, {
  route: 'PUT /activities/:activityId/motion-ballot',
  may: 'contribute',
  summary: 'Vote yes or no on a motion, or abstain; the last ballot counts',
  originWithin: 'activityId',
});

const { consultationId, activityId, voter } = sampleIds;

export type MotionBallotCast = DomainEvent<
  'MotionBallotCast',
  { consultationId: string; activityId: string; voter: string; vote: MotionVote; assurance: AssuranceLevel; hidden?: HiddenChoice }
>;
export const motionBallotCast = event<MotionBallotCast>('MotionBallotCast', {
  stream: ballots,
  says: 'A ballot on a motion: `yes`, `no` or `abstain`; the last one before the closing counts.',
  lastCountsBy: [],
  sample: { consultationId, activityId, voter, vote: 'yes', assurance: 'attested' },
});
