import { IsIn, IsInt, Matches } from 'class-validator';
import { OrNull } from '@isegoria/kernel';
import { questionId } from '../../questionnaire/questionnaire.pure';
import { whyUnanswered, type WhyUnanswered } from './unanswered.pure';

/** A question to which a form has no answer that can be counted. What stands there instead is on the paper alone. */
export class UnansweredQuestion {
  @Matches(questionId) readonly question: string;
  /** Left `blank`, `unreadable`, or `invalid`: readable, and no answer that the question allows. */
  @IsIn(whyUnanswered) readonly why: WhyUnanswered;
}

/** How many forms have no answer to a question that can be counted, and why. */
export class UnansweredForms {
  /** Null where they are fewer than `smallestGroup` says, and what else is told does not say it anyway. */
  @OrNull() @IsInt() readonly forms: number | null;
  /** All three null where one of them is of so few. */
  @OrNull() @IsInt() readonly blank: number | null;
  @OrNull() @IsInt() readonly unreadable: number | null;
  @OrNull() @IsInt() readonly invalid: number | null;
}
