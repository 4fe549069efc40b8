import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { Recorded, TextByLanguage } from '@isegoria/kernel';
import { PositionColumn, answer, type Projection } from '@isegoria/projection';
import { attachmentView, withdrawnNow, type AttachedInRow } from '../file/attached/attached.contract';
import type { FileWithdrawn } from '../file/file.contract';
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

  @Column('int', { name: 'answer_within_days', nullable: true })
  answerWithinDays: number | null;

  @Column('boolean', { name: 'staff_need_second_factor', nullable: true })
  staffNeedSecondFactor: boolean | null;

  @Column('text', { name: 'time_zone', nullable: true })
  timeZone: string | null;

  @Column('text', { nullable: true })
  colour: string | null;

  @Column('jsonb', { nullable: true })
  crest: AttachedInRow | null;

  /** Where in the log they were set. */
  @PositionColumn()
  version: number;
}

export function settingsProjection(): Projection {
  return { name: 'content/settings', entities: [SettingsRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const { type, data, position } of events as readonly Recorded<SettingsChanged | FileWithdrawn>[]) {
    if (type === 'SettingsChanged') await rows.save(SettingsRow, { id: onlyRow, ...settingsIn(data), version: position });
    if (type === 'FileWithdrawn') await withdrawCrest(data, rows);
  }
}

async function withdrawCrest(withdrawn: FileWithdrawn['data'], rows: EntityManager): Promise<void> {
  const { crest } = (await rows.findOneBy(SettingsRow, { id: onlyRow })) ?? { crest: null };
  if (crest?.file === withdrawn.file) await rows.update(SettingsRow, { id: onlyRow }, { crest: withdrawnNow(crest, withdrawn) });
}

/** The settings of the platform. */
export async function platformSettings(rows: DataSource | EntityManager): Promise<PlatformSettings> {
  const row = await rows.getRepository(SettingsRow).findOneBy({ id: onlyRow });
  if (!row) return nothingSet;
  const { id: _, crest, ...settings } = row;
  return { ...settings, crest: crest && attachmentView(crest) };
}

export const settingsAnswers = [answer(showSettings, ['content'], (_, { rows }) => platformSettings(rows))];
