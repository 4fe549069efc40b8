import type { DataSource, EntityManager } from 'typeorm';
import { answer } from '@isegoria/projection';
import { isCancelled } from '../../cancellation/cancellation.read-model';
import { isLateAt } from '../../milestone/milestone.read-model';
import type { PhaseInRow } from '../../phase/phase.read-model';
import type { AnswerState } from '../answer-owed.contract';
import { answerIn, answerOwed, endIn } from '../answer-owed.read-model';
import { dayOfTerm } from '../term/answer-term.read-model';
import { showResponseTimes, type ResponseTimes, type UnitResponseTimes } from './response-times.contract';

interface Row {
  readonly unit: string;
  readonly phases: readonly PhaseInRow[];
  readonly closed: boolean;
  readonly closesAt: Date;
  readonly milestonesLate: number;
}

/** One consultation: where it stands, how long its answer took, and how many of its milestones are late for good. */
interface Kept {
  readonly state: AnswerState;
  readonly isLate: boolean;
  readonly days: number | null;
  readonly milestonesLate: number;
}

/** @param now the moment of which this is said */
export async function responseTimes(rows: DataSource | EntityManager, now: Date): Promise<ResponseTimes> {
  const found: Row[] = await rows.query(
    `SELECT unit, phases, closed, closes_at AS "closesAt",
       (SELECT count(*)::int FROM milestone m WHERE m.consultation_id = c.id AND ${isLateAt('$1')}) AS "milestonesLate"
     FROM consultation c WHERE closes_at IS NOT NULL AND NOT (${isCancelled})`,
    [now],
  );
  const byUnit = new Map<string, Kept[]>();
  for (const row of found) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), keptOf(row, now)]);
  const units = [...byUnit].sort(([one], [other]) => (one < other ? -1 : 1)).map(([unit, kept]) => timesOf(unit, kept));
  return { units };
}

function keptOf({ phases, closed, closesAt, milestonesLate }: Row, now: Date): Kept {
  const endsAt = endIn(phases, closesAt.toISOString())!;
  const { withinDays, zone, answeredAt = null } = answerIn(phases);
  const isOver = closed || closesAt <= now;
  const { state, dueAt } = answerOwed({ withinDays, zone, endsAt, isOver, isCancelled: false, answeredAt }, now.getTime());
  if (state === 'open' && withinDays === null) return { state: 'none', isLate: false, days: null, milestonesLate };
  if (answeredAt === null) return { state, isLate: false, days: null, milestonesLate };
  const isLate = dueAt !== null && Date.parse(answeredAt) > Date.parse(dueAt);
  return { state, isLate, days: (Date.parse(answeredAt) - Date.parse(endsAt)) / dayOfTerm, milestonesLate };
}

function timesOf(unit: string, kept: readonly Kept[]): UnitResponseTimes {
  const count = (state: Kept['state']) => kept.filter((one) => one.state === state).length;
  const days = kept.flatMap((one) => one.days ?? []).sort((a, b) => a - b);
  return {
    unit,
    open: count('open'),
    due: count('due'),
    overdue: count('overdue'),
    answered: count('answered'),
    answeredLate: kept.filter(({ isLate }) => isLate).length,
    milestonesLate: kept.reduce((sum, one) => sum + one.milestonesLate, 0),
    medianDays: days.length === 0 ? null : Math.round(medianOf(days) * 10) / 10,
  };
}

/** @param sorted at least one */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const responseTimesAnswers = [answer(showResponseTimes, ['consultations'], (_, { rows }) => responseTimes(rows, new Date()))];
