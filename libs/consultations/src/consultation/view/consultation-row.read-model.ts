import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '@isegoria/kernel';
import { PositionColumn } from '@isegoria/projection';
import type { EarlierOutcomeView, OutcomeView } from '../../outcome/outcome.contract';
import type { PhaseInRow } from '../../phase/phase.read-model';

/** With where in the log it was changed. */
export type EarlierInRow = EarlierOutcomeView & { readonly position: number };

/** An outcome as it stands with the consultation. */
export interface OutcomeInRow extends Omit<OutcomeView, 'earlier' | 'changes'> {
  /** All of them; absent where a row is from before they were kept. */
  readonly earlier?: readonly EarlierInRow[];
}

@Entity('consultation')
export class ConsultationRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text')
  unit: string;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('text')
  language: Language;

  /** In the order in which they come. */
  @Column('jsonb')
  phases: PhaseInRow[];

  /** The rank of the level that headline figures count from. */
  @Column('smallint', { name: 'counts_from' })
  countsFrom: number;

  /** When the first phase opens; null for a draft. */
  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt: Date | null;

  /** When the last phase closes. */
  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;

  /** Whether the log says that it was closed, with its last phase or by an official. */
  @Column('boolean')
  closed: boolean;

  @Column('text', { name: 'closed_early_reason', nullable: true })
  closedEarlyReason: string | null;

  @Column('jsonb', { nullable: true })
  outcome: OutcomeInRow | null;

  @PositionColumn({ name: 'drafted_position' })
  draftedPosition: number;

  /** Where in the log it was first published; null for a draft. */
  @PositionColumn({ name: 'published_position', nullable: true })
  publishedPosition: number | null;
}
