import { IsArray, IsBoolean, IsIn, IsInt, IsString } from 'class-validator';
import { Nested, OrAbsent, OrNull, command, event, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import type { HiddenChoice } from '../../hidden-results/hidden-results.contract';
import { ballots, sampleIds } from '../../streams.contract';
import { CastOptions, type Option } from '../choices/options/options.contract';
import type { MethodContract } from '../method/method.contract';

export const rankedVote = {
  method: 'ranked-vote',
  exports: ['votes'],
  castEvent: 'RankingCast',
  alsoContributed: [],
  noResults: { options: [], ranking: null },
  hides: { options: [] },
  noBallot: { options: [] },
  drawsLots: () => true,
} as const satisfies MethodContract;

/** The ways in which rankings are counted. */
export const countings = ['instant-runoff', 'schulze'] as const;
export type Counting = (typeof countings)[number];

export interface RankedVoteSettings {
  readonly counting: Counting;
  readonly options: readonly Option[];
}

export class RankedVoteDraft {
  /** Ranked votes: how they are counted; by instant runoff when absent. */
  @OrAbsent()
  @IsIn(countings)
  counting?: Counting;
}

export class RankedVoteSettingsView {
  /** Ranked votes. */
  @OrAbsent() @IsIn(countings) readonly counting?: Counting;
}

/** One round of an instant runoff. */
export class RunoffRound {
  /** In the order of the options: the ballots that each has; null of one that is out. */
  @IsArray() readonly votes: readonly (number | null)[];
  /** Ballots that rank none of the options that are left. */
  @IsInt() readonly exhausted: number;
  /** The option that is out after this round; null in the round that decides. */
  @OrNull() @IsString() readonly eliminated: string | null;
  /** Whether several options had the fewest votes, so that the lot decided among them. */
  @IsBoolean() readonly byLot: boolean;
}

/** How a ranked vote comes out, of the ballots that headline figures count, with its working. */
export class RankedCount {
  @IsIn(countings) readonly counting: Counting;
  /** The option that wins; null if nobody voted. */
  @OrNull() @IsString() readonly winner: string | null;
  /** Whether the lot decided between the winner and others. */
  @IsBoolean() readonly byLot: boolean;
  /** All options as lots were drawn for them before the vote began; in a tie, an earlier one prevails. */
  @IsArray() @IsString({ each: true }) readonly lots: readonly string[];
  /** Instant runoff: the rounds; otherwise none. */
  @Nested(() => RunoffRound, { each: true }) readonly rounds: readonly RunoffRound[];
  /** Schulze: all options, the winner first; otherwise none. */
  @IsArray() @IsString({ each: true }) readonly order: readonly string[];
  /** Schulze: how many ballots prefer the option of a row to that of a column, both in the order of the options; otherwise none. */
  @IsArray() readonly preferred: readonly (readonly number[])[];
  /** Schulze: how strong the strongest path from the option of a row to that of a column is; otherwise none. */
  @IsArray() readonly strengths: readonly (readonly number[])[];
}

export class RankedVoteResults {
  /** Ranked votes; null of any other activity. */
  @OrNull() @Nested(() => RankedCount) readonly ranking: RankedCount | null;
}

/** Ids of options, the most preferred first. Those that are left out come level behind all others. */
export class CastRanking extends CastOptions {}

export const castRanking = command(CastRanking, {
  route: 'PUT /activities/:activityId/ranking',
  may: 'contribute',
  summary: 'Cast a ballot in a ranked vote; the last one counts',
  originWithin: 'activityId',
});

const { consultationId, activityId, voter } = sampleIds;

/** `options` are option ids, the most preferred first, without repeats. */
export type RankingCast = DomainEvent<
  'RankingCast',
  {
    consultationId: string;
    activityId: string;
    voter: string;
    options: readonly string[];
    assurance: AssuranceLevel;
    hidden?: HiddenChoice;
  }
>;
export const rankingCast = event<RankingCast>('RankingCast', {
  stream: ballots,
  says: 'A ballot in a ranked vote, the most preferred option first; the last one before the closing counts.',
  lastCountsBy: [],
  sample: { consultationId, activityId, voter, options: ['2', '1'], assurance: 'attested' },
});
