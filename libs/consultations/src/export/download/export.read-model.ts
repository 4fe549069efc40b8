import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { insertNew, isRowId, type Projection } from '@isegoria/projection';
import { exportLife, type ContributionsExported, type ExportContents, type ExportView } from '../export.contract';

@Entity('export')
export class ExportRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  /** Null for what is about the consultation as a whole. */
  @Column('uuid', { name: 'activity_id', nullable: true })
  activityId: string | null;

  @Column('text')
  contents: ExportContents;

  @Column('text')
  purpose: string;

  /** The account that made it, the only one that gets the file. */
  @Column('text')
  by: string;

  @Column('timestamptz', { name: 'exported_at' })
  exportedAt: Date;
}

export function exportListProjection(): Projection {
  return { name: 'consultations/export-list', entities: [ExportRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  await insertNew(rows, ExportRow, (events as readonly Recorded<ContributionsExported>[]).flatMap(madeExport));
}

function madeExport({ type, data, recordedAt }: Recorded<ContributionsExported>): ExportRow[] {
  if (type !== 'ContributionsExported') return [];
  const { exportId, consultationId, activityId, contents, purpose, by } = data;
  return [{ id: exportId, consultationId, activityId, contents, purpose, by, exportedAt: new Date(recordedAt) }];
}

/** One export with the account that made it, or undefined; the caller checks that the reader is that account. */
export async function exportById(
  rows: DataSource | EntityManager,
  exportId: string,
): Promise<(ExportView & { readonly by: string }) | undefined> {
  const row = isRowId(exportId) ? await rows.getRepository(ExportRow).findOneBy({ id: exportId }) : null;
  if (!row) return undefined;
  const { exportedAt, ...made } = row;
  return { ...made, exportedAt: exportedAt.toISOString(), expiresAt: new Date(exportedAt.getTime() + exportLife).toISOString() };
}
