import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { Recorded, TextByLanguage } from '@isegoria/kernel';
import { PositionColumn, answer, type Projection } from '@isegoria/projection';
import { nothingSet, settingsIn, showSettings, type PlatformSettings, type SettingsChanged } from './settings.contract';

/** There is one row, or none if nothing was ever set. */
const onlyRow = 1;

@Entity('settings')
export class SettingsRow {
  @PrimaryColumn('smallint')
  id: number;

  @Column('jsonb', { nullable: true })
  institution: TextByLanguage | null;

  @Column('text', { name: 'contact_email', nullable: true })
  contactEmail: string | null;

  @Column('jsonb', { nullable: true })
  notice: TextByLanguage | null;

  @Column('int', { name: 'contributions_per_person', nullable: true })
  contributionsPerPerson: number | null;

  @Column('int', { name: 'edit_minutes', nullable: true })
  editMinutes: number | null;

  @Column('boolean', { name: 'staff_need_second_factor', nullable: true })
  staffNeedSecondFactor: boolean | null;

  @Column('text', { name: 'time_zone', nullable: true })
  timeZone: string | null;

  @Column('text', { nullable: true })
  colour: string | null;

  /** Where in the log they were set. */
  @PositionColumn()
  version: number;
}

export function settingsProjection(): Projection {
  return { name: 'content/settings', entities: [SettingsRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const last = (events as readonly Recorded<SettingsChanged>[]).findLast(({ type }) => type === 'SettingsChanged');
  if (!last) return;
  await rows.save(SettingsRow, { id: onlyRow, ...settingsIn(last.data), version: last.position });
}

/** The settings of the platform. */
export async function platformSettings(rows: DataSource | EntityManager): Promise<PlatformSettings> {
  const row = await rows.getRepository(SettingsRow).findOneBy({ id: onlyRow });
  if (!row) return nothingSet;
  const { id: _, ...settings } = row;
  return settings;
}

export const settingsAnswers = [answer(showSettings, ['content'], (_, { rows }) => platformSettings(rows))];
