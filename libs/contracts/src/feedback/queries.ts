import type { AssuranceLevel } from '../assurance';

export interface CommentView {
  readonly id: string;
  readonly consultationId: string;
  /** The pseudonym; names are not shown. */
  readonly author: string;
  readonly assurance: AssuranceLevel;
  /** Null when hidden, or when the person's key no longer exists. */
  readonly text: string | null;
  readonly hiddenReason: string | null;
  readonly submittedAt: string;
}

export const questionStatuses = ['open', 'answered'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

export interface QuestionView {
  readonly id: string;
  readonly consultationId: string | null;
  readonly author: string;
  readonly assurance: AssuranceLevel;
  readonly text: string | null;
  readonly status: QuestionStatus;
  readonly askedAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}
