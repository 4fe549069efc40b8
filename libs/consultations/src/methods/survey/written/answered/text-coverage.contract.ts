import { IsIn, IsInt, IsUUID } from 'class-validator';
import { query } from '@isegoria/kernel';
import type { Stance } from '../../../../official-answer/official-answer.contract';
import { answersByStates, type AnswersByState } from '../../answers-by/answers-by.contract';

/** How many listed texts of a survey have which answer of the office, and how many have none. */
export class TextCoverage implements Record<Stance, number> {
  @IsUUID() readonly activityId: string;
  @IsInt() readonly position: number;
  /** Why there are none where there are none: the survey is open, or too few have responded. */
  @IsIn(answersByStates) readonly state: AnswersByState;
  @IsInt() readonly listed: number;
  /** Without an answer. */
  @IsInt() readonly open: number;
  @IsInt() readonly accepted: number;
  @IsInt() readonly partly: number;
  /** The answer says why. */
  @IsInt() readonly rejected: number;
  @IsInt() readonly noted: number;
}

export class ShowTextCoverage {
  @IsUUID() activityId: string;
}
export const showTextCoverage = query(ShowTextCoverage, TextCoverage, {
  route: 'GET /activities/:activityId/texts-answered',
  may: 'anyone',
  summary: 'How many listed texts of a survey the office has answered, and how',
});

export const noTexts = { listed: 0, open: 0, accepted: 0, partly: 0, rejected: 0, noted: 0 } as const;
