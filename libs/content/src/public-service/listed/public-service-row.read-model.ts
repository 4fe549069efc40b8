import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Language } from '@isegoria/kernel';
import { PositionColumn } from '@isegoria/projection';
import type { ServiceChannels, ServiceWords } from '../described/described.contract';
import type { LifeEvent } from '../described/life-events.contract';
import type { ServiceView } from '../public-service.contract';
import type { ServiceStatus } from '../public-service-events.contract';
import { findable } from './findable';

export interface TranslationInRow {
  readonly language: Language;
  readonly words: ServiceWords;
  readonly translatedAt: string;
  /** Where in the log the words are that it was made from. */
  readonly madeFrom: number;
}

@Entity('public_service')
@Index('public_service_by_change', ['changedPosition'])
export class PublicServiceRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  unit: string;

  @Column('text')
  status: ServiceStatus;

  @Column('text')
  language: Language;

  @Column('jsonb')
  words: ServiceWords;

  /** Where in the log it got the words that it has. */
  @PositionColumn({ name: 'words_position' })
  wordsPosition: number;

  @Column('jsonb')
  translations: readonly TranslationInRow[];

  /** The words of all languages, as they are looked for. */
  @Column('text')
  found: string;

  @Column('jsonb')
  channels: ServiceChannels;

  @Column('jsonb', { name: 'life_events' })
  lifeEvents: readonly LifeEvent[];

  @Column('jsonb')
  categories: readonly string[];

  /** First publication; kept when it is withdrawn. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'revised_at' })
  revisedAt: Date;

  @PositionColumn()
  version: number;

  @PositionColumn({ name: 'translations_version' })
  translationsVersion: number;

  /** Where in the log it was published, or drafted while it is not: the order of lists. */
  @PositionColumn({ name: 'changed_position' })
  changedPosition: number;
}

/** By what it is found, whichever language somebody looks in. */
export function foundBy(words: readonly ServiceWords[]): string {
  return findable(words.flatMap(({ title, summary, eligibility, needed }) => [title, summary, eligibility, ...needed]));
}

export function viewOf(row: PublicServiceRow): ServiceView {
  const { id, unit, status, language, words, channels, lifeEvents, categories, version, translationsVersion } = row;
  return {
    ...{ id, unit, status, language, words, channels, lifeEvents, categories, version, translationsVersion },
    translations: row.translations.map(({ madeFrom, ...said }) => ({ ...said, isOfOlderWords: madeFrom < row.wordsPosition })),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    revisedAt: row.revisedAt.toISOString(),
  };
}
