import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { limits } from '../limits';
import { IsPlainText } from '../plain-text';
import { command } from '../contract/command';

export class SubmitComment {
  @IsUUID()
  consultationId: string;

  @IsPlainText()
  @MaxLength(limits.commentLength)
  text: string;
}

export class HideComment {
  @IsUUID()
  commentId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export class AskQuestion {
  /** Absent for a question to the ministry in general. */
  @IsOptional()
  @IsUUID()
  consultationId?: string;

  @IsPlainText()
  @MaxLength(limits.questionLength)
  text: string;
}

export class AnswerQuestion {
  @IsUUID()
  questionId: string;

  @IsPlainText()
  @MaxLength(limits.answerLength)
  text: string;
}

export const submitComment = command(SubmitComment, {
  route: 'POST /consultations/:consultationId/comments',
  may: 'participate',
  summary: 'Comment on a consultation',
});
export const hideComment = command(HideComment, {
  route: 'POST /comments/:commentId/hiding',
  may: 'moderate',
  summary: 'Hide a comment, with the reason',
});
export const askQuestion = command(AskQuestion, { route: 'POST /questions', may: 'participate', summary: 'Ask the ministry a question' });
export const answerQuestion = command(AnswerQuestion, {
  route: 'POST /questions/:questionId/answers',
  may: 'answer',
  summary: 'Answer a question in public',
});
