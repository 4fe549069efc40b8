import { Brackets, Column, Entity, Index, PrimaryColumn, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { ModerationRule } from '@isegoria/content';
import { Rejection, may, permitted, rootUnit, type Actor, type Recorded, type RecordedText, type SuspendingRole } from '@isegoria/kernel';
import {
  PositionColumn,
  answer,
  insertNew,
  pageOfRows,
  timeOf,
  withTexts,
  wordsOf,
  type Projection,
  type Reading,
} from '@isegoria/projection';
import type { AccountErased } from '../../erasure/erasure.contract';
import type { SuspensionAppealEvent } from '../appeal/suspension-appeal.contract';
import type { SuspensionEvent, SuspensionOrdered } from '../suspension.contract';
import {
  listSuspensions,
  showAuthorsSuspension,
  showOwnSuspension,
  showSuspension,
  type SuspensionAppealView,
  type SuspensionListState,
  type SuspensionRecord,
} from './suspension-list.contract';

@Entity('suspension')
@Index('suspension_by_position', ['position'])
@Index('suspension_by_account', ['accountId'])
export class SuspensionRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Null until it is known, a moment later, and once the account is erased. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('uuid', { name: 'ordered_by' })
  orderedBy: string;

  @Column('text', { name: 'ordered_as', nullable: true })
  orderedAs: SuspendingRole | null;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt: Date;

  @Column('timestamptz')
  until: Date;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  rule: ModerationRule | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  /** Whether a later suspension of the account has taken its place. */
  @Column('boolean')
  replaced: boolean;

  @Column('jsonb', { nullable: true })
  appeal: RecordedText | null;

  @Column('timestamptz', { name: 'appealed_at', nullable: true })
  appealedAt: Date | null;

  @Column('boolean', { nullable: true })
  granted: boolean | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('text', { name: 'decision_rule', nullable: true })
  decisionRule: ModerationRule | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @PositionColumn()
  position: number;
}

export function suspensionListProjection(): Projection {
  return { name: 'identity/suspension-list', entities: [SuspensionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<SuspensionEvent | SuspensionAppealEvent | AccountErased>[]) await applyOne(event, rows);
}

async function applyOne(event: Recorded<SuspensionEvent | SuspensionAppealEvent | AccountErased>, rows: EntityManager): Promise<void> {
  const { type, data } = event;
  const at = timeOf(event);
  if (type === 'SuspensionOrdered') await insertNew(rows, SuspensionRow, [ordered(event)]);
  if (type === 'AccountSuspended') {
    const { accountId, suspensionId: id } = data;
    await rows.update(SuspensionRow, { accountId }, { replaced: true });
    await rows.update(SuspensionRow, { id }, { accountId, replaced: false });
  }
  if (type === 'SuspensionEnded') await rows.update(SuspensionRow, { id: data.suspensionId }, { endedAt: at, endReason: data.reason });
  if (type === 'SuspensionAppealed') await rows.update(SuspensionRow, { id: data.suspensionId }, { appeal: data.text, appealedAt: at });
  if (type === 'SuspensionAppealDecided') {
    const { suspensionId: id, granted, reason: decisionReason, rule } = data;
    const ended = granted ? { endedAt: at } : {};
    await rows.update(SuspensionRow, { id }, { granted, decisionReason, decisionRule: rule ?? null, decidedAt: at, ...ended });
  }
  if (type === 'AccountErased') await rows.update(SuspensionRow, { accountId: data.accountId }, { accountId: null });
}

function ordered(event: Recorded<SuspensionOrdered>): SuspensionRow {
  const { suspensionId: id, by: orderedBy, role: orderedAs = null, until, reason, rule } = event.data;
  return {
    ...{ id, accountId: null, orderedBy, orderedAs, orderedAt: timeOf(event), until: new Date(until), reason, rule: rule ?? null },
    ...{ endedAt: null, endReason: null, replaced: false, appeal: null, appealedAt: null, granted: null },
    ...{ decisionReason: null, decisionRule: null, decidedAt: null, position: event.position },
  };
}

const isRunning = `suspension.ended_at IS NULL AND NOT suspension.replaced AND suspension.until > now()`;
const isOfState: Record<SuspensionListState, string> = {
  running: isRunning,
  appealed: 'suspension.appealed_at IS NOT NULL AND suspension.granted IS NULL AND suspension.ended_at IS NULL',
  ended: `NOT (${isRunning})`,
};

/** @param names whether it is said whose account it is */
async function viewsOf(rows: readonly SuspensionRow[], { keys }: Pick<Reading, 'keys'>, names: boolean): Promise<SuspensionRecord[]> {
  return withTexts(
    keys,
    rows,
    ({ appeal }) => appeal,
    (row, text) => ({
      ...{ id: row.id, reason: row.reason, rule: row.rule, position: row.position, endReason: row.endReason },
      accountId: names ? row.accountId : null,
      orderedAt: row.orderedAt.toISOString(),
      orderedBy: row.orderedBy.slice(0, 8),
      orderedAs: row.orderedAs,
      until: row.until.toISOString(),
      isRunning: row.endedAt === null && !row.replaced && row.until.getTime() > Date.now(),
      endedAt: row.endedAt?.toISOString() ?? null,
      appeal: row.appealedAt && appealOf(row, row.appealedAt, wordsOf(text)),
    }),
  );
}

function appealOf(row: SuspensionRow, madeAt: Date, text: string | null): SuspensionAppealView {
  const { granted, decisionReason: reason, decisionRule: rule, decidedAt } = row;
  return { text, madeAt: madeAt.toISOString(), granted, reason, rule, decidedAt: decidedAt?.toISOString() ?? null };
}

/** RFC 9562 section 5.9: no account ever has this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** An account belongs to no unit, so suspensions are for moderators of the whole site; for those of a part there are none. */
function seen({ rows, reader }: Reading): SelectQueryBuilder<SuspensionRow> {
  const query = rows.getRepository(SuspensionRow).createQueryBuilder('suspension');
  return may(reader, 'moderate', rootUnit) ? query : query.where('FALSE');
}

/** Whether the reader is told whose account it is. */
const isTold = (reader: Actor | undefined) => may(reader, 'administer', rootUnit);

async function only(query: SelectQueryBuilder<SuspensionRow>, reading: Reading, names: boolean): Promise<SuspensionRecord> {
  const row = await query.orderBy('suspension.position', 'DESC').take(1).getOne();
  if (!row) throw new Rejection('NOT_FOUND');
  return (await viewsOf([row], reading, names))[0]!;
}

export const suspensionAnswers = [
  answer(listSuspensions, ['identity'], async ({ state = 'running', cursor }, reading) => {
    const query = seen(reading).andWhere(new Brackets((where) => where.where(isOfState[state])));
    const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
    return { ...page, items: await viewsOf(items, reading, isTold(reading.reader)) };
  }),
  answer(showSuspension, ['identity'], async ({ suspensionId: id }, reading) =>
    only(seen(reading).andWhere({ id }), reading, isTold(reading.reader)),
  ),
  answer(showAuthorsSuspension, ['identity'], async ({ author }, reading) => {
    // Nobody's row has this id.
    const accountId = (await reading.keys.ownerOf(author.toLowerCase())) ?? nobody;
    return only(seen(reading).andWhere({ accountId }).andWhere(isRunning), reading, false);
  }),
  answer(showOwnSuspension, ['identity'], async (_, reading) => {
    const { accountId } = permitted(reading.reader, 'participate');
    return only(reading.rows.getRepository(SuspensionRow).createQueryBuilder('suspension').where({ accountId }), reading, false);
  }),
];
