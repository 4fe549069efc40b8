import { Column, Entity, In, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import {
  listOfficialActions,
  type AccountEvent,
  type ConsultationsEvent,
  type ContentEvent,
  type ExportContents,
  type FeedbackEvent,
  type LogEvent,
  type OfficialAction,
  type OfficialActionKind,
  type Page,
  type Recorded,
  type Role,
  type SettingsChanged,
} from '@isegoria/contracts';
import { answer, pageOfRows, type Projection } from '@isegoria/projection';
import { PositionColumn } from '../columns';
import { ConsultationRow } from '../consultations/consultation-list';
import { PageRow } from '../content/page-list';
import { insertNew } from '../insert-new';

@Entity({ schema: 'read', name: 'official_action' })
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
  return { name: 'officials/actions', version: 2, entities: [OfficialActionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  await insertNew(rows, OfficialActionRow, (events as readonly Recorded<AnyEvent>[]).flatMap(actionIn));
}

type AnyEvent = AccountEvent | ContentEvent | SettingsChanged | ConsultationsEvent | FeedbackEvent | LogEvent;
type Deed = Pick<OfficialActionRow, 'kind' | 'official' | 'subject'> & Partial<Pick<OfficialActionRow, 'consultationId' | 'role' | 'contents' | 'reason'>>;

function actionIn(event: Recorded<AnyEvent>): OfficialActionRow[] {
  const deed = deedOf(event);
  if (!deed) return [];
  return [{ consultationId: null, role: null, contents: null, reason: null, ...deed, eventId: event.id, position: event.position, at: new Date(event.recordedAt) }];
}

/** Undefined for what citizens do, for what only prepares (drafts), and for what comes about by itself (a closing date). */
function deedOf({ type, data }: Recorded<AnyEvent>): Deed | undefined {
  switch (type) {
    case 'PagePublished':
      return { kind: 'page-published', official: data.by, subject: data.pageId };
    case 'PageRevised':
      return { kind: 'page-revised', official: data.by, subject: data.pageId };
    case 'PageWithdrawn':
      return { kind: 'page-withdrawn', official: data.by, subject: data.pageId, reason: data.reason };
    case 'ConsultationPublished':
      return { kind: 'consultation-published', official: data.by, subject: data.consultationId, consultationId: data.consultationId };
    case 'ConsultationClosed': {
      const { by, consultationId, reason } = data;
      return by === null ? undefined : { kind: 'consultation-closed', official: by, subject: consultationId, consultationId, reason };
    }
    case 'OutcomePublished':
      return { kind: 'outcome-published', official: data.by, subject: data.consultationId, consultationId: data.consultationId };
    case 'StatementAccepted':
      return { kind: 'statement-accepted', official: data.by, subject: data.statementId, consultationId: data.consultationId };
    case 'StatementRejected':
      return { kind: 'statement-rejected', official: data.by, subject: data.statementId, consultationId: data.consultationId, reason: data.reason };
    case 'CommentHidden':
      return { kind: 'comment-hidden', official: data.by, subject: data.commentId, consultationId: data.consultationId, reason: data.reason };
    case 'BallotExcluded':
      return { kind: 'ballot-excluded', official: data.by, subject: data.voter, consultationId: data.consultationId, reason: data.reason };
    case 'BallotReinstated':
      return { kind: 'ballot-reinstated', official: data.by, subject: data.voter, consultationId: data.consultationId, reason: data.reason };
    case 'QuestionAnswered':
      return { kind: 'question-answered', official: data.by, subject: data.questionId, consultationId: data.consultationId };
    case 'ContributionsExported': {
      const { exportId, by, consultationId, contents, purpose } = data;
      return { kind: 'contributions-exported', official: by, subject: exportId, consultationId, contents, reason: purpose };
    }
    case 'SettingsChanged':
      return { kind: 'settings-changed', official: data.by, subject: 'settings' };
    case 'RoleGranted':
      return { kind: 'role-granted', official: data.by, subject: data.accountId, role: data.role };
    case 'RoleRevoked':
      return { kind: 'role-revoked', official: data.by, subject: data.accountId, role: data.role };
    case 'AccountErased': {
      const { by, accountId, reason } = data;
      return by === accountId ? undefined : { kind: 'account-erased', official: by, subject: accountId, reason };
    }
    case 'LogKeyIntroduced':
      return { kind: 'log-key-introduced', official: null, subject: idOfKey(data.verifierKey) };
    case 'LogKeyRetired':
      return { kind: 'log-key-retired', official: null, subject: idOfKey(data.verifierKey) };
    default:
      return undefined;
  }
}

/** What officials did, newest first; of one kind when that is asked for. */
export async function officialActions(
  rows: DataSource | EntityManager,
  { kind, cursor }: { kind?: OfficialActionKind; cursor?: string } = {},
): Promise<Page<OfficialAction>> {
  const query = rows.getRepository(OfficialActionRow).createQueryBuilder('action').where(kind === undefined ? {} : { kind });
  const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
  const titles = await titlesOf(rows, items);
  return { ...page, items: items.map((row) => viewOf(row, titles.get(row.consultationId ?? row.subject) ?? null)) };
}

export const officialAnswers = [answer(listOfficialActions, (asked, { rows }) => officialActions(rows, asked))];

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
