import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { limits, rootUnit, unitAbove, type Page, type Recorded, type TextByLanguage } from '@isegoria/kernel';
import { PositionColumn, answer, pageFrom, type Projection } from '@isegoria/projection';
import { listUnits, smallestGroup, type UnitEvent, type UnitView } from './unit.contract';

@Entity('unit')
export class UnitRow {
  @PrimaryColumn('text')
  unit: string;

  /** Null for a root that was never given a name. */
  @Column('text', { nullable: true })
  name: string | null;

  /** By language; null where nothing was said of them. */
  @Column('jsonb', { nullable: true })
  names: TextByLanguage | null;

  /** Whether it was closed itself: the units below it are closed with it. */
  @Column('boolean')
  closed: boolean;

  /** Whether it has a second official check what is published. */
  @Column('boolean')
  review: boolean;

  /** How many people a figure of a survey is of at least, as it says itself; null where it does not. */
  @Column('int', { name: 'smallest_group', nullable: true })
  smallestGroup: number | null;

  /** Within how many days of its end a new consultation is answered, as it says itself; null where it does not. */
  @Column('int', { name: 'answer_days', nullable: true })
  answerDays: number | null;

  /** Where in the log it got its name; 0 for a root that has none. */
  @PositionColumn()
  version: number;
}

export function unitListProjection(): Projection {
  return { name: 'identity/unit-list', entities: [UnitRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const { type, data, position } of events as readonly Recorded<UnitEvent>[]) {
    if (type === 'UnitMade' || type === 'UnitRenamed')
      await rows.query(nameStatement, [data.unit, data.name, JSON.stringify(data.names ?? {}), position]);
    if (type === 'UnitClosed') await rows.query(closeStatement, [data.unit]);
    if (type === 'UnitReviewSet') await rows.query(reviewStatement, [data.unit, data.required]);
    if (type === 'UnitAnswerTermSet') await rows.query(answerTermStatement, [data.unit, data.days]);
    if (type === 'UnitSmallestGroupSet') await rows.query(smallestGroupStatement, [data.unit, data.people]);
  }
}

// The root has no event with which it begins: its row comes with the first event about it.
const nameStatement = `INSERT INTO unit (unit, name, names, closed, review, version) VALUES ($1, $2, $3, false, false, $4)
  ON CONFLICT (unit) DO UPDATE SET name = excluded.name, names = excluded.names, version = excluded.version`;
const closeStatement = `INSERT INTO unit (unit, name, closed, review, version) VALUES ($1, NULL, true, false, 0)
  ON CONFLICT (unit) DO UPDATE SET closed = true`;
const reviewStatement = `INSERT INTO unit (unit, name, closed, review, version) VALUES ($1, NULL, false, $2, 0)
  ON CONFLICT (unit) DO UPDATE SET review = excluded.review`;

const smallestGroupStatement = `INSERT INTO unit (unit, name, closed, review, smallest_group, version) VALUES ($1, NULL, false, false, $2, 0)
  ON CONFLICT (unit) DO UPDATE SET smallest_group = excluded.smallest_group`;

const answerTermStatement = `INSERT INTO unit (unit, name, closed, review, answer_days, version) VALUES ($1, NULL, false, false, $2, 0)
  ON CONFLICT (unit) DO UPDATE SET answer_days = excluded.answer_days`;

/** SQL: whether a unit of the tree, or one above it, is such. */
const isWithinOneThat = (is: 'closed' | 'review') => `EXISTS (
  SELECT FROM unit other WHERE other.${is} AND (tree.unit = other.unit OR starts_with(tree.unit, other.unit || '.')))`;

/** SQL: the most that a unit of the tree, or one above it, says. */
const mostOf = `(SELECT coalesce(max(smallest_group), ${smallestGroup.usual}) FROM unit other
  WHERE tree.unit = other.unit OR starts_with(tree.unit, other.unit || '.'))`;

/** SQL: what the nearest says that says something: a unit of the tree itself, or else one above it. */
const nearestTerm = `(SELECT other.answer_days FROM unit other
  WHERE other.answer_days IS NOT NULL AND (tree.unit = other.unit OR starts_with(tree.unit, other.unit || '.'))
  ORDER BY length(other.unit) DESC LIMIT 1)`;

/** The tree of units, each after the one above it. The root exists from the start. */
export async function unitList(rows: DataSource | EntityManager, { cursor }: { cursor?: string } = {}): Promise<Page<UnitView>> {
  const unnamed = `SELECT '${rootUnit}', NULL, NULL, 0, false, NULL WHERE NOT EXISTS (SELECT FROM unit WHERE unit = '${rootUnit}')`;
  const tree = `(SELECT unit, name, names, version, review, answer_days FROM unit UNION ALL ${unnamed}) AS tree`;
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count FROM ${tree}`);
  // In byte order a dot comes before everything that a name may contain, so the units below a unit come before the next one beside it.
  const found: (Omit<UnitView, 'above' | 'version'> & { version: string })[] = await rows.query(
    `SELECT unit, name, coalesce(names, '{}') AS names, version, review AS "setsReview", ${isWithinOneThat('closed')} AS closed, ${isWithinOneThat('review')} AS "needsReview",
       ${mostOf} AS "smallestGroup", ${nearestTerm} AS "answerWithinDays", answer_days IS NOT NULL AS "setsAnswerTerm"
     FROM ${tree} WHERE $1::text IS NULL OR unit COLLATE "C" > $1 ORDER BY unit COLLATE "C" LIMIT $2`,
    [cursor ?? null, limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ unit }) => unit);
  return { ...page, items: items.map(({ version, ...row }) => ({ ...row, above: unitAbove(row.unit) ?? null, version: Number(version) })) };
}

export const unitAnswers = [answer(listUnits, ['identity'], (asked, { rows }) => unitList(rows, asked))];
