import type { DataSource, EntityManager } from 'typeorm';
import { smallestGroup } from '@isegoria/identity';
import { Rejection, limits, narrowedUnits, rankOf, unitsWhere, usuallyCountsFrom, type Page } from '@isegoria/kernel';
import { answer, countedFrom, isNotErased, isRowId, isWithinAny, pageFrom } from '@isegoria/projection';
import { helpAnswers, type HelpAnswer } from '../feedback-given.contract';
import {
  listServiceFeedback,
  showServiceFeedback,
  type HelpCounts,
  type ListServiceFeedback,
  type ServiceFeedbackView,
  type ServiceInFeedback,
} from '../service-feedback.contract';

const rank = String(rankOf(usuallyCountsFrom));
const countedBy = (of: HelpAnswer) => countedFrom(`service.${of}`, rank);
const allBy = (of: HelpAnswer) => countedFrom(`service.${of}`, '0');
const asJson = (count: (of: HelpAnswer) => string) => `json_build_object(${helpAnswers.map((of) => `'${of}', ${count(of)}`).join(', ')})`;
const counts = `${asJson(countedBy)} AS counted, ${asJson((of) => `${allBy(of)} - ${countedBy(of)}`)} AS "notCounted"`;

/** SQL: the most that the unit of a service, or one above it, says. */
const least = `(SELECT coalesce(max(people), ${smallestGroup.usual}) FROM feedback_group AS said
  WHERE service.unit = said.unit OR starts_with(service.unit, said.unit || '.'))`;

const total = ({ yes, partly, no }: HelpCounts) => yes + partly + no;
const enough = (of: HelpCounts, people: number) => (total(of) < people ? null : of);

/** What everybody is told of a service that is or was in the directory: nothing of fewer people than the smallest group. */
export async function feedbackOn(rows: DataSource | EntityManager, serviceId: string): Promise<ServiceFeedbackView | undefined> {
  if (!isRowId(serviceId)) return undefined;
  const found: { smallestGroup: number; counted: HelpCounts; notCounted: HelpCounts }[] = await rows.query(
    `SELECT ${least}::int AS "smallestGroup", ${counts} FROM rated_service AS service WHERE id = $1 AND was_published`,
    [serviceId],
  );
  const [row] = found;
  if (!row) return undefined;
  const { smallestGroup: people, counted, notCounted } = row;
  return { serviceId, smallestGroup: people, counted: enough(counted, people), notCounted: enough(notCounted, people) };
}

/**
 * A number by which services stand: the smallest share that was helped first, in ten-thousandths; behind them those with fewer people than
 * the smallest group, of whom a share says little; and last those of which nobody said anything.
 */
const people = `(${helpAnswers.map(countedBy).join(' + ')})`;
const standing = `CASE WHEN ${people} = 0 THEN 30000
  ELSE CASE WHEN ${people} < ${least} THEN 15000 ELSE 0 END + ${countedBy('yes')} * 10000 / ${people} END`;

/** Services of these units and those below them, the worst first. */
export async function ratedServices(
  rows: DataSource | EntityManager,
  { units, serviceId, cursor }: Omit<ListServiceFeedback, 'unit'> & { readonly units: readonly string[] },
): Promise<Page<ServiceInFeedback>> {
  const chosen = `was_published AND ${isWithinAny('service.unit', '$1')} AND ($2::uuid IS NULL OR service.id = $2)`;
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count FROM rated_service AS service WHERE ${chosen}`, [
    units,
    serviceId ?? null,
  ]);
  const found: (ServiceInFeedback & { standing: number })[] = await rows.query(
    `SELECT * FROM (
       SELECT service.id AS "serviceId", unit, status, language, titles, ${counts}, (${standing})::int AS standing,
         (SELECT count(*)::int FROM service_feedback AS said
          WHERE said.service_id = service.id AND said.comment IS NOT NULL AND ${isNotErased('said.comment')}) AS comments
       FROM rated_service AS service WHERE ${chosen}
     ) AS service WHERE $3::int IS NULL OR (standing, "serviceId") > ($3, $4::uuid) ORDER BY standing, "serviceId" LIMIT $5`,
    [units, serviceId ?? null, ...placeOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, (row) => `${row.standing}.${row.serviceId}`);
  return { ...page, items: items.map(({ standing: _, ...row }) => row) };
}

function placeOf(cursor: string | undefined): readonly [number | null, string | null] {
  if (cursor === undefined) return [null, null];
  const [, at, id = ''] = /^(\d{1,5})\.([\da-f-]{36})$/.exec(cursor) ?? [];
  if (!isRowId(id)) throw new Rejection('VALIDATION_FAILED', { field: 'cursor', params: { constraint: 'other' } });
  return [Number(at), id];
}

const group = ['service-feedback'];

export const serviceFeedbackAnswers = [
  answer(showServiceFeedback, group, async ({ serviceId }, { rows }) => {
    const view = await feedbackOn(rows, serviceId);
    if (!view) throw new Rejection('SERVICE_NOT_FOUND');
    return view;
  }),
  answer(listServiceFeedback, group, ({ unit, ...asked }, { rows, reader }) => {
    return ratedServices(rows, { ...asked, units: narrowedUnits(unitsWhere(reader, 'publish'), unit) });
  }),
];
