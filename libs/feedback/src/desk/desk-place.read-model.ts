import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { ConsultationDrafted } from '@isegoria/consultations';
import type { Language, Recorded } from '@isegoria/kernel';
import { insertNew, type Projection } from '@isegoria/projection';

/** To which unit the moderation of a consultation belongs, and its language. */
@Entity('desk_place')
export class DeskPlaceRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('text')
  unit: string;

  @Column('text')
  language: Language;
}

export function deskProjection(): Projection {
  return { name: 'feedback/desk', entities: [DeskPlaceRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const drafted = (events as readonly Recorded<ConsultationDrafted>[]).filter(({ type }) => type === 'ConsultationDrafted');
  await insertNew(
    rows,
    DeskPlaceRow,
    drafted.map(({ data: { consultationId, unit, language } }) => ({ consultationId, unit, language })),
  );
}
