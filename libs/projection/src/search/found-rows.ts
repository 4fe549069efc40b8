import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Language } from '@isegoria/kernel';

/** Something that everybody may read and find, in one language. Each group of read models has such a table among its own. */
@Entity('found_document')
export class FoundDocumentRow {
  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('text')
  id: string;

  @PrimaryColumn('text')
  language: Language;

  @Column('text')
  unit: string;

  /** The topics and areas that it is about. */
  @Column('jsonb')
  categories: readonly string[];

  /** Its path on the site. */
  @Column('text')
  path: string;

  @Column('text')
  title: string;

  /** Without markup. */
  @Column('text')
  body: string;

  /** The day that it is known by: when it was published or opened. */
  @Column('timestamptz')
  @Index('found_document_by_day')
  day: Date;

  /** From when to when people may take part; null where nobody can. */
  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;

  @Column('tsvector', { name: 'title_words' })
  titleWords: string;

  /** Those of the title, too. */
  @Column('tsvector')
  words: string;
}

/** A word of titles that are found now. It goes with the last of them, so that no suggestion tells of what was withdrawn. */
@Entity('found_word')
export class FoundWordRow {
  /** As it is written, in small letters. */
  @PrimaryColumn('text')
  word: string;

  @Column('text')
  folded: string;

  @Column('text', { array: true })
  trigrams: readonly string[];

  /** In how many titles it stands. */
  @Column('integer')
  documents: number;
}
