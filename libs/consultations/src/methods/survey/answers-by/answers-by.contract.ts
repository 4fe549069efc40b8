import { IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches } from 'class-validator';
import { Nested, OrNull, query } from '@isegoria/kernel';
import { OfActivity } from '../../../activity/of-activity.contract';
import { questionId, type Question, type Questionnaire } from '../questionnaire/questionnaire.pure';

/** Why there are groups of people, or none: the survey is still open, or no group has enough people. */
export const answersByStates = ['shown', 'open', 'tooFew'] as const;
export type AnswersByState = (typeof answersByStates)[number];

/** How many people of a group gave one answer. */
export class AnswerInGroup {
  /** As in the results of the survey. */
  @IsString() readonly choice: string;
  /** Null where it is not shown, for the sake of the few who gave it or who did not. */
  @OrNull() @IsInt() readonly votes: number | null;
}

export class QuestionInGroup {
  @IsString() readonly id: string;
  /** How many people of the group answered it; null where that is not shown, and always of a matrix. */
  @OrNull() @IsInt() readonly answered: number | null;
  /** In the order of the question; none for numbers, days and whatever people wrote or sent. */
  @Nested(() => AnswerInGroup, { each: true }) readonly choices: readonly AnswerInGroup[];
}

/** The people who gave one answer to the question by which people are told apart. */
export class GroupOfPeople {
  @IsString() readonly choice: string;
  @IsInt() readonly people: number;
  /** Every question but that one, in their order. */
  @Nested(() => QuestionInGroup, { each: true }) readonly questions: readonly QuestionInGroup[];
}

/** The answers to a survey that is closed, apart for the people who gave each answer to one of its questions. */
export class AnswersBy {
  @IsUUID() readonly activityId: string;
  @IsInt() readonly position: number;
  @IsISO8601() readonly computedAt: string;
  @IsString() readonly question: string;
  /** A figure of fewer people is not shown, nor what would give it away. */
  @IsInt() readonly least: number;
  @IsIn(answersByStates) readonly state: AnswersByState;
  /** In the order of the question; answers of too few people are left out. Of people at the level that the consultation counts from. */
  @Nested(() => GroupOfPeople, { each: true }) readonly groups: readonly GroupOfPeople[];
}

export class ShowAnswersBy extends OfActivity {
  /** The id of a question with one answer of a few: a single choice or a scale. */
  @Matches(questionId) question: string;
}
export const showAnswersBy = query(ShowAnswersBy, AnswersBy, {
  route: 'GET /activities/:activityId/answers-by/:question',
  may: 'anyone',
  summary: 'The answers to a closed survey, apart for the people who gave each answer to one of its questions',
});

/** Whether everybody is asked it and gives one of a few answers, so that people can be told apart by it. */
export const tellsApart = ({ kind, when }: Question): boolean => !when && (kind === 'single' || kind === 'scale');

export const questionsThatTellApart = ({ sections }: Questionnaire): readonly Question[] =>
  sections.flatMap(({ questions }) => questions.filter(tellsApart));
