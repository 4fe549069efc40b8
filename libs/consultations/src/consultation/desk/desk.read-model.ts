import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, limits, narrowedUnits, unitsWhere, type Page } from '@isegoria/kernel';
import { answer, isNotErased, isWithinAny, pageFrom, pageOfRows } from '@isegoria/projection';
import { answerDue, closedAt } from '../../answer-owed/answer-owed.read-model';
import { isPublicIn } from '../../methods/deliberation/statement/statement.read-model';
import { waitingForms } from '../../methods/survey/paper/entry/paper-entry.read-model';
import { countedResponses, toldQuestions } from '../../methods/survey/written/rows/sealed-texts.read-model';
import { isAnswered } from '../../official-answer/official-answer.read-model';
import type { ReviewStatus } from '../../review/review.contract';
import { ConsultationRow } from '../view/consultation.read-model';
import { statusAt } from '../when/status.read-model';
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
  /** Whose work it is: nobody checks what is their own. */
  readonly account: string;
  readonly cursor?: string;
}

interface Row extends Omit<WaitingConsultation, 'at' | 'dueAt'> {
  readonly at: Date | null;
  readonly dueAt: Date | null;
  readonly due: string;
  readonly place: string;
}

const none = 'NULL::text AS phase, NULL::jsonb AS activity, NULL::text AS reason';
const columns = 'c.id, c.unit, c.title, c.language, c.drafted_position AS place';
const review = `phases->0->'kept'->'review'`;
/** SQL: drafts by how it stands with their check, since when, and why they were sent back. */
const reviewed = (status: ReviewStatus) => `SELECT ${columns}, NULL::text AS phase, NULL::jsonb AS activity, ${review}->>'reason' AS reason,
    (${review}->>'at')::timestamptz AS at, NULL::timestamptz AS "dueAt"
  FROM consultation c WHERE ${statusAt('$1')} = 'draft' AND ${review}->>'status' = '${status}'`;
const isOwn = `coalesce(${review}->'notBy', '[]') ? $3`;
const hasAnswer = (id: string) => `EXISTS (SELECT FROM official_answer o WHERE o.about_id = ${id})`;
/** SQL: the outcome of a consultation with one activity answers that. */
const hasOthers = 'EXISTS (SELECT FROM activity other WHERE other.consultation_id = c.id AND other.id <> a.id)';
/** SQL: how many of those that everybody may read have no answer. */
const openStatements = `SELECT count(*)::int FROM statement s
  WHERE s.activity_id = a.id AND ${isPublicIn('s', 'a')} AND NOT ${isAnswered('s')} AND ${isNotErased('s.text')}`;
/** SQL: what people wrote to a part of a text is answered by itself, whatever was answered as a whole. */
const openAnnotations = `${openStatements} AND s.paragraph IS NOT NULL`;
/** SQL: the same of what people wrote in a survey and moderators listed, which they do once it is over. */
const openTexts = `CASE WHEN a.method = 'survey' THEN (SELECT count(*)::int
  FROM survey_text written
    JOIN ${countedResponses('a.id', 'c.counts_from')} counted USING (activity_id, voter, commitment)
    JOIN ${toldQuestions('a.id', 'a.settings', 'c.counts_from')} told USING (channel, question)
    JOIN survey_text_decision decided ON decided.activity_id = written.activity_id AND decided.text = written.text
  WHERE written.activity_id = a.id AND decision = 'listed'
    AND NOT EXISTS (SELECT FROM official_answer o WHERE o.activity_id = written.activity_id AND o.about = 'text' AND o.named = written.text)
  ) ELSE 0 END`;
/** SQL: the whole of it is over, or the phase of an activity. */
const isOver = `${statusAt('$1')} NOT IN ('draft', 'cancelled') AND (${closedAt} <= $1 OR phase."closesAt" <= $1)`;
const inPhase = `jsonb_to_recordset(phases) AS phase (id uuid, title text, "opensAt" timestamptz, "closesAt" timestamptz)`;

