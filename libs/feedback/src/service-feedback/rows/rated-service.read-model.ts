import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { ServiceEvent, ServiceStatus } from '@isegoria/content';
import { assuranceLevels, type Language, type Recorded, type TextByLanguage } from '@isegoria/kernel';
import { insertNew, type LevelCounts } from '@isegoria/projection';

/** A service of the directory as feedback knows it, and how many people gave each answer, by level. */
@Entity('rated_service')
export class RatedServiceRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  unit: string;

  @Column('text')
  status: ServiceStatus;

  /** Whether people ever saw it in the directory. */
  @Column('boolean', { name: 'was_published' })
  wasPublished: boolean;

  @Column('text')
  language: Language;

  /** What it is called, in its own language and in those into which it is translated. */
  @Column('jsonb')
  titles: TextByLanguage;

  @Column('int', { array: true })
  yes: LevelCounts;

  @Column('int', { array: true })
  partly: LevelCounts;

  @Column('int', { array: true })
  no: LevelCounts;
}

const nobody = assuranceLevels.map(() => 0);

/** What the directory says of a service, as far as feedback shows it. */
export async function noteService({ type, data }: Recorded<ServiceEvent>, rows: EntityManager): Promise<void> {
  const id = data.serviceId;
  if (type === 'ServiceDrafted') {
    const { unit, language, words } = data;
    const row = { id, unit, language, titles: { [language]: words.title }, status: 'draft', wasPublished: false } as const;
    await insertNew(rows, RatedServiceRow, [{ ...row, yes: nobody, partly: nobody, no: nobody }]);
  }
  if (type === 'ServicePublished') await rows.update(RatedServiceRow, { id }, { status: 'published', wasPublished: true });
  if (type === 'ServiceWithdrawn') await rows.update(RatedServiceRow, { id }, { status: 'withdrawn' });
  if (type !== 'ServiceRevised' && type !== 'ServiceTranslated') return;
  const row = await rows.findOneBy(RatedServiceRow, { id });
  if (!row) return;
  const said = { [data.language]: data.words?.title };
  if (type === 'ServiceTranslated') await rows.update(RatedServiceRow, { id }, { titles: without(undefined, { ...row.titles, ...said }) });
  else await rows.update(RatedServiceRow, { id }, { language: data.language, titles: { ...without(row.language, row.titles), ...said } });
}

/** Titles but for one language, and for those in which there is none. */
function without(language: Language | undefined, titles: TextByLanguage): TextByLanguage {
  return Object.fromEntries(Object.entries(titles).filter(([of, title]) => of !== language && title !== undefined));
}
