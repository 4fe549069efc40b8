import { Column, Entity, IsNull, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, limits, may, permitted, type Actor, type Page, type Recorded } from '@isegoria/kernel';
import {
  PositionColumn,
  answer,
  insertNew,
  isRowId,
  liveSchema,
  pageFrom,
  positionOf,
  timeOf,
  type Projection,
} from '@isegoria/projection';
import type { Language } from '@isegoria/texts';
import type { ConsultationEvent } from '../events.contract';
import { settingsIn, type ConsultationKind, type MethodSettings } from '../methods/methods.contract';
import {
  listConsultations,
  showConsultation,
  type ConsultationPhase,
  type ConsultationSummary,
  type ConsultationView,
} from '../queries.contract';

@Entity('consultation')
export class ConsultationRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text')
  kind: ConsultationKind;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('text')
  language: Language;

  /** What the methods let an office set. */
  @Column('jsonb')
  settings: MethodSettings;

  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;

  /** Whether the log says that it was closed, by date or by an official. */
  @Column('boolean')
  closed: boolean;

  @Column('text', { name: 'closed_early_reason', nullable: true })
  closedEarlyReason: string | null;

  @Column('jsonb', { nullable: true })
  outcome: { youSaid: string; weDid: string; publishedAt: string } | null;

  @PositionColumn({ name: 'drafted_position' })
  draftedPosition: number;

  /** Where in the log it was first published; null for a draft. */
  @PositionColumn({ name: 'published_position', nullable: true })
  publishedPosition: number | null;
}

