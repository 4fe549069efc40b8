import { IsArray, IsBoolean, IsIn, IsString } from 'class-validator';
import { OrAbsent, OrNull, command, event, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import type { HiddenChoice } from '../../hidden-results/hidden-results.contract';
import { ballots, sampleIds } from '../../streams.contract';
import { CastOptions, type Option } from '../choices/options/options.contract';
import type { MethodContract } from '../method/method.contract';

export const poll = {
  method: 'poll',
  exports: ['votes'],
  castEvent: 'PollBallotCast',
  alsoContributed: [],
  noResults: { options: [], firstByLot: null },
  hides: { options: [] },
  noBallot: { options: [] },
  drawsLots: ({ ties }: Partial<PollSettings>) => ties === 'lot',
} as const satisfies MethodContract;

export interface PollSettings {
  readonly multiple: boolean;
  readonly options: readonly Option[];
  /** How ties are broken; absent from polls that were drafted before there was a rule: in them, a tie stays one. */
  readonly ties?: 'lot';
}

export class PollDraft {
  /** Polls: whether several options may be chosen; false when absent. */
  @OrAbsent()
  @IsBoolean()
  multiple?: boolean;
}

export class PollSettingsView {
  /** Polls. */
  @OrAbsent() @IsBoolean() readonly multiple?: boolean;
  /** Polls: how ties are broken; absent where they stay ties. */
  @OrAbsent() @IsIn(['lot']) readonly ties?: 'lot';
}

export class PollResults {
  /** Polls: of several options with the most votes, the one whose lot was drawn first; null where the lot decides nothing. */
  @OrNull() @IsString() readonly firstByLot: string | null;
  /** Polls in which lots decide ties: all options as lots were drawn for them before the vote began; an earlier one prevails. */
  @OrAbsent() @IsArray() @IsString({ each: true }) readonly lots?: readonly string[];
}

/** Option ids; one for a single-choice poll. */
export class CastPollBallot extends CastOptions {}

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
  {
    consultationId: string;
    activityId: string;
    voter: string;
    options: readonly string[];
    assurance: AssuranceLevel;
    hidden?: HiddenChoice;
  }
>;
export const pollBallotCast = event<PollBallotCast>('PollBallotCast', {
  stream: ballots,
  says: 'A ballot in a poll; the last one before the closing counts.',
  lastCountsBy: [],
  sample: { consultationId, activityId, voter, options: ['1', '2'], assurance: 'attested' },
});
