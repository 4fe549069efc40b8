import { Column, Entity, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { ModerationRule } from '@isegoria/content';
import { narrowedUnits, unitsWhere, type Page, type Recorded, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import {
  PositionColumn,
  answer,
  insertNew,
  isWithinAny,
  pageOfRows,
  timeOf,
  withTexts,
  wordsOf,
  type Projection,
} from '@isegoria/projection';
import { listReports, type ListReports, type ReportEvent, type ReportReason, type ReportView, type ReportedKind } from './report.contract';

@Entity('report')
@Index('report_by_position', ['position'])
@Index('report_by_item', ['itemId'])
export class ReportRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  item: ReportedKind;

  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('uuid', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  @Column('text')
  unit: string;

  @Column('text')
  reason: ReportReason;

  @Column('jsonb', { nullable: true })
  text: RecordedText | null;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt: Date;

  @PositionColumn()
  position: number;

  /** Null while nobody has decided. */
  @Column('boolean', { nullable: true })
  upheld: boolean | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** Why. */
  @Column('text', { nullable: true })
  decision: string | null;

  @Column('text', { nullable: true })
  rule: ModerationRule | null;
}

export function reportListProjection(): Projection {
  return { name: 'feedback/report-list', entities: [ReportRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<ReportEvent>[];
  const made = relevant.filter((event) => event.type === 'ContributionReported');
  await insertNew(
    rows,
    ReportRow,
    made.map((event) => {
      const { reportId, item, itemId, consultationId, unit, reason, text } = event.data;
      return {
        id: reportId,
        item,
        itemId,
        consultationId,
        unit,
        reason,
        text,
        reportedAt: timeOf(event),
        position: event.position,
        ...{ upheld: null, decidedAt: null, decision: null, rule: null },
      };
    }),
  );
  for (const event of relevant) {
    if (event.type !== 'ReportDecided') continue;
    const { reportId: id, upheld, reason: decision, rule = null } = event.data;
    await rows.update(ReportRow, { id }, { upheld, decidedAt: timeOf(event), decision, rule });
  }
}

/** Reports of what belongs to these units and those below them, newest first. */
export async function reportList(
  rows: DataSource,
  keys: SubjectKeys,
  units: readonly string[],
  { decided, cursor }: ListReports = {},
): Promise<Page<ReportView>> {
  const query = rows.getRepository(ReportRow).createQueryBuilder('report').where(isWithinAny('report.unit', ':units'), { units });
  if (decided === 'no') query.andWhere('report.upheld IS NULL');
  const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
  const found: { itemId: string; count: number }[] = await rows.query(
    'SELECT item_id AS "itemId", count(*)::int AS count FROM report WHERE item_id = ANY ($1) GROUP BY item_id',
    [items.map(({ itemId }) => itemId)],
  );
  const counts = new Map(found.map(({ itemId, count }) => [itemId, count]));
  const textIn = ({ text }: ReportRow) => text;
  const views = await withTexts(keys, items, textIn, ({ id, item, itemId, consultationId, reason, reportedAt, upheld }, text) => ({
    ...{ id, item, itemId, consultationId, reason, upheld },
    text: wordsOf(text),
    reportedAt: reportedAt.toISOString(),
    reportsOfItem: counts.get(itemId) ?? 0,
  }));
  return { ...page, items: views };
}

export const reportAnswers = [
  answer(listReports, ['feedback'], (asked, { rows, keys, reader }) =>
    reportList(rows, keys, narrowedUnits(unitsWhere(reader, 'moderate'), asked.unit), asked),
  ),
];
