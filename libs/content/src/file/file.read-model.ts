import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, type Page, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, insertNew, isWithinAny, pageOfRows, timeOf, type Projection } from '@isegoria/projection';
import { listFiles, type FileEvent, type FileView, type MediaType } from './file.contract';

@Entity('file')
export class FileRow {
  /** The SHA-256 of its bytes. */
  @PrimaryColumn('text')
  file: string;

  @Column('text')
  unit: string;

  @Column('text', { name: 'media_type' })
  mediaType: MediaType;

  @Column('int')
  size: number;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  alt: string | null;

  @Column('int', { nullable: true })
  width: number | null;

  @Column('int', { nullable: true })
  height: number | null;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;

  /** Where in the log it was added: the order of lists. */
  @PositionColumn({ name: 'added_position', unique: true })
  addedPosition: number;
}

export function fileListProjection(): Projection {
  return { name: 'content/file-list', entities: [FileRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<FileEvent>[];
  await insertNew(rows, FileRow, relevant.flatMap(addedFile));
  for (const event of relevant) {
    if (event.type !== 'FileWithdrawn') continue;
    await rows.update(FileRow, { file: event.data.file }, { withdrawnAt: timeOf(event), withdrawnReason: event.data.reason });
  }
}

function addedFile(event: Recorded<FileEvent>): FileRow[] {
  if (event.type !== 'FileAdded') return [];
  const { by: _, ...file } = event.data;
  return [{ ...file, addedAt: timeOf(event), withdrawnAt: null, withdrawnReason: null, addedPosition: event.position }];
}

/** @throws Rejection FILE_NOT_FOUND */
export async function fileByHash(rows: DataSource | EntityManager, file: string): Promise<FileView> {
  const row = await rows.getRepository(FileRow).findOneBy({ file });
  if (!row) throw new Rejection('FILE_NOT_FOUND');
  return viewOf(row);
}

interface ChosenFiles {
  readonly cursor?: string;
  /** Those of this unit and of all below it. */
  readonly unit?: string;
  readonly file?: string;
  /** Those of these units, and of all below them. */
  readonly within?: readonly string[];
}

/** Files, newest first. */
export async function fileList(
  rows: DataSource | EntityManager,
  { cursor, unit, file, within }: ChosenFiles = {},
): Promise<Page<FileView>> {
  const query = rows.getRepository(FileRow).createQueryBuilder('file');
  if (file !== undefined) query.andWhere({ file });
  if (unit !== undefined) query.andWhere(isWithinAny('file.unit', ':of'), { of: [unit] });
  if (within) query.andWhere(isWithinAny('file.unit', ':within'), { within });
  const { items, ...page } = await pageOfRows(query, { by: 'addedPosition', newestFirst: true, cursor });
  return { ...page, items: items.map(viewOf) };
}

function viewOf({ addedPosition: _, addedAt, withdrawnAt, ...file }: FileRow): FileView {
  return { ...file, addedAt: addedAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null };
}

export const fileAnswers = [answer(listFiles, ['content'], ({ cursor }, { rows }) => fileList(rows, { cursor }))];
