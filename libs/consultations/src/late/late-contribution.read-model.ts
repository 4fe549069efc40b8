import { Column, Entity, Index, LessThanOrEqual, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, insertNew, timeOf } from '@isegoria/projection';

/** What somebody contributed to an activity behind its closing in the log: kept to be shown as late, and counted nowhere. */
@Entity('late_contribution')
@Index('late_contribution_by_position', ['activityId', 'position'])
@Index('late_contribution_by_person', ['activityId', 'contributor'])
export class LateContributionRow {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @Column('uuid', { name: 'activity_id' })
  activityId: string;

  @Column('text')
  type: string;

  /** The pseudonym of the person; null for the office. */
  @Column('text', { nullable: true })
  contributor: string | null;

  @PositionColumn()
  position: number;

  @Column('timestamptz', { name: 'said_at' })
  saidAt: Date;

  /** As the event has them: texts of people are sealed. */
  @Column('jsonb')
  data: object;
}

interface Contributed {
  readonly activityId: string;
  readonly voter?: string;
  readonly author?: string | null;
}

export async function keepLate(late: readonly Recorded[], rows: EntityManager): Promise<void> {
  await insertNew(rows, LateContributionRow, late.map(lateRow));
}

function lateRow(event: Recorded): LateContributionRow {
  const { id, type, position, data } = event;
  const { activityId, voter, author = null } = data as Contributed;
  return { eventId: id, activityId, type, contributor: voter ?? author, position, saidAt: timeOf(event), data };
}

/** How many contributions of a person came too late, by activity; activities with none are left out. */
export async function lateOf(
  rows: DataSource | EntityManager,
  contributor: string,
  activityIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found: { id: string; late: number }[] = await rows.query(
    `SELECT activity_id AS id, count(*)::int AS late FROM late_contribution
     WHERE activity_id = ANY ($1) AND contributor = $2 GROUP BY activity_id`,
    [activityIds, contributor],
  );
  return new Map(found.map(({ id, late }) => [id, late]));
}

/** How much had come too late by a place in the log. */
export async function lateUpTo(rows: EntityManager, activityId: string, position: number): Promise<number> {
  return rows.countBy(LateContributionRow, { activityId, position: LessThanOrEqual(position) });
}

/** Whether an event is a contribution that came too late. */
export async function isLate(rows: DataSource | EntityManager, eventId: string): Promise<boolean> {
  return rows.getRepository(LateContributionRow).existsBy({ eventId });
}
