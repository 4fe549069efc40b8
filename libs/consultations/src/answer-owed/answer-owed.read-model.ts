import { limits } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import { dueOf } from './term/answer-term.read-model';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import { closedEarlyAtIn, type PhaseInRow } from '../phase/phase.read-model';
import type { AnswerOwedView, AnswerState, AnswerTermChanged, TermChangeView } from './answer-owed.contract';

/** It stands with the first phase, as the words do. */
interface Kept {
  /** What counts: as it stood at the end, or what was first promised after it. */
  readonly withinDays: number | null;
  /** What was promised after that. */
  readonly later?: number;
  readonly answeredAt?: string;
  readonly changes?: readonly TermChangeView[];
  /** Where in the log the last change is. */
  readonly version?: number;
  /** Whose days of the calendar count; absent where a day is 24 hours. */
  readonly zone?: string;
  /** Where days of the calendar count: by when it is promised, once the consultation has an end. */
  readonly dueAt?: string;
}
export const answerIn = (phases: readonly PhaseInRow[]): Kept => (phases[0]?.kept?.['answer'] as Kept | undefined) ?? { withinDays: null };

/** The same phases with what is kept of the answer, and by when that is due according to their dates. */
export function withAnswer(phases: readonly PhaseInRow[], answer: Partial<Kept> = {}): PhaseInRow[] {
  const { dueAt: _, ...said } = { ...answerIn(phases), ...answer };
  const due = said.zone === undefined ? null : dueOf(said.withinDays, endIn(phases, phases.at(-1)?.closesAt ?? null), said.zone);
  const kept = due === null ? said : { ...said, dueAt: inUtc(due) };
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
    const { withinDays, later, changes = [] } = answerIn(row.phases);
    const end = endIn(row.phases, utcOf(row.closesAt));
    const dateStays = withinDays !== null && end !== null && timeOf(event).getTime() >= Date.parse(end);
    const change = { before: later ?? withinDays, after, reason, dateStays, changedAt: timeOf(event).toISOString() };
    const promised = dateStays ? { later: after } : { withinDays: after };
    const answer = { ...promised, changes: [...changes, change], version: event.position };
    await rows.update(ConsultationRow, { id }, { phases: withAnswer(row.phases, answer) as never });
  },
  view(phases) {
    const { changes = [], version = 0 } = answerIn(phases);
    return { answerTerm: { changes: changes.slice(-limits.dateChangesInView), count: changes.length, version } };
  },
});

/** SQL: when a consultation closed, whether by date or earlier. */
export const closedAt = `coalesce((phases->-1->'kept'->>'closedEarlyAt')::timestamptz, closes_at)`;
/** SQL: by when its answer is promised. */
export const answerDue = `coalesce((phases->0->'kept'->'answer'->>'dueAt')::timestamptz,
  ${closedAt} + make_interval(hours => 24 * (phases->0->'kept'->'answer'->>'withinDays')::int))`;

/** When a consultation was closed, or will be by its dates, in UTC; null while it has none. */
export const endIn = (phases: readonly PhaseInRow[], closesAt: string | null) => closedEarlyAtIn(phases) ?? closesAt;

const utcOf = (time: Date | null) => time?.toISOString() ?? null;

interface Owed {
  readonly withinDays: number | null;
  /** What was promised once the consultation was over. */
  readonly later?: number;
  /** Whose days count; where none is named, a day is 24 hours. */
  readonly zone?: string;
  /** RFC 3339: when it was closed, or will be by its dates; null while it has none. */
  readonly endsAt: string | null;
  readonly isOver: boolean;
  readonly isCancelled: boolean;
  readonly answeredAt: string | null;
}

/** What is owed at a moment; no job has to run for it. @param now milliseconds since 1970 */
export function answerOwed({ withinDays, later, zone, endsAt, isOver, isCancelled, answeredAt }: Owed, now: number): AnswerOwedView {
  const promised = isCancelled ? null : withinDays;
  const due = dueOf(promised, endsAt, zone ?? null);
  const promisedLater = dueOf(later ?? null, endsAt, zone ?? null);
  const state = answeredAt === null ? owedState(due, { isOver, isCancelled }, now) : 'answered';
  return { state, withinDays: promised, dueAt: inUtc(due), laterDate: inUtc(promisedLater), answeredAt };
}

const inUtc = (time: number | null) => (time === null ? null : new Date(time).toISOString());

function owedState(due: number | null, { isOver, isCancelled }: Pick<Owed, 'isOver' | 'isCancelled'>, now: number): AnswerState {
  if (!isOver && !isCancelled) return 'open';
  if (due === null) return 'none';
  return now > due ? 'overdue' : 'due';
}
