import { Column, Entity, In, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { ConsultationRow } from '@isegoria/consultations/read-models';
import { PageRow } from '@isegoria/content/read-models';
import {
  actOfOffice,
  isAboutAccount,
  listOfficialActions,
  type ExportContents,
  type OfficialAction,
  type OfficialActionKind,
  type Page,
  type Recorded,
  type Role,
} from '@isegoria/contracts';
import { PositionColumn, answer, insertNew, pageOfRows, type Projection } from '@isegoria/projection';

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
  await insertNew(rows, OfficialActionRow, events.flatMap(actionIn));
}

function actionIn(event: Recorded): OfficialActionRow[] {
  const act = actOfOffice(event);
  if (!act) return [];
  const { by, role, contents, ...rest } = act;
  const words = { role: role as Role | null, contents: contents as ExportContents | null };
  return [{ ...rest, ...words, official: by, eventId: event.id, position: event.position, at: new Date(event.recordedAt) }];
}

/** What officials did, newest first; of one kind when that is asked for. */
export async function officialActions(
  rows: DataSource | EntityManager,
  { kind, cursor }: { kind?: OfficialActionKind; cursor?: string } = {},
): Promise<Page<OfficialAction>> {
  const query = rows
    .getRepository(OfficialActionRow)
    .createQueryBuilder('action')
    .where(kind === undefined ? {} : { kind });
  const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
  const titles = await titlesOf(rows, items);
  return { ...page, items: items.map((row) => viewOf(row, titles.get(row.consultationId ?? row.subject) ?? null)) };
}

export const officialAnswers = [
  answer(listOfficialActions, ['officials', 'consultations', 'content'], (asked, { rows }) => officialActions(rows, asked)),
];

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
  return {
    ...row,
    title,
    at: at.toISOString(),
    official: official && pseudonymOf(official),
    subject: isAboutAccount(row.kind) ? pseudonymOf(subject) : subject,
  };
}

const pseudonymOf = (accountId: string) => accountId.slice(0, 8);
