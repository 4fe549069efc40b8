import { commentHidden, commentSubmitted, type CommentEvent } from './comment/comment.contract';
import { commentEdited, commentWithdrawn } from './comment/own-comment/own-comment.contract';
import { questionAnswered, questionAsked, type QuestionEvent } from './question/question.contract';
import { questionEdited, questionWithdrawn } from './question/own-question/own-question.contract';

export type FeedbackEvent = CommentEvent | QuestionEvent;
export const eventsOfFeedback = [
  commentSubmitted,
  commentHidden,
  commentEdited,
  commentWithdrawn,
  questionAsked,
  questionAnswered,
  questionEdited,
  questionWithdrawn,
] as const;