export function consultationListProjection(): Projection {
  return { name: 'consultations/consultation-list', entities: [ConsultationRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<ConsultationEvent>[];
  await insertNew(rows, ConsultationRow, relevant.flatMap(draftedConsultation));
  for (const event of relevant) {
    const change = changeOf(event);
    if (change) await rows.update(ConsultationRow, { id: event.data.consultationId }, change);
    if (event.type === 'ConsultationPublished') await notePublication(event, rows);
  }
}

/** The first one counts: new dates are no new consultation. */
async function notePublication({ data, position }: Recorded<ConsultationEvent>, rows: EntityManager): Promise<void> {
  await rows.update(ConsultationRow, { id: data.consultationId, publishedPosition: IsNull() }, { publishedPosition: position });
}

function draftedConsultation({ type, data, position }: Recorded<ConsultationEvent>): ConsultationRow[] {
  if (type !== 'ConsultationDrafted') return [];
  const { consultationId, kind, title, description, language, externalId } = data;
  const unpublished = { opensAt: null, closesAt: null, closed: false, closedEarlyReason: null, outcome: null };
  return [
    {
      id: consultationId,
      externalId,
      kind,
      title,
      description,
      language,
      settings: settingsIn(data),
      ...unpublished,
      draftedPosition: position,
      publishedPosition: null,
    },
  ];
}

function changeOf(event: Recorded<ConsultationEvent>): Partial<ConsultationRow> | undefined {
  const { type, data } = event;
  if (type === 'ConsultationPublished') return { opensAt: new Date(data.opensAt), closesAt: new Date(data.closesAt) };
  if (type === 'ConsultationClosed') return { closed: true, closedEarlyReason: data.by === null ? null : data.reason };
  if (type === 'OutcomePublished') {
    return { outcome: { youSaid: data.youSaid, weDid: data.weDid, publishedAt: timeOf(event).toISOString() } };
  }
  return undefined;
}

/** The phase at a moment: dates count by themselves, whether or not the log has recorded the opening or closing yet. */
const phaseAt = (now: string) => `
  CASE
    WHEN opens_at IS NULL THEN 'draft'
    WHEN closed OR closes_at <= ${now} THEN CASE WHEN outcome IS NULL THEN 'closed' ELSE 'decided' END
    WHEN opens_at > ${now} THEN 'scheduled'
    ELSE 'open'
  END`;

const summaryColumns = `
  id, external_id AS "externalId", kind, ${phaseAt('$1::timestamptz')} AS phase, title, language,
  opens_at AS "opensAt", closes_at AS "closesAt",
  (SELECT coalesce(sum(verified + unverified), 0)::int FROM participation_day d WHERE d.consultation_id = c.id) AS participants`;

type SummaryRow = Omit<ConsultationSummary, 'opensAt' | 'closesAt'> & { readonly opensAt: Date | null; readonly closesAt: Date | null };

/**
 * Consultations as of `now`, newest first, in one phase or in all; drafts, which officials alone may see, only when asked for.
 */
export async function consultationList(
  rows: DataSource | EntityManager,
  { now, phase, drafts = false, cursor }: { now: Date; phase?: ConsultationPhase; drafts?: boolean; cursor?: string },
): Promise<Page<ConsultationSummary>> {
  const chosen = `FROM (SELECT ${summaryColumns}, drafted_position FROM consultation c) AS summary
     WHERE ($2::text IS NULL OR phase = $2) AND ($3 OR phase <> 'draft')`;
  const choice = [now, phase ?? null, drafts];
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen}`, choice);
  const found: (SummaryRow & { drafted_position: string })[] = await rows.query(
    `SELECT * ${chosen} AND ($4::bigint IS NULL OR drafted_position < $4) ORDER BY drafted_position DESC LIMIT $5`,
    [...choice, cursor === undefined ? null : positionOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ drafted_position }) => drafted_position);
  return { ...page, items: items.map(summaryOf) };
}

/** One consultation as of `now`, or undefined: whoever asks must be allowed to see a draft. */
export async function consultationById(
  rows: DataSource | EntityManager,
  consultationId: string,
  { now }: { now: Date },
): Promise<ConsultationView | undefined> {
  if (!isRowId(consultationId)) return undefined;
  type ViewRow = SummaryRow & Omit<ConsultationView, keyof ConsultationSummary> & { readonly settings: MethodSettings };
  const [row]: ViewRow[] = await rows.query(
    `SELECT ${summaryColumns}, description, settings, closed_early_reason AS "closedEarlyReason", outcome
     FROM consultation c WHERE id = $2`,
    [now, consultationId],
  );
  if (!row) return undefined;
  const { description, settings, closedEarlyReason, outcome } = row;
  return { ...summaryOf(row), description, ...settings, closedEarlyReason, outcome };
}

/** Where in the log a consultation was first published; undefined while it is not. */
export async function publishedPosition(rows: DataSource | EntityManager, consultationId: string): Promise<number | undefined> {
  if (!isRowId(consultationId)) return undefined;
  const row = await rows.getRepository(ConsultationRow).findOneBy({ id: consultationId });
  return row?.publishedPosition ?? undefined;
}

/**
 * The log position up to which every consultation that was published is closed, by the log; -1 where the rows do not say. Services ask
 * whose connections name no schema of the read models.
 */
export async function allAreClosedUpTo(rows: EntityManager): Promise<number> {
  // One statement, and so one snapshot: rows and checkpoint are of the same moment. least() passes over what is null. Beyond an event that
  // was left out, there may be a consultation that the rows do not have.
  const live = liveSchema('consultations');
  const [row]: { position: string | null }[] = await rows.query(
    `SELECT least(position, (SELECT min(published_position) FROM ${live}.consultation WHERE NOT closed), (SELECT min(position) FROM ${live}.skipped_event))
     AS position FROM ${live}.checkpoint`,
  );
  return Number(row?.position ?? -1);
}

function summaryOf({ id, externalId, kind, phase, title, language, opensAt, closesAt, participants }: SummaryRow): ConsultationSummary {
  const dates = { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
  return { id, externalId, kind, phase, title, language, ...dates, participants };
}

/**
 * The consultation, if this reader may see it: drafts, and all that belongs to them, are for officials.
 * @throws Rejection CONSULTATION_NOT_FOUND
 */
export async function visibleConsultation(
  rows: DataSource | EntityManager,
  consultationId: string,
  reader: Actor | undefined,
): Promise<ConsultationView> {
  const consultation = await consultationById(rows, consultationId, { now: new Date() });
  if (!consultation || (consultation.phase === 'draft' && !may(reader, 'consult'))) throw new Rejection('CONSULTATION_NOT_FOUND');
  return consultation;
}

export const consultationAnswers = [
  answer(listConsultations, ['consultations'], async ({ phase, cursor }, { rows, reader }) => {
    if (phase === 'draft') permitted(reader, 'consult');
    return consultationList(rows, { now: new Date(), phase, drafts: may(reader, 'consult'), cursor });
  }),
  answer(showConsultation, ['consultations'], ({ consultationId }, { rows, reader }) => visibleConsultation(rows, consultationId, reader)),
];
