import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { AnnotationPlace, CarriedPlace } from '../annotation/place.contract';
import { carryThrough, type Carried, type PaperVersion } from './carried';
import { keepPlaces, type AnnotationPlaceRow } from './then/places-then.read-model';

/** As it stands in a row, whose paragraph is a column. */
export type CarriedRow = Omit<Carried, 'paragraph'>;

export const rowOf = ({ paragraph, ...carried }: Carried): { paragraph: string; carried: CarriedRow } => ({ paragraph, carried });

/** What everybody reads of it. */
export const carriedPlace = (row: { paragraph: string | null; carried: CarriedRow | null }): CarriedPlace | null =>
  row.carried && { paragraph: row.paragraph!, words: row.carried.words, lostIn: row.carried.lostIn };

/** Carries annotations over to the newest version, whether that came before them or after, and notes which of them it follows. */
export async function carryOver(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const activities = new Set<string>();
  for (const { type, data } of events as readonly Recorded<{ type: string; data: Said }>[]) {
    if (type === 'DocumentRevised' || (type === 'StatementSubmitted' && data.at)) activities.add(data.activityId);
    if (type === 'DocumentRevised') await rows.query(follow, [data.version, data.follows!.map(({ statementId }) => statementId)]);
  }
  for (const activityId of activities) await carryIn(activityId, rows);
}

interface Said {
  readonly activityId: string;
  readonly at?: AnnotationPlace;
  readonly version?: number;
  readonly follows?: readonly { readonly statementId: string }[];
}

const follow = 'UPDATE statement SET followed_in = $1 WHERE id = ANY ($2) AND followed_in IS NULL';

interface Standing {
  readonly id: string;
  readonly paragraph: string;
  readonly carried: CarriedRow;
}

interface Stands extends Carried {
  readonly id: string;
}

/** One version after the other, whatever comes in one batch, so that where each stood in between is known. */
async function carryIn(activityId: string, rows: EntityManager): Promise<void> {
  const [{ newest }]: [{ newest: number | null }] = await rows.query(
    'SELECT max(version) AS newest FROM paper_version WHERE activity_id = $1 AND stands',
    [activityId],
  );
  if (newest === null || newest === 1) return;
  const standing: Standing[] = await rows.query(
    `SELECT id, paragraph, carried FROM statement
     WHERE activity_id = $1 AND carried->>'lostIn' IS NULL AND (carried->>'upTo')::int < $2`,
    [activityId, newest],
  );
  if (standing.length === 0) return;
  const versions = await versionsFrom(activityId, Math.min(...standing.map(({ carried }) => carried.upTo)), rows);
  const moved: AnnotationPlaceRow[] = [];
  let stands = standing.map(({ id, paragraph, carried }): Stands => ({ id, ...carried, paragraph }));
  for (const [before, { version }] of versions.slice(1).entries()) {
    const carry = carryThrough(versions.slice(before, before + 2));
    const were = stands;
    stands = were.map(({ id, ...was }) => ({ id, ...carry(was) }));
    const went = stands.filter(({ paragraph }, index) => paragraph !== were[index]!.paragraph);
    moved.push(...went.map(({ id, paragraph }) => ({ statementId: id, version, paragraph })));
  }
  await keepPlaces(moved, rows);
  const carried = stands.map(({ id, ...is }) => ({ id, ...rowOf(is) }));
  await rows.query(
    `UPDATE statement SET carried = now.carried, paragraph = now.paragraph
     FROM jsonb_to_recordset($1::jsonb) AS now (id uuid, paragraph text, carried jsonb) WHERE statement.id = now.id`,
    [JSON.stringify(carried)],
  );
}

/** The versions that stand, from one on, each with its blocks in order. */
async function versionsFrom(activityId: string, first: number, rows: EntityManager): Promise<PaperVersion[]> {
  const versions: Omit<PaperVersion, 'blocks'>[] = await rows.query(
    'SELECT version, carried_by AS "carriedBy" FROM paper_version WHERE activity_id = $1 AND version >= $2 AND stands ORDER BY version',
    [activityId, first],
  );
  const blocks: (PaperVersion['blocks'][number] & { version: number })[] = await rows.query(
    'SELECT version, id, kind, level, text FROM paper_block WHERE activity_id = $1 AND version >= $2 ORDER BY version, place',
    [activityId, first],
  );
  return versions.map((one) => ({ ...one, blocks: blocks.filter(({ version }) => version === one.version) }));
}
