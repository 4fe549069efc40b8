import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { limits } from '../limits';
import { IsPlainText } from '../plain-text';

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

/** NATS subjects of the feedback service. */
export const feedbackCommands = {
  submitComment: 'feedback.submit-comment',
  hideComment: 'feedback.hide-comment',
  askQuestion: 'feedback.ask-question',
  answerQuestion: 'feedback.answer-question',
} as const;
