import { Column, Entity, In, Index, Not, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, insertNew, type Projection } from '@isegoria/projection';
import type { ConsultationPublished } from '../consultation/consultation.contract';
import type { DraftEvent, DraftRevised } from '../consultation/draft/draft.contract';
import { drawsLots, type MethodName, type PublishedSettings } from '../methods/methods.contract';
import { lotsOf } from '../methods/choices/options/lots';
import type { ActivityEvent } from './activity.contract';

@Entity('activity')
@Index('activity_by_consultation', ['consultationId', 'draftedPosition'])
export class ActivityRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('uuid', { name: 'phase_id' })
  phaseId: string;

  @Column('text')
  method: MethodName;

  @Column('text', { nullable: true })
  title: string | null;

  /** What its method lets an office set, and from what its lots are drawn. */
  @Column('jsonb')
  settings: PublishedSettings;

  /** The order within a phase. */
  @PositionColumn({ name: 'drafted_position' })
  draftedPosition: number;

  /** Where in the log its settings are. */
  @PositionColumn()
  version: number;
}

export function activityListProjection(): Projection {
  return { name: 'consultations/activity-list', entities: [ActivityRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  await insertNew(rows, ActivityRow, (events as readonly Recorded<ActivityEvent>[]).flatMap(draftedActivity));
  for (const event of events as readonly Recorded<DraftEvent | ConsultationPublished>[]) {
    if (event.type === 'DraftRevised') await leaveOut(event, rows);
    if (event.type === 'ConsultationPublished') await drawLots(event, rows);
  }
}

/** What was drafted in phases that are no more. */
async function leaveOut({ data: { consultationId, phases } }: Recorded<DraftRevised>, rows: EntityManager): Promise<void> {
  await rows.delete(ActivityRow, { consultationId, phaseId: Not(In(phases.map(({ phaseId }) => phaseId))) });
}

/** They are kept among the settings: rows of an earlier version have that column too. */
async function drawLots({ data: { consultationId, lotsSeed } }: Recorded<ConsultationPublished>, rows: EntityManager): Promise<void> {
  for (const { id, method, settings } of await rows.findBy(ActivityRow, { consultationId })) {
    if (!drawsLots({ method, settings })) continue;
    await rows.update(ActivityRow, { id }, { settings: { ...settings, lots: lotsOf(id, lotsSeed) } as never });
  }
}

function draftedActivity({ type, data, position }: Recorded<ActivityEvent>): ActivityRow[] {
  if (type !== 'ActivityDrafted') return [];
  const { activityId, consultationId, phaseId, method, title, settings } = data;
  return [{ id: activityId, consultationId, phaseId, method, title, settings, draftedPosition: position, version: position }];
}

interface Phased {
  readonly id: string;
  /** In their order. */
  readonly phases: readonly { readonly id: string }[];
}

/** The activities of each of these consultations, in the order of its phases. */
export async function activitiesOf(
  rows: DataSource | EntityManager,
  consultations: readonly Phased[],
): Promise<ReadonlyMap<string, readonly ActivityRow[]>> {
  const found = await rows.getRepository(ActivityRow).find({
    where: { consultationId: In(consultations.map(({ id }) => id)) },
    order: { draftedPosition: 'ASC' },
  });
  return new Map(
    consultations.map(({ id, phases }) => [
      id,
      phases.flatMap((phase) => found.filter(({ consultationId, phaseId }) => consultationId === id && phaseId === phase.id)),
    ]),
  );
}
