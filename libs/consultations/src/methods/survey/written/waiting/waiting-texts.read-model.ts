import type { DataSource } from 'typeorm';
import { Rejection, limits, narrowedUnits, unitsWhere, type Page } from '@isegoria/kernel';
import { answer, isStillReadable, isWithinAny, pageFrom } from '@isegoria/projection';
import { countedResponses, toldQuestions } from '../rows/sealed-texts.read-model';
import { listWaitingTexts, type WaitingTextsView } from './waiting-texts.contract';

/** SQL: looked for no further than the first of them. */
const waits = `EXISTS (SELECT FROM survey_text written
    JOIN ${countedResponses('activity.id', 'consultation.counts_from')} counted USING (activity_id, voter, commitment)
    JOIN ${toldQuestions('activity.id', 'activity.settings', 'consultation.counts_from')} told USING (channel, question)
    LEFT JOIN survey_text_decision decided ON decided.activity_id = written.activity_id AND decided.text = written.text
  WHERE written.activity_id = activity.id AND coalesce(decision, 'waiting') = 'waiting' AND ${isStillReadable('written.sealed')})`;

/** SQL: by date or earlier. */
const closedAt = `least((phases->-1->'kept'->>'closedEarlyAt')::timestamptz, (SELECT phase."closesAt"
  FROM jsonb_to_recordset(phases) AS phase (id uuid, "closesAt" timestamptz) WHERE phase.id = activity.phase_id))`;

interface Found extends Omit<WaitingTextsView, 'closedAt'> {
  readonly closedAt: Date | null;
  readonly ended: string;
}

/** Surveys of these units, and of all below them, in which texts wait, in the order in which the log closed them. */
export async function waitingTexts(
  rows: Pick<DataSource, 'query'>,
  { units, cursor }: { readonly units: readonly string[]; readonly cursor?: string },
): Promise<Page<WaitingTextsView>> {
  const chosen = `FROM activity JOIN consultation ON consultation.id = activity.consultation_id
      JOIN LATERAL (SELECT min(position) AS ended FROM closing WHERE closing.id IN (activity.phase_id, consultation.id)) over ON true
    WHERE activity.method = 'survey' AND ended IS NOT NULL AND ${isWithinAny('consultation.unit', '$1')} AND ${waits}`;
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen}`, [units]);
  const found: Found[] = await rows.query(
    `SELECT activity.id, activity.title AS about, consultation.id AS "consultationId", unit, consultation.title, language,
       ${closedAt} AS "closedAt", ended ${chosen} AND ($2::bigint IS NULL OR (ended, activity.id) > ($2, $3))
     ORDER BY ended, activity.id LIMIT $4`,
    [units, ...placeOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ ended, id }) => `${ended}.${id}`);
  return { ...page, items: items.map(({ ended: _, closedAt, ...row }) => ({ ...row, closedAt: closedAt?.toISOString() ?? null })) };
}

/** @throws Rejection VALIDATION_FAILED for a cursor that no page gave */
function placeOf(cursor: string | undefined): readonly (string | null)[] {
  if (cursor === undefined) return [null, null];
  const [, closed, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (closed === undefined) throw new Rejection('VALIDATION_FAILED', { field: 'cursor', params: { constraint: 'other' } });
  return [closed, id!];
}

export const waitingTextAnswers = [
  answer(listWaitingTexts, ['consultations'], ({ unit, cursor }, { rows, reader }) =>
    waitingTexts(rows, { units: narrowedUnits(unitsWhere(reader, 'moderate'), unit), cursor }),
  ),
];
