import { limits } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { PhaseInRow } from '../phase/phase.read-model';
import type { AnswerOwedView, AnswerState, AnswerTermChanged, TermChangeView } from './answer-owed.contract';

/** It stands with the first phase, as the words do. */
interface Kept {
  readonly withinDays: number | null;
  readonly answeredAt?: string;
  readonly changes?: readonly TermChangeView[];
  /** Where in the log the last change is. */
  readonly version?: number;
}
export const answerIn = (phases: readonly PhaseInRow[]): Kept => (phases[0]?.kept?.['answer'] as Kept | undefined) ?? { withinDays: null };

/** The same phases with what is kept of the answer. */
export function withAnswer(phases: readonly PhaseInRow[], answer: Partial<Kept>): PhaseInRow[] {
  const kept = { ...answerIn(phases), ...answer };
  return phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, answer: kept } }));
}

/** The first answer stops the clock; later ones change nothing of when that was. */
export function answered(phases: readonly PhaseInRow[], at: Date): PhaseInRow[] {
  return withAnswer(phases, { answeredAt: answerIn(phases).answeredAt ?? at.toISOString() });
}

export const answerTermRows = rowsOfAct<AnswerTermChanged>({
  type: 'AnswerTermChanged',
  async apply(event, rows) {
    const { consultationId: id, answerWithinDays: after, reason } = event.data;
    const row = await rows.findOneBy(ConsultationRow, { id });
    if (!row) return;
    const { withinDays: before, changes = [] } = answerIn(row.phases);
    const change = { before, after, reason, changedAt: timeOf(event).toISOString() };
    const answer = { withinDays: after, changes: [...changes, change], version: event.position };
    await rows.update(ConsultationRow, { id }, { phases: withAnswer(row.phases, answer) as never });
  },
  view(phases) {
    const { changes = [], version = 0 } = answerIn(phases);
    return { answerTerm: { changes: changes.slice(-limits.dateChangesInView), count: changes.length, version } };
  },
});

/** A day of a term, in milliseconds: so that what is due follows from the log, in whatever zone somebody reads it. */
export const dayOfTerm = 86_400_000;

/** SQL: when a consultation closed, whether by date or earlier. */
export const closedAt = `coalesce((phases->-1->'kept'->>'closedEarlyAt')::timestamptz, closes_at)`;
/** SQL: by when its answer is promised: so many times 24 hours later. */
export const answerDue = `${closedAt} + make_interval(hours => 24 * (phases->0->'kept'->'answer'->>'withinDays')::int)`;

interface Owed {
  readonly withinDays: number | null;
  /** RFC 3339: when it was closed, or will be by its dates; null while it has none. */
  readonly endsAt: string | null;
  readonly isOver: boolean;
  readonly isCancelled: boolean;
  readonly answeredAt: string | null;
}

/** What is owed at a moment; no job has to run for it. @param now milliseconds since 1970 */
export function answerOwed({ withinDays, endsAt, isOver, isCancelled, answeredAt }: Owed, now: number): AnswerOwedView {
  const promised = isCancelled ? null : withinDays;
  const due = promised === null || endsAt === null ? null : Date.parse(endsAt) + promised * dayOfTerm;
  const state = answeredAt === null ? owedState(due, { isOver, isCancelled }, now) : 'answered';
  return { state, withinDays: promised, dueAt: due === null ? null : new Date(due).toISOString(), answeredAt };
}

function owedState(due: number | null, { isOver, isCancelled }: Pick<Owed, 'isOver' | 'isCancelled'>, now: number): AnswerState {
  if (!isOver && !isCancelled) return 'open';
  if (due === null) return 'none';
  return now > due ? 'overdue' : 'due';
}
