import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, timeOf, type Projection } from '@isegoria/projection';
import type { MethodSettings } from '../../methods/methods.contract';
import type { ActivityCorrected } from '../activity.contract';
import { ActivityRow } from '../activity.read-model';

/** What stood in an activity before it was corrected, and after. */
@Entity('activity_correction')
export class ActivityCorrectionRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PositionColumn({ primary: true })
  position: number;

  @Column('timestamptz', { name: 'corrected_at' })
  correctedAt: Date;

  @Column('text')
  note: string;

  @Column('jsonb')
  before: MethodSettings;

  @Column('jsonb')
  after: MethodSettings;
}

/** Comes after the activities in its group. */
export function activityCorrectionsProjection(): Projection {
  return { name: 'consultations/activity-corrections', entities: [ActivityCorrectionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<ActivityCorrected>[]) if (event.type === 'ActivityCorrected') await correct(event, rows);
}

async function correct(event: Recorded<ActivityCorrected>, rows: EntityManager): Promise<void> {
  const { activityId, settings, note } = event.data;
  const row = await rows.findOneBy(ActivityRow, { id: activityId });
  // What was applied before is applied to nothing again.
  if (!row || row.version >= event.position) return;
  const { position } = event;
  const made = { activityId, position, correctedAt: timeOf(event), note, before: row.settings as never, after: settings as never };
  await rows.insert(ActivityCorrectionRow, made);
  await rows.update(ActivityRow, { id: activityId }, { settings: settings as never, version: position });
}
