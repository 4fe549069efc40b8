import { IsIn, IsInt } from 'class-validator';
import { Nested, OrAbsent } from '@isegoria/kernel';
import { QuestionResult } from '../results/survey-results.contract';

/** How a response came: with an account, by a personal link, or on paper, entered and checked by officials. */
export const responseChannels = ['account', 'link', 'paper'] as const;
export type ResponseChannel = (typeof responseChannels)[number];

/** Those of which nobody knows whose they are: they are counted apart, and never with responses of people who have an account. */
export const apartChannels = ['link', 'paper'] as const satisfies readonly ResponseChannel[];
export type ApartChannel = (typeof apartChannels)[number];

/** What came in one way. */
export class ChannelResult {
  @IsIn(apartChannels) readonly channel: ApartChannel;
  @IsInt() readonly responses: number;
  /** Question by question, once the survey is closed, if as many came this way as the smallest group has. No levels are told apart. */
  @Nested(() => QuestionResult, { each: true }) readonly answers: readonly QuestionResult[];
  /** Surveys with quotas, where there are answers: how many of the responses found no place in one. They are in no answers. */
  @OrAbsent() @IsInt() readonly beyondQuota?: number;
}

export class SurveyChannels {
  /**
   * Surveys: what came by other ways than an account, each apart and in no other figure; a way by which nothing came is left out. None
   * where answers are `notTold`: as of an earlier place in the log, and of some votes only.
   */
  @Nested(() => ChannelResult, { each: true }) readonly channels: readonly ChannelResult[];
}
