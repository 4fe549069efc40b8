import { IsIn, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { assuranceLevels, type AssuranceLevel } from '../assurance';
import { OrNull } from '../contract/fields';
import { PageRequest } from '../contract/page';
import { pageQuery, query } from '../contract/query';

export class CommentView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  /** The pseudonym; names are not shown. */
  @IsString() readonly author: string;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Null when hidden, or when the person's key no longer exists. */
  @OrNull() @IsString() readonly text: string | null;
  @OrNull() @IsString() readonly hiddenReason: string | null;
  @IsISO8601() readonly submittedAt: string;
}

export class ListComments extends PageRequest {
  @IsUUID() consultationId: string;
}
export const listComments = pageQuery(ListComments, CommentView, {
  route: 'GET /consultations/:consultationId/comments',
  may: 'anyone',
  summary: 'Comments, newest first',
});

export class ShowComment {
  @IsUUID() commentId: string;
}
export const showComment = query(ShowComment, CommentView, { route: 'GET /comments/:commentId', may: 'anyone', summary: 'One comment' });

export const questionStatuses = ['open', 'answered'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

export class QuestionView {
  @IsUUID() readonly id: string;
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @IsString() readonly author: string;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  @OrNull() @IsString() readonly text: string | null;
  @IsIn(questionStatuses) readonly status: QuestionStatus;
  @IsISO8601() readonly askedAt: string;
  @OrNull() @IsString() readonly answer: string | null;
  @OrNull() @IsISO8601() readonly answeredAt: string | null;
}

export class ListQuestions extends PageRequest {
  @IsOptional() @IsIn(questionStatuses) status?: QuestionStatus;
  @IsOptional() @IsUUID() consultationId?: string;
}
export const listQuestions = pageQuery(ListQuestions, QuestionView, {
  route: 'GET /questions',
  may: 'anyone',
  summary: 'Questions to the ministry, newest first',
});

export class ShowQuestion {
  @IsUUID() questionId: string;
}
export const showQuestion = query(ShowQuestion, QuestionView, {
  route: 'GET /questions/:questionId',
  may: 'anyone',
  summary: 'One question and its answer',
});
