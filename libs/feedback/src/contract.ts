import { commentHidden, commentSubmitted, type CommentEvent } from './comment/comment.contract';
import { questionAnswered, questionAsked, type QuestionEvent } from './question/question.contract';

export type FeedbackEvent = CommentEvent | QuestionEvent;
export const eventsOfFeedback = [commentSubmitted, commentHidden, questionAsked, questionAnswered] as const;
