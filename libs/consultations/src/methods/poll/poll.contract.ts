import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsPlainText, Nested, command, event, limits, sameWords, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import { CountByAssurance, type ByAssurance } from '../../results/assurance/by-assurance.contract';
import { ballots, sampleIds } from '../../streams.contract';
import type { MethodContract } from '../method/method.contract';

export const poll = {
  method: 'poll',
  exports: ['votes'],
  castEvent: 'PollBallotCast',
  alsoContributed: [],
  noResults: { options: [] },
  noBallot: { options: [] },
} as const satisfies MethodContract;

export interface PollOption {
  readonly id: string;
  readonly text: string;
}

export interface PollSettings {
  readonly multiple: boolean;
  readonly options: readonly PollOption[];
}

export class PollDraft {
  /** Polls: the options, in order. */
  @IsOptional()
  @IsArray()
  @ArrayUnique(sameWords) // checked last: it compares all with all
  @ArrayMinSize(limits.optionsMin)
  @ArrayMaxSize(limits.optionsMax)
  @IsPlainText({ each: true })
  @MaxLength(limits.optionLength, { each: true })
  options?: string[];

  /** Polls: whether several options may be chosen; false when absent. */
  @IsOptional()
  @IsBoolean()
  multiple?: boolean;
}

export class PollOptionView {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
}

export class PollSettingsView {
  /** Polls. */
  @IsOptional() @IsBoolean() readonly multiple?: boolean;
  /** Polls. */
  @IsOptional() @Nested(() => PollOptionView, { each: true }) readonly options?: readonly PollOptionView[];
}

export class OptionResult {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
  /** Of people at the level that the consultation counts from, and above. */
  @IsInt() readonly votes: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

export class PollResults {
  /** Polls. */
  @Nested(() => OptionResult, { each: true }) readonly options: readonly OptionResult[];
}

/** What a person chose in a poll; the last ballot counts. */
export class PollBallot {
  /** Polls: ids of options. */
  @IsArray() @IsString({ each: true }) readonly options: readonly string[];
}

export class CastPollBallot {
  @IsUUID()
  activityId: string;

  /** Option ids; one for a single-choice poll. */
  @IsArray()
  @ArrayUnique() // checked last: it compares all with all
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.optionsMax)
  @IsString({ each: true })
  @MaxLength(limits.externalIdLength, { each: true })
  options: string[];
}

export const castPollBallot = command(CastPollBallot, {
  route: 'PUT /activities/:activityId/ballot',
  may: 'contribute',
  summary: 'Cast a ballot in a poll; the last one counts',
  originWithin: 'activityId',
});

const { consultationId, activityId, voter } = sampleIds;

/** `options` are option ids, in the poll's order, without repeats. */
export type PollBallotCast = DomainEvent<
  'PollBallotCast',
  { consultationId: string; activityId: string; voter: string; options: readonly string[]; assurance: AssuranceLevel }
>;
export const pollBallotCast = event<PollBallotCast>('PollBallotCast', {
  stream: ballots,
  says: 'A ballot in a poll; the last one before the closing counts.',
  lastCountsBy: [],
  sample: { consultationId, activityId, voter, options: ['1', '2'], assurance: 'attested' },
});
