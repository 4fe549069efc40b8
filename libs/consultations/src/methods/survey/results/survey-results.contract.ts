import { IsIn, IsInt, IsNumber, IsString } from 'class-validator';
import { Nested, OrNull } from '@isegoria/kernel';
import { CountByAssurance, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import { questionKinds, type QuestionKind } from '../questionnaire/questionnaire.pure';

/** The answers to a survey are shown from so many responses on, at whatever level: fewer would say who answered what. */
export const leastResponses = 10;

/** How many people answered one thing. */
export class AnswerCount {
  /**
   * The id of an option, `other` for what people wrote themselves; `row:option` in a matrix, `place:option` in a ranking; a number or a
   * day, or the first and the last of several, as in `10..19`.
   */
  @IsString() readonly choice: string;
  /** Of people at the level that the consultation counts from, and above. */
  @IsInt() readonly votes: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

export class QuestionResult {
  @IsString() readonly id: string;
  @IsIn(questionKinds) readonly kind: QuestionKind;
  @IsString() readonly text: string;
  /** How many people answered it, at the level that the consultation counts from, and above. */
  @IsInt() readonly answered: number;
  @Nested(() => CountByAssurance) readonly answeredByAssurance: ByAssurance<number>;
  /** In the order of the question; none where people wrote or sent something. */
  @Nested(() => AnswerCount, { each: true }) readonly choices: readonly AnswerCount[];
  /** The mean of a scale or of a number, of those who are counted, to three decimals; null otherwise. */
  @OrNull() @IsNumber() readonly mean: number | null;
}

export class SurveyResults {
  /** Surveys: question by question, once ten people have responded; none before. */
  @Nested(() => QuestionResult, { each: true }) readonly answers: readonly QuestionResult[];
}
