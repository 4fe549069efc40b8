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

  /** Where in the log it last said each of these itself; null where it never did. */
  @PositionColumn({ name: 'review_version', nullable: true })
  reviewVersion: number | null;

  @PositionColumn({ name: 'smallest_group_version', nullable: true })
  smallestGroupVersion: number | null;

  @PositionColumn({ name: 'answer_term_version', nullable: true })
  answerTermVersion: number | null;
}

export function unitListProjection(): Projection {
  return { name: 'identity/unit-list', entities: [UnitRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const { type, data, position } of events as readonly Recorded<UnitEvent>[]) {
    if (type === 'UnitMade' || type === 'UnitRenamed')
      await rows.query(nameStatement, [data.unit, data.name, JSON.stringify(data.names ?? {}), position]);
    if (type === 'UnitClosed') await rows.query(closeStatement, [data.unit]);
    if (type === 'UnitReviewSet') await rows.query(reviewStatement, [data.unit, data.required, position]);
    if (type === 'UnitAnswerTermSet') await rows.query(answerTermStatement, [data.unit, data.days, position]);
    if (type === 'UnitSmallestGroupSet') await rows.query(smallestGroupStatement, [data.unit, data.people, position]);
  }
}

// The root has no event with which it begins: its row comes with the first event about it.
const nameStatement = `INSERT INTO unit (unit, name, names, closed, review, version) VALUES ($1, $2, $3, false, false, $4)
  ON CONFLICT (unit) DO UPDATE SET name = excluded.name, names = excluded.names, version = excluded.version`;
const closeStatement = `INSERT INTO unit (unit, name, closed, review, version) VALUES ($1, NULL, true, false, 0)
  ON CONFLICT (unit) DO UPDATE SET closed = true`;
const reviewStatement = `INSERT INTO unit (unit, name, closed, review, version, review_version) VALUES ($1, NULL, false, $2, 0, $3)
  ON CONFLICT (unit) DO UPDATE SET review = excluded.review, review_version = excluded.review_version`;

const settingStatement = (column: 'smallest_group' | 'answer_days', version: 'smallest_group_version' | 'answer_term_version') =>
  `INSERT INTO unit (unit, name, closed, review, version, ${column}, ${version}) VALUES ($1, NULL, false, false, 0, $2, $3)
  ON CONFLICT (unit) DO UPDATE SET ${column} = excluded.${column}, ${version} = excluded.${version}`;
const smallestGroupStatement = settingStatement('smallest_group', 'smallest_group_version');
const answerTermStatement = settingStatement('answer_days', 'answer_term_version');

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

/** SQL: a position of the log as a number that is read as one; 0 for none. */
const versionIn = (column: string, name: keyof UnitView) => `coalesce(${column}, 0)::float8 AS "${name}"`;

/** The tree of units, each after the one above it. The root exists from the start. */
export async function unitList(rows: DataSource | EntityManager, { cursor }: { cursor?: string } = {}): Promise<Page<UnitView>> {
  const unnamed = `SELECT '${rootUnit}', NULL, NULL, 0, false, NULL, NULL, NULL, NULL
    WHERE NOT EXISTS (SELECT FROM unit WHERE unit = '${rootUnit}')`;
  const columns = 'unit, name, names, version, review, answer_days, review_version, smallest_group_version, answer_term_version';
  const tree = `(SELECT ${columns} FROM unit UNION ALL ${unnamed}) AS tree`;
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count FROM ${tree}`);
  // In byte order a dot comes before everything that a name may contain, so the units below a unit come before the next one beside it.
  const found: Omit<UnitView, 'above'>[] = await rows.query(
    `SELECT unit, name, coalesce(names, '{}') AS names, review AS "setsReview", ${isWithinOneThat('closed')} AS closed,
       ${isWithinOneThat('review')} AS "needsReview", ${versionIn('version', 'version')}, ${versionIn('review_version', 'reviewVersion')},
       ${versionIn('smallest_group_version', 'smallestGroupVersion')}, ${versionIn('answer_term_version', 'answerTermVersion')},
       ${mostOf} AS "smallestGroup", ${nearestTerm} AS "answerWithinDays", answer_days IS NOT NULL AS "setsAnswerTerm"
     FROM ${tree} WHERE $1::text IS NULL OR unit COLLATE "C" > $1 ORDER BY unit COLLATE "C" LIMIT $2`,
    [cursor ?? null, limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ unit }) => unit);
  return { ...page, items: items.map((row) => ({ ...row, above: unitAbove(row.unit) ?? null })) };
}

export const unitAnswers = [answer(listUnits, ['identity'], (asked, { rows }) => unitList(rows, asked))];
