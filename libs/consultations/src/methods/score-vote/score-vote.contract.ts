import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber } from 'class-validator';
import { IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { EntriesDiffer, Nested, OrAbsent, OrNull, command, event, limits, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import type { HiddenChoice } from '../../hidden-results/hidden-results.contract';
import { ballots, sampleIds } from '../../streams.contract';
import type { Option } from '../choices/options/options.contract';
import type { MethodContract } from '../method/method.contract';

export const scoreVote = {
  method: 'score-vote',
  exports: ['votes'],
  castEvent: 'ScoresCast',
  alsoContributed: [],
  noResults: { options: [], scores: null },
  hides: { scores: [] },
  noBallot: { options: [] },
  drawsLots: () => true,
} as const satisfies MethodContract;

/** What decides: all scores of an option together, or their mean among those who scored it. */
export const scorings = ['total', 'mean'] as const;
export type Scoring = (typeof scorings)[number];

/** Scores are whole numbers from 0 up to one of these. */
export const highestScores = [5, 10] as const;
export type HighestScore = (typeof highestScores)[number];

export interface ScoreVoteSettings {
  readonly scoring: Scoring;
  readonly highestScore: HighestScore;
  readonly options: readonly Option[];
}

export class ScoreVoteDraft {
  /** Score votes: what decides; the total when absent. */
  @OrAbsent()
  @IsIn(scorings)
  scoring?: Scoring;

  /** Score votes: the highest score that an option can be given; 5 when absent. */
  @OrAbsent()
  @IsIn(highestScores)
  highestScore?: HighestScore;
}

export class ScoreVoteSettingsView {
  /** Score votes. */
  @OrAbsent() @IsIn(scorings) readonly scoring?: Scoring;
  /** Score votes. */
  @OrAbsent() @IsIn(highestScores) readonly highestScore?: HighestScore;
}

/** The scores of one option, of the ballots that headline figures count. */
export class ScoredOption {
  @IsString() readonly id: string;
  /** How many people gave it a score. */
  @IsInt() readonly people: number;
  @IsInt() readonly total: number;
  /** To three decimals; null where nobody gave it a score. */
  @OrNull() @IsNumber() readonly mean: number | null;
  /** How many people gave it each score, from 0 up. */
  @IsArray() @IsInt({ each: true }) readonly counts: readonly number[];
}

/** How a score vote comes out, with its working. */
export class ScoreCount {
  @IsIn(scorings) readonly scoring: Scoring;
  @IsIn(highestScores) readonly highestScore: HighestScore;
  /** In the order of the options. */
  @Nested(() => ScoredOption, { each: true }) readonly options: readonly ScoredOption[];
  /** The option that comes first; null if no option has a score above 0. */
  @OrNull() @IsString() readonly winner: string | null;
  /** Whether several options are first, so that the lot decided among them. */
  @IsBoolean() readonly byLot: boolean;
  /** All options as lots were drawn for them before the vote began; in a tie, an earlier one prevails. */
  @IsArray() @IsString({ each: true }) readonly lots: readonly string[];
}

export class ScoreVoteResults {
  /** Score votes; null of any other activity. */
  @OrNull() @Nested(() => ScoreCount) readonly scores: ScoreCount | null;
}

export class OptionScore {
  /** The id of the option. */
  @IsString()
  @MaxLength(limits.externalIdLength)
  option: string;

  @IsInt()
  @Min(0)
  @Max(highestScores[1])
  score: number;
}

export class CastScores {
  @IsUUID()
  activityId: string;

  /** Each option once; one that is left out has no score, which is not the same as a score of 0. */
  @EntriesDiffer(({ option }: OptionScore) => option)
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.optionsMax)
  @Nested(() => OptionScore, { each: true })
  scores: OptionScore[];
}

export const castScores = command(CastScores, {
  route: 'PUT /activities/:activityId/scores',
  may: 'contribute',
  summary: 'Give options scores in a score vote; the last ballot counts',
  originWithin: 'activityId',
});

const { consultationId, activityId, voter } = sampleIds;

/** In the order of the options. */
export type GivenScores = readonly { readonly option: string; readonly score: number }[];

export type ScoresCast = DomainEvent<
  'ScoresCast',
  { consultationId: string; activityId: string; voter: string; scores: GivenScores; assurance: AssuranceLevel; hidden?: HiddenChoice }
>;
export const scoresCast = event<ScoresCast>('ScoresCast', {
  stream: ballots,
  says: 'A ballot in a score vote: the scores of options, in their order; the last one before the closing counts.',
  lastCountsBy: [],
  sample: {
    consultationId,
    activityId,
    voter,
    scores: [
      { option: '1', score: 5 },
      { option: '2', score: 0 },
    ],
    assurance: 'attested',
  },
});