const foundBy: Readonly<Record<Duty, string>> = {
  draft: `SELECT ${columns}, ${none}, NULL::timestamptz AS at, NULL::timestamptz AS "dueAt" FROM consultation c
    WHERE ${statusAt('$1')} = 'draft' AND ${review}->>'status' IS NULL`,
  sentBack: reviewed('sentBack'),
  review: `${reviewed('waiting')} AND NOT ${isOwn}`,
  asked: `${reviewed('waiting')} AND ${isOwn}`,
  approved: reviewed('approved'),
  ending: `SELECT ${columns}, phase.title AS phase, NULL::jsonb AS activity, NULL::text AS reason, "closesAt" AS at, "closesAt" AS "dueAt"
    FROM consultation c, ${inPhase}
    WHERE ${statusAt('$1')} = 'open' AND "opensAt" <= $1 AND "closesAt" > $1
      AND "closesAt" <= $1::timestamptz + make_interval(days => ${endingWithinDays})`,
  paper: `SELECT c.id, c.unit, c.title, c.language, a.drafted_position AS place, phase.title AS phase,
      jsonb_build_object('id', a.id, 'method', a.method, 'title', a.title, 'open', forms.open) AS activity,
      NULL::text AS reason, forms.since AS at, "closesAt" AS "dueAt"
    FROM consultation c CROSS JOIN ${inPhase} JOIN activity a ON a.phase_id = phase.id JOIN ${waitingForms} ON forms.activity_id = a.id
    WHERE ${statusAt('$1')} = 'open' AND "opensAt" <= $1 AND "closesAt" > $1`,
  answer: `SELECT c.id, c.unit, c.title, c.language, a.drafted_position AS place, NULL::text AS phase,
      jsonb_build_object('id', a.id, 'method', a.method, 'title', a.title, 'open', (${openStatements}) + (${openTexts})) AS activity,
      NULL::text AS reason, CASE WHEN ${closedAt} <= $1 THEN ${closedAt} ELSE phase."closesAt" END AS at, ${answerDue} AS "dueAt"
    FROM consultation c CROSS JOIN ${inPhase} JOIN activity a ON a.phase_id = phase.id
    WHERE ${statusAt('$1')} = 'closed' AND NOT ${hasAnswer('a.id')} AND (${hasOthers} OR (${openStatements}) > 0)
      OR ${isOver} AND ((${openAnnotations}) > 0 OR (${openTexts}) > 0)`,
  outcome: `SELECT ${columns}, ${none}, ${closedAt} AS at, ${answerDue} AS "dueAt" FROM consultation c WHERE ${statusAt('$1')} = 'closed'`,
};

/** What waits for the office of these units and those below them, by when it is due, and then in the order in which it was drafted. */
export async function waitingConsultations(
  rows: DataSource | EntityManager,
  { duty, units, now, account, cursor }: Waiting,
): Promise<Page<WaitingConsultation>> {
  const chosen = `FROM (SELECT *, coalesce((extract(epoch FROM coalesce("dueAt", at)) * 1000000)::bigint, 0) AS due FROM (${foundBy[duty]}) AS found) AS waiting
    WHERE $1::timestamptz IS NOT NULL AND $3::text IS NOT NULL AND ${isWithinAny('unit', '$2')}`;
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen}`, [now, units, account]);
  const found: Row[] = await rows.query(
    `SELECT * ${chosen} AND ($4::bigint IS NULL OR (due, place) > ($4, $5)) ORDER BY due, place LIMIT $6`,
    [now, units, account, ...placeOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ due, place }) => `${due}.${place}`);
  const when = (time: Date | null) => time?.toISOString() ?? null;
  return { ...page, items: items.map(({ due: _, place: __, at, dueAt, ...row }) => ({ ...row, at: when(at), dueAt: when(dueAt) })) };
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
  answer(listWaitingConsultations, ['consultations'], ({ duty, unit, cursor }, { rows, reader }) =>
    waitingConsultations(rows, {
      ...{ duty, cursor, now: new Date(), account: reader?.accountId ?? '' },
      units: narrowedUnits(unitsWhere(reader, 'consult'), unit),
    }),
  ),
  answer(findModerated, ['consultations'], ({ title, cursor }, { rows, reader }) =>
    moderatedConsultations(rows, { title, units: unitsWhere(reader, 'moderate'), cursor }),
  ),
];
