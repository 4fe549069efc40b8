import type { CategoryKind } from '@isegoria/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { answer, isWithinAny } from '@isegoria/projection';
import { publishedStatuses } from '../../consultation/when/status.contract';
import { statusAt } from '../../consultation/when/status.read-model';
import { countConsultations, type ChosenConsultations, type ConsultationCounts, type CountAt } from './chosen.contract';

/** SQL: the categories of a consultation, each in a row of its own. */
const categoriesOf = `jsonb_array_elements_text(coalesce(phases->0->'kept'->'categories'->'chosen', '[]')) AS chosen (category)`;

/** SQL: whether a consultation is of a category or of one below it, or none is asked for. */
export const isOf = (parameter: string) => `(${parameter}::text IS NULL OR EXISTS (
  SELECT FROM ${categoriesOf} WHERE ${isWithinAny('chosen.category', `ARRAY[${parameter}]`)}))`;

/** SQL: whether a consultation is among the chosen ones. The parameters are what `parametersOf` gives. */
export function isChosen([status, unit, topic, area]: readonly [string, string, string, string]): string {
  return `(${status}::text IS NULL OR status = ${status}) AND (${unit}::text IS NULL OR ${isWithinAny('unit', `ARRAY[${unit}]`)})
    AND ${isOf(topic)} AND ${isOf(area)}`;
}
export const parametersOf = ({ status, unit, topic, area }: ChosenConsultations) =>
  [status, unit, topic, area].map((value) => value ?? null) as readonly (string | null)[];

/** How many published ones there are as of `now`, with each further choice. */
export async function consultationCounts(
  rows: DataSource | EntityManager,
  chosen: ChosenConsultations,
  now: Date,
): Promise<ConsultationCounts> {
  const count = async (without: keyof ChosenConsultations, what: string): Promise<CountAt[]> =>
    rows.query(
      `SELECT at, count(DISTINCT id)::int AS count
       FROM (SELECT id, unit, phases, ${statusAt('$1::timestamptz')} AS status FROM consultation c) AS summary, ${what}
       WHERE status <> 'draft' AND ${isChosen(['$2', '$3', '$4', '$5'])} GROUP BY at ORDER BY at COLLATE "C"`,
      [now, ...parametersOf({ ...chosen, [without]: undefined })],
    );
  const [statuses, units, topics, areas] = await Promise.all([
    count('status', 'LATERAL (SELECT status AS at) AS counted'),
    count('unit', `LATERAL (${withThoseAbove('unit', 1)}) AS counted`),
    count('topic', ofKind('topic')),
    count('area', ofKind('area')),
  ]);
  const countOf = (status: string) => statuses.find(({ at }) => at === status)?.count ?? 0;
  return { statuses: publishedStatuses.map((at) => ({ at, count: countOf(at) })), units, topics, areas };
}

const ofKind = (kind: CategoryKind) =>
  `${categoriesOf}, LATERAL (SELECT at FROM (${withThoseAbove('chosen.category', 2)}) AS above WHERE starts_with(at, '${kind}.')) AS counted`;

/** SQL: a place in a tree and all above it. @param from how many of the parts of its name the first has */
const withThoseAbove = (place: string, from: number) => `SELECT array_to_string((string_to_array(${place}, '.'))[1:depth], '.') AS at
  FROM generate_series(${from}, cardinality(string_to_array(${place}, '.'))) AS depth`;

export const countAnswers = [
  answer(countConsultations, ['consultations'], (chosen, { rows }) => consultationCounts(rows, chosen, new Date())),
];
