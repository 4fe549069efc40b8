import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, limits, unitsWhere, type Page } from '@isegoria/kernel';
import { answer, isWithinAny, pageFrom, pageOfRows } from '@isegoria/projection';
import { ConsultationRow } from '../view/consultation.read-model';
import { statusAt } from '../view/consultation-views.read-model';
import {
  endingWithinDays,
  findModerated,
  listWaitingConsultations,
  type Duty,
  type ModeratedConsultation,
  type WaitingConsultation,
} from './desk.contract';

interface Waiting {
  readonly duty: Duty;
  readonly units: readonly string[];
  readonly now: Date;
  readonly cursor?: string;
}

type Row = Omit<WaitingConsultation, 'at'> & { readonly at: Date | null; readonly due: string; readonly place: string };

const columns = 'c.id, c.unit, c.title, c.language, drafted_position AS place';
/** SQL: when a consultation closed, whether by date or earlier. */
const closedAt = `coalesce((phases->-1->'kept'->>'closedEarlyAt')::timestamptz, closes_at)`;
const inPhase = `jsonb_to_recordset(phases) AS phase (title text, "opensAt" timestamptz, "closesAt" timestamptz)`;

const foundBy: Readonly<Record<Duty, string>> = {
  draft: `SELECT ${columns}, NULL::text AS phase, NULL::timestamptz AS at FROM consultation c WHERE ${statusAt('$1')} = 'draft'`,
  ending: `SELECT ${columns}, phase.title AS phase, "closesAt" AS at FROM consultation c, ${inPhase}
    WHERE ${statusAt('$1')} = 'open' AND "opensAt" <= $1 AND "closesAt" > $1
      AND "closesAt" <= $1::timestamptz + make_interval(days => ${endingWithinDays})`,
  outcome: `SELECT ${columns}, NULL::text AS phase, ${closedAt} AS at FROM consultation c WHERE ${statusAt('$1')} = 'closed'`,
};

/** What waits for the office of these units and those below them, by when it is due, and then in the order in which it was drafted. */
export async function waitingConsultations(
  rows: DataSource | EntityManager,
  { duty, units, now, cursor }: Waiting,
): Promise<Page<WaitingConsultation>> {
  const chosen = `FROM (SELECT *, coalesce((extract(epoch FROM at) * 1000000)::bigint, 0) AS due FROM (${foundBy[duty]}) AS found) AS waiting
    WHERE $1::timestamptz IS NOT NULL AND ${isWithinAny('unit', '$2')}`;
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen}`, [now, units]);
  const found: Row[] = await rows.query(
    `SELECT * ${chosen} AND ($3::bigint IS NULL OR (due, place) > ($3, $4)) ORDER BY due, place LIMIT $5`,
    [now, units, ...placeOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ due, place }) => `${due}.${place}`);
  return { ...page, items: items.map(({ due: _, place: __, at, ...row }) => ({ ...row, at: at?.toISOString() ?? null })) };
}

/** @throws Rejection VALIDATION_FAILED for a cursor that no page gave */
function placeOf(cursor: string | undefined): readonly (string | null)[] {
  if (cursor === undefined) return [null, null];
  const [, due, place] = /^(\d{1,18})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (due === undefined) throw new Rejection('VALIDATION_FAILED', { field: 'cursor', params: { constraint: 'other' } });
  return [due, place!];
}

/** Published consultations of these units, and of all below them, whose title has this part, whatever its case. */
export async function moderatedConsultations(
  rows: DataSource,
  { title, units, cursor }: { readonly title: string; readonly units: readonly string[]; readonly cursor?: string },
): Promise<Page<ModeratedConsultation>> {
  const query = rows
    .getRepository(ConsultationRow)
    .createQueryBuilder('consultation')
    .where('consultation.publishedPosition IS NOT NULL AND strpos(lower(consultation.title), lower(:title)) > 0', { title: title.trim() })
    .andWhere(isWithinAny('consultation.unit', ':units'), { units });
  const { items, ...page } = await pageOfRows(query, { by: 'publishedPosition', newestFirst: true, cursor });
  return { ...page, items: items.map(({ id, title: whole, language }) => ({ id, title: whole, language })) };
}

export const deskAnswers = [
  answer(listWaitingConsultations, ['consultations'], ({ duty, cursor }, { rows, reader }) =>
    waitingConsultations(rows, { duty, units: unitsWhere(reader, 'consult'), now: new Date(), cursor }),
  ),
  answer(findModerated, ['consultations'], ({ title, cursor }, { rows, reader }) =>
    moderatedConsultations(rows, { title, units: unitsWhere(reader, 'moderate'), cursor }),
  ),
];
