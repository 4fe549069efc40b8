import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection } from '@isegoria/kernel';

/** How far each projection has come. Moves in the same transaction as the rows. */
@Entity({ schema: 'read', name: 'checkpoint' })
export class Checkpoint {
  @PrimaryColumn('text')
  projection: string;

  @Column('int')
  version: number;

  /** The log position up to which every event is in the rows; -1 before the first. */
  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } })
  position: number;

  /** When the last batch was applied. */
  @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;
}

/** The position that all read models include, and when they were computed; read it in one snapshot with the rows. */
export async function readPosition(rows: EntityManager): Promise<{ position: number; computedAt: Date }> {
  const [row]: { position: string | null; computed_at: Date | null }[] = await rows.query(
    `SELECT min(position) AS position, max(computed_at) AS computed_at FROM read.checkpoint`,
  );
  return { position: Number(row?.position ?? -1), computedAt: row?.computed_at ?? new Date(0) };
}

const pollEvery = 15;

/**
 * Resolves when the read models include the position, so that people read their own writes.
 * @throws Rejection UNAVAILABLE when they have not come so far within the time (milliseconds)
 */
export async function waitForPosition(dataSource: DataSource, position: number, within = 5_000): Promise<void> {
  const deadline = Date.now() + within;
  while ((await readPosition(dataSource.manager)).position < position) {
    if (Date.now() > deadline) throw new Rejection('UNAVAILABLE');
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}
