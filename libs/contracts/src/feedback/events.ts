import type { AssuranceLevel } from '../assurance';
import type { DomainEvent } from '../event';
import type { RecordedText } from '../text';

/** Stream: `comment-<id>`. `author` is the person's pseudonym in that consultation. */
export type CommentSubmitted = DomainEvent<
  'CommentSubmitted',
  { commentId: string; consultationId: string; author: string; assurance: AssuranceLevel; text: RecordedText }
>;
/** The text is no longer shown; the count and the reason are. */
export type CommentHidden = DomainEvent<'CommentHidden', { commentId: string; consultationId: string; by: string; reason: string }>;
export type CommentEvent = CommentSubmitted | CommentHidden;

/** Stream: `question-<id>`. Asked of the ministry, about a consultation or in general (`consultationId` null). */
export type QuestionAsked = DomainEvent<
  'QuestionAsked',
  { questionId: string; consultationId: string | null; author: string; assurance: AssuranceLevel; text: RecordedText }
>;
/** An official's answer, on the record. Answering again revises the answer; the earlier one stays in the log. */
export type QuestionAnswered = DomainEvent<'QuestionAnswered', { questionId: string; consultationId: string | null; by: string; text: string }>;
export type QuestionEvent = QuestionAsked | QuestionAnswered;

export type FeedbackEvent = CommentEvent | QuestionEvent;
