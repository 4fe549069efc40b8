import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, insertNew, timeOf, type Projection } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { publicStatuses } from '../../deliberation/statement/statement.read-model';
import type { Block } from './block.contract';
import { showDocument, type DocumentEvent, type DocumentView } from '../document.contract';

@Entity('paper_version')
export class PaperVersionRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;

  @PositionColumn()
  position: number;
}

@Entity('paper_block')
export class PaperBlockRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('int')
  version: number;

  @PrimaryColumn('text')
  id: string;

  /** In the order of the text: the number of its part before its own in that. */
  @Column('int')
  place: number;

  @Column('text')
  kind: Block['kind'];

  @Column('int')
  level: number;

  @Column('text')
  text: string;
}

export function papersProjection(): Projection {
  return { name: 'consultations/papers', entities: [PaperVersionRow, PaperBlockRow], apply };
}

/** More than any version has blocks. */
const perPart = 10_000;

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const written = (events as readonly Recorded<DocumentEvent>[]).filter(({ type }) => type === 'DocumentWritten');
  const versions = written.map((event) => {
    const { activityId, version } = event.data;
    return { activityId, version, writtenAt: timeOf(event), position: event.position };
  });
  const blocks = written.flatMap(({ data: { activityId, version, part, blocks } }) =>
    blocks.map(({ id, kind, level, text }, index) => ({ activityId, version, id, kind, level, text, place: part * perPart + index })),
  );
  await insertNew(rows, PaperVersionRow, versions);
  await insertNew(rows, PaperBlockRow, blocks);
}

/** The newest version of a paper, each block with how many annotations everybody may read. */
async function newestVersion(rows: DataSource, activityId: string): Promise<Omit<DocumentView, 'consultationId'> | undefined> {
  const versions = await rows.getRepository(PaperVersionRow).find({ where: { activityId }, order: { version: 'ASC' } });
  const version = versions.at(-1)?.version;
  if (version === undefined) return undefined;
  const open = await publicStatuses(rows, activityId);
  const [blocks, counts]: [PaperBlockRow[], { paragraph: string; count: number }[]] = await Promise.all([
    rows.getRepository(PaperBlockRow).find({ where: { activityId, version }, order: { place: 'ASC' } }),
    rows.query(
      `SELECT paragraph, count(*)::int AS count FROM statement
       WHERE activity_id = $1 AND status = ANY ($2) AND paragraph IS NOT NULL GROUP BY paragraph`,
      [activityId, open],
    ),
  ]);
  const countOf = new Map(counts.map(({ paragraph, count }) => [paragraph, count]));
  return {
    activityId,
    version,
    versions: versions.map((row) => ({ version: row.version, writtenAt: row.writtenAt.toISOString() })),
    blocks: blocks.map(({ id, kind, level, text }) => ({ id, kind, level, text, annotations: countOf.get(id) ?? 0 })),
  };
}

export const paperAnswers = [
  answer(showDocument, ['consultations'], async ({ activityId }, { rows, reader }) => {
    const { activity } = await visibleActivity(rows, activityId, reader);
    const paper = await newestVersion(rows, activity.id);
    if (!paper) throw new Rejection('NOT_FOUND');
    return { ...paper, consultationId: activity.consultationId };
  }),
];
