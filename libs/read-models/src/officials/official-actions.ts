import { Column, Entity, In, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { AccountEvent, ConsultationsEvent, ContentEvent, ExportContents, FeedbackEvent, LogEvent, OfficialAction, OfficialActionKind, ProjectionEventSkipped, Recorded, Role, SettingsChanged } from '@isegoria/contracts';
import type { Projection } from '@isegoria/projection';
import { PositionColumn } from '../columns';
import { ConsultationRow } from '../consultations/consultation-list';
import { PageRow } from '../content/page-list';
import { insertNew } from '../insert-new';
import { pageOf, rowsOfPage, type Page } from '../page';

@Entity('official_action')
@Index('official_action_by_position', ['position'])
@Index('official_action_by_kind', ['kind', 'position'])
export class OfficialActionRow {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @PositionColumn()
  position: number;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: OfficialActionKind;

  /** The account that acted; null for whoever runs the platform. */
  @Column('text', { nullable: true })
  official: string | null;

  @Column('text')
  subject: string;

  @Column('text', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  @Column('text', { nullable: true })
  role: Role | null;

  @Column('text', { nullable: true })
  contents: ExportContents | null;

  @Column('text', { nullable: true })
  reason: string | null;
}

export function officialActionsProjection(): Projection {
  return { name: 'officials/actions', entities: [OfficialActionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  await insertNew(rows, OfficialActionRow, (events as readonly Recorded<AnyEvent>[]).flatMap(actionIn));
}

type AnyEvent = AccountEvent | ContentEvent | SettingsChanged | ConsultationsEvent | FeedbackEvent | LogEvent | ProjectionEventSkipped;
type Deed = Pick<OfficialActionRow, 'kind' | 'official' | 'subject'> & Partial<Pick<OfficialActionRow, 'consultationId' | 'role' | 'contents' | 'reason'>>;

function actionIn(event: Recorded<AnyEvent>): OfficialActionRow[] {
  const deed = deedOf(event);
  if (!deed) return [];
  return [{ consultationId: null, role: null, contents: null, reason: null, ...deed, eventId: event.id, position: event.position, at: new Date(event.recordedAt) }];
}

type DeedOf<Type extends AnyEvent['type']> = (data: Extract<AnyEvent, { type: Type }>['data']) => Deed | undefined;

/** Nothing for what citizens do, for what only prepares (drafts), and for what comes about by itself (a closing date). */
const deeds: { readonly [Type in AnyEvent['type']]?: DeedOf<Type> } = {
  PagePublished: (data) => ({ kind: 'page-published', official: data.by, subject: data.pageId }),
  PageRevised: (data) => ({ kind: 'page-revised', official: data.by, subject: data.pageId }),
  PageWithdrawn: (data) => ({ kind: 'page-withdrawn', official: data.by, subject: data.pageId, reason: data.reason }),
  ConsultationPublished: (data) => ({
    kind: 'consultation-published',
    official: data.by,
    subject: data.consultationId,
    consultationId: data.consultationId,
  }),
  ConsultationClosed: ({ by, consultationId, reason }) =>
    (by === null ? undefined : { kind: 'consultation-closed', official: by, subject: consultationId, consultationId, reason }),
  OutcomePublished: (data) => ({
    kind: 'outcome-published',
    official: data.by,
    subject: data.consultationId,
    consultationId: data.consultationId,
  }),
  StatementAccepted: (data) => ({
    kind: 'statement-accepted',
    official: data.by,
    subject: data.statementId,
    consultationId: data.consultationId,
  }),
  StatementRejected: (data) => ({
    kind: 'statement-rejected',
    official: data.by,
    subject: data.statementId,
    consultationId: data.consultationId,
    reason: data.reason,
  }),
  CommentHidden: (data) => ({
    kind: 'comment-hidden',
    official: data.by,
    subject: data.commentId,
    consultationId: data.consultationId,
    reason: data.reason,
  }),
  BallotExcluded: (data) => ({
    kind: 'ballot-excluded',
    official: data.by,
    subject: data.voter,
    consultationId: data.consultationId,
    reason: data.reason,
  }),
  BallotReinstated: (data) => ({
    kind: 'ballot-reinstated',
    official: data.by,
    subject: data.voter,
    consultationId: data.consultationId,
    reason: data.reason,
  }),
  QuestionAnswered: (data) => ({
    kind: 'question-answered',
    official: data.by,
    subject: data.questionId,
    consultationId: data.consultationId,
  }),
  ContributionsExported: ({ exportId, by, consultationId, contents, purpose }) => ({
    kind: 'contributions-exported',
    official: by,
    subject: exportId,
    consultationId,
    contents,
    reason: purpose,
  }),
  SettingsChanged: (data) => ({ kind: 'settings-changed', official: data.by, subject: 'settings' }),
  RoleGranted: (data) => ({ kind: 'role-granted', official: data.by, subject: data.accountId, role: data.role }),
  RoleRevoked: (data) => ({ kind: 'role-revoked', official: data.by, subject: data.accountId, role: data.role }),
  AccountErased: ({ by, accountId, reason }) =>
    (by === accountId ? undefined : { kind: 'account-erased', official: by, subject: accountId, reason }),
  LogKeyIntroduced: (data) => ({ kind: 'log-key-introduced', official: null, subject: idOfKey(data.verifierKey) }),
  LogKeyRetired: (data) => ({ kind: 'log-key-retired', official: null, subject: idOfKey(data.verifierKey) }),
  ProjectionEventSkipped: ({ group, by, reason }) => ({ kind: 'event-skipped', official: by, subject: group, reason }),
};

/** The events that are acts of officials. */
export const officialActTypes: readonly string[] = Object.keys(deeds);

function deedOf({ type, data }: AnyEvent): Deed | undefined {
  return Object.hasOwn(deeds, type) ? (deeds[type] as (data: object) => Deed | undefined)(data) : undefined;
}

/** What officials did, newest first; of one kind when that is asked for. */
export async function officialActions(
  rows: DataSource | EntityManager,
  { kind, page }: { kind?: OfficialActionKind; page?: number } = {},
): Promise<Page<OfficialAction>> {
  const order = { position: 'DESC', eventId: 'DESC' } as const;
  const found = await rows.getRepository(OfficialActionRow).find({ where: kind === undefined ? {} : { kind }, order, ...rowsOfPage(page) });
  const { items, next } = pageOf(found, page);
  const titles = await titlesOf(rows, items);
  return { items: items.map((row) => viewOf(row, titles.get(row.consultationId ?? row.subject) ?? null)), next };
}

async function titlesOf(rows: DataSource | EntityManager, actions: readonly OfficialActionRow[]): Promise<Map<string, string>> {
  const consultations = actions.flatMap(({ consultationId }) => consultationId ?? []);
  const pages = actions.flatMap(({ kind, subject }) => (kind.startsWith('page-') ? subject : []));
  const found = await Promise.all([
    rows.getRepository(ConsultationRow).findBy({ id: In(consultations) }),
    rows.getRepository(PageRow).findBy({ id: In(pages), status: 'published' }),
  ]);
  return new Map(found.flat().map(({ id, title }) => [id, title]));
}

function viewOf({ at, official, subject, ...row }: OfficialActionRow, title: string | null): OfficialAction {
  const isAccount = row.kind === 'role-granted' || row.kind === 'role-revoked' || row.kind === 'account-erased';
  return { ...row, title, at: at.toISOString(), official: official && pseudonymOf(official), subject: isAccount ? pseudonymOf(subject) : subject };
}

/** Name and id, without the key itself. */
const idOfKey = (verifierKey: string) => verifierKey.split('+').slice(0, 2).join('+');

const pseudonymOf = (accountId: string) => accountId.slice(0, 8);
