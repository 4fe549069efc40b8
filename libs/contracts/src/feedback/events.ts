import type { AssuranceLevel } from '../assurance';
import { event } from '../contract/event';
import { stream } from '../contract/stream';
import type { DomainEvent } from '../event';
import type { RecordedText } from '../text';

const consultationId = 'c0450000-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';
const author = '000102030405060708090a0b0c0d0e0f';
const sealed = `2.${author}.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}`;

const comments = stream('comment-<commentId>', 'public');
const commentId = 'c0330000-0000-4000-8000-000000000001';

/** `author` is the person's pseudonym in that consultation. */
export type CommentSubmitted = DomainEvent<
  'CommentSubmitted',
  { commentId: string; consultationId: string; author: string; assurance: AssuranceLevel; text: RecordedText }
>;
export const commentSubmitted = event<CommentSubmitted>('CommentSubmitted', {
  stream: comments,
  says: 'A citizen comments on a consultation; `text` is sealed.',
  sample: { commentId, consultationId, author, assurance: 'confirmed', text: { sealed } },
});

export type CommentHidden = DomainEvent<'CommentHidden', { commentId: string; consultationId: string; by: string; reason: string }>;
export const commentHidden = event<CommentHidden>('CommentHidden', {
  stream: comments,
  says: 'The text is no longer shown; count and reason are.',
  may: 'moderate',
  act: { subject: 'commentId' },
  sample: { commentId, consultationId, by, reason: 'Names a private person.' },
});
export type CommentEvent = CommentSubmitted | CommentHidden;

const questions = stream('question-<questionId>', 'public');
const questionId = '90e50000-0000-4000-8000-000000000001';

/** Asked of the ministry, about a consultation or in general (`consultationId` null). */
export type QuestionAsked = DomainEvent<
  'QuestionAsked',
  { questionId: string; consultationId: string | null; author: string; assurance: AssuranceLevel; text: RecordedText }
>;
export const questionAsked = event<QuestionAsked>('QuestionAsked', {
  stream: questions,
  says: 'A citizen asks about a consultation or, where `consultationId` is null, in general; `text` is sealed.',
  sample: { questionId, consultationId, author, assurance: 'unverified', text: { sealed } },
});

export type QuestionAnswered = DomainEvent<'QuestionAnswered', { questionId: string; consultationId: string | null; by: string; text: string }>;
export const questionAnswered = event<QuestionAnswered>('QuestionAnswered', {
  stream: questions,
  says: "The office's answer, in plain words. Again: a revision; the earlier one stays in the log.",
  may: 'answer',
  act: { subject: 'questionId' },
  sample: { questionId, consultationId, by, text: 'In May.' },
});
export type QuestionEvent = QuestionAsked | QuestionAnswered;

export type FeedbackEvent = CommentEvent | QuestionEvent;

export const eventsOfFeedback = [commentSubmitted, commentHidden, questionAsked, questionAnswered] as const;
