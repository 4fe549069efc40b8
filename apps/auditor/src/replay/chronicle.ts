import type { ConsultationKind, EventType, RecordedText, StatementStatus } from '@isegoria/contracts';
import { ConsultationRecount, type CountedEvent, type RecountedResults } from '../recount/consultation-recount';
import { countedEvent } from '../recount/recount';
import type { TakenEntry } from '../tree/taken-entry';
import { isUpTo, type Place } from './place';

export type Words = string | { readonly sealed: true };

export interface StatementThen {
  readonly id: string;
  status: StatementStatus;
  readonly words: Words;
  /** Why it was rejected. */
  reason: string | null;
}

/** A consultation as it was at a place, but for its counts. */
export interface ConsultationThen {
  readonly id: string;
  readonly title: string;
  readonly kind: ConsultationKind;
  phase: 'draft' | 'scheduled' | 'open' | 'closed' | 'decided';
  opensAt: string | null;
  closesAt: string | null;
  /** Why it was closed before its date. */
  closedEarly: string | null;
  outcome: { readonly youSaid: string; readonly weDid: string } | null;
  readonly statements: Map<string, StatementThen>;
  readonly questions: Map<string, { readonly words: Words; answer: string | null }>;
  hiddenComments: number;
  readonly count: ConsultationRecount;
}

type Data = Readonly<Record<string, unknown>>;

/** How every consultation was at one place of the log, from the events up to it. */
export class Chronicle {
  readonly consultations = new Map<string, ConsultationThen>();
  entries = 0;
  /** Accounts that were erased up to here. */
  erasures = 0;
  /** The position of the last event that counted; -1 before the first. */
  position = -1;

  constructor(private readonly place: Place) {}

  take(entry: TakenEntry): void {
    const { position, leaf, body } = entry;
    if (!isUpTo(this.place, position, leaf.time)) return;
    this.entries += 1;
    this.position = position;
    if (leaf.type === 'AccountErased') this.erasures += 1;
    if (!body) return;
    const id = body.data.consultationId;
    if (typeof id !== 'string') return;
    if (leaf.type === 'ConsultationDrafted') this.consultations.set(id, drafted(id, body.data));
    const consultation = this.consultations.get(id);
    if (!consultation) return;
    if (Object.hasOwn(changes, leaf.type)) changes[leaf.type as EventType]?.(consultation, body.data);
    const counted = countedEvent(entry);
    if (counted) consultation.count.take(counted as CountedEvent);
  }

  resultsOf({ count }: ConsultationThen): RecountedResults {
    return count.results();
  }
}

function drafted(id: string, data: Data): ConsultationThen {
  return {
    id,
    title: textIn(data.title),
    kind: textIn(data.kind) as ConsultationKind,
    phase: 'draft',
    opensAt: null,
    closesAt: null,
    closedEarly: null,
    outcome: null,
    statements: new Map(),
    questions: new Map(),
    hiddenComments: 0,
    count: new ConsultationRecount(id),
  };
}

/** What each event changes. */
const changes: Partial<Record<EventType, (consultation: ConsultationThen, data: Data) => void>> = {
  ConsultationPublished: (consultation, { opensAt, closesAt }) => {
    consultation.phase = 'scheduled';
    consultation.opensAt = textIn(opensAt);
    consultation.closesAt = textIn(closesAt);
  },
  ConsultationOpened: (consultation) => {
    consultation.phase = 'open';
  },
  ConsultationClosed: (consultation, { by, reason }) => {
    consultation.phase = 'closed';
    if (by !== null) consultation.closedEarly = textIn(reason);
  },
  OutcomePublished: (consultation, { youSaid, weDid }) => {
    consultation.phase = 'decided';
    consultation.outcome = { youSaid: textIn(youSaid), weDid: textIn(weDid) };
  },
  StatementSubmitted: ({ statements }, { statementId, text }) => {
    const id = textIn(statementId);
    statements.set(id, { id, status: 'pending', words: wordsIn(text), reason: null });
  },
  StatementAccepted: ({ statements }, { statementId }) => moderate(statements, statementId, 'accepted', null),
  StatementRejected: ({ statements }, { statementId, reason }) => moderate(statements, statementId, 'rejected', textIn(reason)),
  QuestionAsked: ({ questions }, { questionId, text }) => {
    questions.set(textIn(questionId), { words: wordsIn(text), answer: null });
  },
  QuestionAnswered: ({ questions }, { questionId, text }) => {
    const question = questions.get(textIn(questionId));
    if (question) question.answer = textIn(text);
  },
  CommentHidden: (consultation) => {
    consultation.hiddenComments += 1;
  },
};

function moderate(statements: Map<string, StatementThen>, id: unknown, status: StatementStatus, reason: string | null): void {
  const statement = statements.get(textIn(id));
  if (!statement) return;
  statement.status = status;
  statement.reason = reason;
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The words of citizens are sealed: everybody sees that they were said, and nobody without the key what. */
function wordsIn(text: unknown): Words {
  const plain = (text as Partial<Extract<RecordedText, { plain: string }>> | undefined)?.plain;
  return typeof plain === 'string' ? plain : { sealed: true };
}
