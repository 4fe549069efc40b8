import { IsBoolean, IsIn, IsInt, IsNumber, IsString } from 'class-validator';
import { Nested, OrAbsent, OrNull } from '@isegoria/kernel';
import { CountByAssurance, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import { UnansweredForms } from '../paper/unanswered/unanswered.contract';
import { questionKinds, type QuestionKind } from '../questionnaire/questionnaire.pure';

/**
 * The answers to a closed survey are shown if so many people have responded who are counted, and level by level where each level has as
 * many or nobody: fewer would say who answered what.
 */
export const leastResponses = 10;

/** The same for one survey, as its unit had it. */
export const leastOf = ({ smallestGroup = leastResponses }: { readonly smallestGroup?: number }): number => smallestGroup;

/**
 * Whether answers are among the results: they are once the survey is closed and enough people have responded. While it is open, the figures
 * before and after one response would tell that response. Of an earlier place in the log, and of some votes only, none are told.
 */
export const answersStates = ['shown', 'open', 'tooFew', 'notTold'] as const;
export type AnswersState = (typeof answersStates)[number];

/** Whether a question is told: not where fewer people than the smallest group answered it, as of a question that only some are asked. */
export const questionStates = ['shown', 'tooFew'] as const;
export type QuestionState = (typeof questionStates)[number];

/** How many people answered one thing. */
export class AnswerCount {
  /**
   * The id of an option, `other` for what people wrote themselves; `row:option` in a matrix, `place:option` in a ranking; a number or a
   * day, or the first and the last of several, as in `10..19`; of places, the south-western corner of a cell of a hundredth of a degree or
   * of a tenth, as in `50.84,4.35`, or `elsewhere`.
   */
  @IsString() readonly choice: string;
  /** In the words of the questionnaire; null for what people wrote themselves, and for places elsewhere. */
  @OrNull() @IsString() readonly text: string | null;
  /** Of people at the level that the consultation counts from, and above. */
  @IsInt() readonly votes: number;
  /** Null where a level has so few people that it would say who answered what, and of places. */
  @OrNull() @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number> | null;
}

/** What the figures of a scale mean, as its questionnaire says it. */
export class ScaleEnds {
  @IsInt() readonly from: number;
  @IsInt() readonly to: number;
  @OrNull() @IsString() readonly fromLabel: string | null;
  @OrNull() @IsString() readonly toLabel: string | null;
}

export class QuestionResult {
  @IsString() readonly id: string;
  @IsIn(questionKinds) readonly kind: QuestionKind;
  @IsString() readonly text: string;
  /**
   * `tooFew` where fewer people who are counted answered it than `smallestGroup` says, or where that figure would tell what so few answered
   * to several questions on which it hangs: then nothing of the answers is told.
   */
  @IsIn(questionStates) readonly state: QuestionState;
  /** How many people answered it, at the level that the consultation counts from, and above; null where too few did. */
  @OrNull() @IsInt() readonly answered: number | null;
  /** Null as in the choices. */
  @OrNull() @Nested(() => CountByAssurance) readonly answeredByAssurance: ByAssurance<number> | null;
  /**
   * In the order of the question; none where people wrote or sent something, and none of a number or a day that only some people were
   * asked for and of which some value was given by fewer people than `smallestGroup` says.
   */
  @Nested(() => AnswerCount, { each: true }) readonly choices: readonly AnswerCount[];
  /** Whether the answers to the other questions are shown apart by the answers to this one once the survey is closed. */
  @IsBoolean() readonly tellsApart: boolean;
  /** The mean of a scale or of a number, of those who are counted, to three decimals; null otherwise. */
  @OrNull() @IsNumber() readonly mean: number | null;
  /** Only of a scale of which an end has a name. */
  @OrAbsent() @Nested(() => ScaleEnds) readonly ends?: ScaleEnds;
  /** Of responses on paper, and only of a question that is told: the forms that have no answer to it that can be counted. */
  @OrAbsent() @Nested(() => UnansweredForms) readonly unanswered?: UnansweredForms;
}

export class SurveyResults {
  /**
   * Surveys: question by question, once the log has closed the survey and as many people have responded who are counted as `smallestGroup`
   * says; none before.
   */
  @Nested(() => QuestionResult, { each: true }) readonly answers: readonly QuestionResult[];
  /** Surveys: whether there are answers, or why there are none; null in other methods. */
  @OrNull() @IsIn(answersStates) readonly answersState: AnswersState | null;
  /**
   * Surveys with quotas, once there are answers: for how many people who are counted no place was left in a quota of their answers. They
   * are in no answers.
   */
  @OrAbsent() @IsInt() readonly beyondQuota?: number;
  /** Surveys: figures of fewer people than that are not told apart; null in other methods. */
  @OrNull() @IsInt() readonly smallestGroup: number | null;
}
