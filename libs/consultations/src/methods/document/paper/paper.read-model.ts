import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, insertNew, timeOf, type Projection } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { publicStatuses } from '../../deliberation/statement/statement.read-model';
import type { CarryingRule } from '../revision/revision.contract';
import type { Block } from './block.contract';
import { showDocument, type DocumentEvent, type DocumentVersionView, type DocumentView, type DocumentWritten } from '../document.contract';

@Entity('paper_version')
export class PaperVersionRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;

  /** Where in the log it is whole. */
  @PositionColumn()
  position: number;

  /** Null for the first. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  follows: DocumentVersionView['follows'];

  /** How annotations were carried over to it. Read where they are, and not from rows of before. */
  @Column('text', { name: 'carried_by', nullable: true, select: false })
  carriedBy: CarryingRule | null;

  /** Whether it is shown: a further one once all of it is written. */
  @Column('boolean')
  stands: boolean;
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
  const written = events.filter(({ type }) => type === 'DocumentWritten') as readonly Recorded<DocumentWritten>[];
  const versions = written.map((event) => {
    const { activityId, version } = event.data;
    const first = { reason: null, follows: [], carriedBy: null, stands: version === 1 };
    return { activityId, version, writtenAt: timeOf(event), position: event.position, ...first };
  });
  const blocks = written.flatMap(({ data: { activityId, version, part, blocks } }) =>
    blocks.map(({ id, kind, level, text }, index) => ({ activityId, version, id, kind, level, text, place: part * perPart + index })),
  );
  await insertNew(rows, PaperVersionRow, versions);
  await insertNew(rows, PaperBlockRow, blocks);
  for (const event of events as readonly Recorded<DocumentEvent>[]) {
    const { activityId, version } = event.data;
    const whole = { position: event.position, writtenAt: timeOf(event) };
    if (event.type === 'DocumentWritten') await rows.update(PaperVersionRow, { activityId, version }, { position: event.position });
    if (event.type === 'DocumentRevised') {
      const { reason, follows, carriedBy } = event.data;
      await rows.update(PaperVersionRow, { activityId, version }, { ...whole, reason, follows: [...follows], carriedBy, stands: true });
    }
  }
}

/** A version of a paper, the newest unless one is asked for, each block with how many annotations everybody may read. */
async function versionOf(rows: DataSource, activityId: string, asked?: number): Promise<Omit<DocumentView, 'consultationId'> | undefined> {
  const versions = await rows.getRepository(PaperVersionRow).find({ where: { activityId, stands: true }, order: { version: 'ASC' } });
  const found = asked === undefined ? versions.at(-1) : versions.find(({ version }) => version === asked);
  if (!found) return undefined;
  const { version: shown, position } = found;
  const open = await publicStatuses(rows, activityId);
  const [blocks, counts]: [PaperBlockRow[], { paragraph: string; count: number; lost: number }[]] = await Promise.all([
    rows.getRepository(PaperBlockRow).find({ where: { activityId, version: shown }, order: { place: 'ASC' } }),
    rows.query(
      `SELECT paragraph, count(*)::int AS count, count(*) FILTER (WHERE carried->>'lostIn' IS NOT NULL)::int AS lost FROM statement
       WHERE activity_id = $1 AND status = ANY ($2) AND paragraph IS NOT NULL GROUP BY paragraph`,
      [activityId, open],
    ),
  ]);
  const countOf = new Map(counts.map(({ paragraph, count }) => [paragraph, count]));
  return {
    activityId,
    shown,
    version: position,
    lost: counts.reduce((sum, { lost }) => sum + lost, 0),
    versions: versions.map(({ version, writtenAt, reason, follows }) => ({ version, writtenAt: writtenAt.toISOString(), reason, follows })),
    blocks: blocks.map(({ id, kind, level, text }) => ({ id, kind, level, text, annotations: countOf.get(id) ?? 0 })),
  };
}

export const paperAnswers = [
  answer(showDocument, ['consultations'], async ({ activityId, version }, { rows, reader }) => {
    const { activity } = await visibleActivity(rows, activityId, reader);
    const paper = await versionOf(rows, activity.id, version === undefined ? undefined : Number(version));
    if (!paper) throw new Rejection('NOT_FOUND');
    return { ...paper, consultationId: activity.consultationId };
  }),
];
