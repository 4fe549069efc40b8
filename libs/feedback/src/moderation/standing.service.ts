import type { StatementEvent } from '@isegoria/consultations';
import { fold, type EventStore } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { CommentEvent } from '../comment/comment.contract';
import { commentDecider, commentStream } from '../comment/comment.decider';
import { inGeneral, type QuestionEvent } from '../question/question.contract';
import { questionDecider, questionStream } from '../question/question.decider';
import type { ReportedKind } from '../report/report.contract';

/** How something that somebody wrote stands with the moderators. */
export interface Standing {
  /** Whose it is, by the pseudonym; null for what the office put. */
  readonly author: string | null;
  readonly consultationId: string | null;
  /** The context of the pseudonym. */
  readonly pseudonymIn: string;
  /** Whom a question was put to; what else is written belongs to the unit of its consultation. */
  readonly unit?: string;
  readonly hidden: boolean;
  /** Who decided last; null before anybody did. */
  readonly decidedBy: string | null;
}

/** As the log says it now, of whichever kind. @throws Rejection NOT_FOUND */
export async function standingOfItem(store: EventStore, item: ReportedKind, itemId: string): Promise<Standing> {
  const standing = await readers[item](store, itemId);
  if (!standing) throw new Rejection('NOT_FOUND', { field: 'itemId' });
  return standing;
}

const readers: Record<ReportedKind, (store: EventStore, id: string) => Promise<Standing | undefined>> = {
  async comment(store, id) {
    const comment = fold(commentDecider, await store.readStream<CommentEvent>(commentStream(id)));
    return comment && { ...comment, pseudonymIn: comment.consultationId };
  },
  async question(store, id) {
    const question = fold(questionDecider, await store.readStream<QuestionEvent>(questionStream(id)));
    return question && { ...question, pseudonymIn: question.consultationId ?? inGeneral };
  },
  async statement(store, id) {
    const events = await store.readStream<StatementEvent>(`statement-${id}`);
    return events.reduce<Standing | undefined>(statementStanding, undefined);
  },
};

/** Statements are of another context: only their events are known here. */
function statementStanding(known: Standing | undefined, { type, data }: StatementEvent): Standing | undefined {
  if (type === 'StatementSubmitted') {
    const { author, consultationId } = data;
    return { author, consultationId, pseudonymIn: consultationId, hidden: false, decidedBy: null };
  }
  if (type === 'StatementAccepted') return known && { ...known, hidden: false, decidedBy: data.by };
  if (type === 'StatementDecisionUndone') return known && { ...known, hidden: false, decidedBy: null };
  return type === 'StatementRejected' ? known && { ...known, hidden: true, decidedBy: data.by } : known;
}
