import { IsIn, IsInt, IsISO8601, IsString, IsUUID } from 'class-validator';
import { IsDay, IsZoneName, Nested, OrAbsent, assuranceLevels, query, type AssuranceLevel } from '@isegoria/kernel';
import { OfActivity } from '../../activity/of-activity.contract';
import { MethodResults } from '../../methods/methods.contract';
import { CountByAssurance, type ByAssurance } from '../assurance/by-assurance.contract';

/** How a vote came here: people cast it themselves (`own`), or an office brought it in from elsewhere (`office`). */
export const channels = ['own', 'office'] as const;
export type Channel = (typeof channels)[number];

/** Which of the votes that stand are counted; absent members leave nothing out. */
export class VoteFilter {
  /** The first day. */
  @OrAbsent() @IsDay() from?: string;
  /** The last day. */
  @OrAbsent() @IsDay() to?: string;
  /** The zone whose days these are; UTC when absent. */
  @OrAbsent() @IsZoneName() zone?: string;
  @OrAbsent() @IsIn(assuranceLevels) assurance?: AssuranceLevel;
  @OrAbsent() @IsIn(channels) channel?: Channel;
}

/** The votes of one day, by level, and how many of them an office brought in. */
export class VotesOfDay {
  @IsString() readonly day: string;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
  @IsInt() readonly office: number;
}

/**
 * The votes of an activity that stand and that the filter lets through, each at the moment when it was cast: a vote that was changed later
 * is not there any more. Ballots that are left out and what came too late are in no figure. The filters for every day, level and channel
 * add up to the results of the activity.
 */
export class FilteredResults extends MethodResults {
  @IsUUID() readonly activityId: string;
  @IsInt() readonly position: number;
  @IsISO8601() readonly computedAt: string;
  /** The level that headline figures count from: the one that was asked for, or that of the consultation. */
  @IsIn(assuranceLevels) readonly countsFrom: AssuranceLevel;
  /** Ballots in a poll, votes on statements in a deliberation; of people at that level or above. */
  @IsInt() readonly votes: number;
  @Nested(() => CountByAssurance) readonly votesByAssurance: ByAssurance<number>;
  /** Days without a vote are left out. */
  @Nested(() => VotesOfDay, { each: true }) readonly days: readonly VotesOfDay[];
}

export class ShowFilteredResults extends VoteFilter implements OfActivity {
  @IsUUID() activityId: string;
}
export const showFilteredResults = query(ShowFilteredResults, FilteredResults, {
  route: 'GET /activities/:activityId/filtered-results',
  may: 'anyone',
  summary: 'The votes of an activity that stand, by the days on which they were cast, the level of the people and how they came here',
});
