import { Column, Entity, In, Index, IsNull, Not, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { ActivityRow, ConsultationRow, MilestoneRow } from '@isegoria/consultations/read-models';
import { PageRow } from '@isegoria/content/read-models';
import {
  actOfOffice,
  isAboutAccount,
  listOfficialActions,
  type Answerable,
  type ExportContents,
  type Language,
  type ModerationRule,
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

  /** The account that acted; null for the operator of the platform. */
  @Column('text', { nullable: true })
  official: string | null;

  @Column('text')
  subject: string;

  @Column('text', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  @Column('text', { name: 'activity_id', nullable: true })
  activityId: string | null;

  @Column('text', { nullable: true })
  about: Answerable | null;

  @Column('text', { nullable: true })
  named: string | null;

  @Column('text', { nullable: true })
  unit: string | null;

  @Column('text', { nullable: true })
  role: Role | null;

  @Column('text', { nullable: true })
  contents: ExportContents | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  rule: ModerationRule | null;
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
  const { by, about, role, contents, rule, ...rest } = act;
  const words = {
    about: about as Answerable | null,
    role: role as Role | null,
    contents: contents as ExportContents | null,
    rule: rule as ModerationRule | null,
  };
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
  const places = await shownOf(rows, items);
  const milestones = await milestonesIn(rows, items);
  const activities = await activitiesIn(rows, items);
  const view = (row: OfficialActionRow) =>
    viewOf(row, places.get(row.consultationId ?? row.subject), milestones.get(row.subject), activities.get(row.activityId ?? ''));
  return { ...page, items: items.map(view) };
}

export const officialAnswers = [
  answer(listOfficialActions, ['officials', 'consultations', 'content'], (asked, { rows }) => officialActions(rows, asked)),
];

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly unit: string;
}

/** The consultations and pages that the actions were about, where everybody may see them. */
async function shownOf(rows: DataSource | EntityManager, actions: readonly OfficialActionRow[]): Promise<ReadonlyMap<string, Shown>> {
  const consultations = actions.flatMap(({ consultationId }) => consultationId ?? []);
  const pages = actions.flatMap(({ kind, subject }) => (kind.startsWith('page-') ? subject : []));
  const found = await Promise.all([
    rows.getRepository(ConsultationRow).findBy({ id: In(consultations), publishedPosition: Not(IsNull()) }),
    rows.getRepository(PageRow).findBy({ id: In(pages), status: 'published' }),
  ]);
  return new Map(found.flat().map((shown: Shown) => [shown.id, shown]));
}

/** The present titles of the milestones that the actions were about. */
async function milestonesIn(rows: DataSource | EntityManager, actions: readonly OfficialActionRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = actions.flatMap(({ kind, subject }) => (kind === 'milestone-set' ? subject : []));
  const found = await rows.getRepository(MilestoneRow).findBy({ id: In(ids) });
  return new Map(found.map(({ id, title }) => [id, title]));
}

/** The activities that the actions were about. */
async function activitiesIn(rows: DataSource | EntityManager, actions: readonly OfficialActionRow[]): Promise<Activities> {
  const ids = new Set(actions.flatMap(({ activityId }) => activityId ?? []));
  const found = await rows.getRepository(ActivityRow).findBy({ id: In([...ids]) });
  return new Map(found.map((activity) => [activity.id, activity]));
}

type Activities = ReadonlyMap<string, Pick<ActivityRow, 'title' | 'method'>>;

function viewOf(
  { at, official, subject, unit, ...row }: OfficialActionRow,
  shown: Shown | undefined,
  milestone: string | undefined,
  activity: Pick<ActivityRow, 'title' | 'method'> | undefined,
): OfficialAction {
  return {
    ...row,
    title: shown?.title ?? null,
    language: shown?.language ?? null,
    method: (shown && activity?.method) ?? null,
    activity: (shown && activity?.title) ?? null,
    milestone: (shown && milestone) ?? null,
    unit: unit ?? shown?.unit ?? null,
    at: at.toISOString(),
    official: official && pseudonymOf(official),
    subject: isAboutAccount(row.kind) ? pseudonymOf(subject) : subject,
  };
}

const pseudonymOf = (accountId: string) => accountId.slice(0, 8);
