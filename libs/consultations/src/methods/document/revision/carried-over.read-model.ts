import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { AnnotationPlace, CarriedPlace } from '../annotation/place.contract';
import { carriedOver } from '../paper/selection';

/** As it stands in a row: with the version up to which it was carried. */
export interface CarriedRow extends CarriedPlace {
  readonly upTo: number;
}

export const notCarriedYet = ({ version, words }: AnnotationPlace): CarriedRow => ({ words, lostIn: null, upTo: version });

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
  const textOf = await textsOf(activityId, [...new Set(standing.map(({ paragraph }) => paragraph))], rows);
  const carried = standing.map(({ id, paragraph, carried: before }) => {
    return { id, carried: carriedTo(newest, before, (version) => textOf(paragraph, version)) };
  });
  await rows.query(
    `UPDATE statement SET carried = now.carried FROM jsonb_to_recordset($1::jsonb) AS now (id uuid, carried jsonb) WHERE statement.id = now.id`,
    [JSON.stringify(carried)],
  );
}

/** What paragraphs say in each version; undefined where they do not stand. */
async function textsOf(activityId: string, paragraphs: readonly string[], rows: EntityManager) {
  const found: { id: string; version: number; text: string }[] = await rows.query(
    'SELECT id, version, text FROM paper_block WHERE activity_id = $1 AND id = ANY ($2)',
    [activityId, paragraphs],
  );
  const texts = new Map(found.map(({ id, version, text }) => [`${id} ${version}`, text]));
  return (paragraph: string, version: number) => texts.get(`${paragraph} ${version}`);
}

/** Version by version, as people saw them: what is lost once stays so, whatever is written later. */
function carriedTo(newest: number, from: CarriedRow, textIn: (version: number) => string | undefined): CarriedRow {
  let carried = from;
  for (let version = from.upTo + 1; version <= newest; version += 1) {
    const [before, after] = [textIn(version - 1), textIn(version)];
    const words = carried.words && before !== undefined && after !== undefined ? carriedOver(carried.words, before, after) : carried.words;
    if (after === undefined || words === undefined) return { words: null, lostIn: version, upTo: version };
    carried = { words, lostIn: null, upTo: version };
  }
  return carried;
}
