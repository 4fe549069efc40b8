import { Column, Entity, In, Index, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { attachmentView, withdrawnNow, type AttachedInRow, type FileWithdrawn } from '@isegoria/content';
import { limits, type Page, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, insertNew, pageOfRows, timeOf, type Projection } from '@isegoria/projection';
import { visibleConsultation } from '../consultation/view/consultation.read-model';
import {
  listOfficialAnswers,
  type AnswerGroup,
  type Answerable,
  type EarlierAnswerView,
  type ListOfficialAnswers,
  type OfficialAnswerPublished,
  type OfficialAnswerView,
  type Stance,
} from './official-answer.contract';
import { AnswerStanceRow, stanceSince } from './stances-then.read-model';

/** With its files as they were attached, and whether each was withdrawn since. */
type EarlierInRow = Omit<EarlierAnswerView, 'documents'> & { readonly documents: readonly AttachedInRow[] };

@Entity('official_answer')
@Index('official_answer_by_consultation', ['consultationId', 'answeredPosition'])
@Index('official_answer_by_name', ['activityId', 'named'])
export class OfficialAnswerRow {
  /** Of what is answered. */
  @PrimaryColumn('uuid', { name: 'about_id' })
  aboutId: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('uuid', { name: 'activity_id' })
  activityId: string;

  @Column('text')
  about: Answerable;

  /** Of a paragraph of a document, a question of a survey, or a text of it. */
  @Column('text', { nullable: true })
  named: string | null;

  /** Of a paragraph: the version of the document to which it was given. */
  @Column('int', { name: 'text_version', nullable: true })
  textVersion: number | null;

  @Column('text')
  stance: Stance;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt: Date;

  @PositionColumn({ name: 'answered_position' })
  answeredPosition: number;

  /** What stood before its corrections, the first one first. */
  @Column('jsonb')
  earlier: EarlierInRow[];

  /** The files that belong to it. */
  @Column('jsonb')
  documents: AttachedInRow[];

  /** With what else it was answered, as it stands. */
  @Column('jsonb', { name: 'group_of', nullable: true })
  group: AnswerGroup | null;

  /** Where in the log the answer is that stands. */
  @PositionColumn()
  version: number;
}

export function officialAnswerProjection(): Projection {
  return { name: 'consultations/official-answers', entities: [OfficialAnswerRow, AnswerStanceRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<OfficialAnswerPublished | FileWithdrawn>[]) {
    if (event.type === 'OfficialAnswerPublished') await applyOne(event, rows);
    if (event.type === 'FileWithdrawn') await withdrawFromAnswers(event.data, rows);
  }
}

async function applyOne(event: Recorded<OfficialAnswerPublished>, rows: EntityManager): Promise<void> {
  const { aboutId, stance, text, note, by: _, group: said, documents = [], named = null, textVersion = null, ...of } = event.data;
  const group = said ? { ...said, theme: said.theme ?? null } : null;
  const before = await rows.findOneBy(OfficialAnswerRow, { aboutId });
  await insertNew(rows, AnswerStanceRow, [stanceSince(event)]);
  const stands = { stance, text, group, textVersion, documents: [...documents], version: event.position };
  if (!before) {
    const answered = { answeredAt: timeOf(event), answeredPosition: event.position };
    await insertNew(rows, OfficialAnswerRow, [{ ...of, aboutId, named, ...stands, ...answered, earlier: [] }]);
  } else if (before.version < event.position) {
    const stood = { stance: before.stance, text: before.text, theme: before.group?.theme ?? null, documents: before.documents };
    const corrected = { note: note ?? '', correctedAt: timeOf(event).toISOString() };
    const earlier = { ...stood, textVersion: before.textVersion, ...corrected };
    await rows.update(OfficialAnswerRow, { aboutId }, { ...stands, earlier: [...before.earlier, earlier] });
  }
}

/** Says wherever a file stands that it was withdrawn. */
async function withdrawFromAnswers(withdrawn: FileWithdrawn['data'], rows: EntityManager): Promise<void> {
  const found: Pick<OfficialAnswerRow, 'aboutId' | 'documents' | 'earlier'>[] = await rows.query(
    `SELECT about_id AS "aboutId", documents, earlier FROM official_answer
     WHERE strpos(documents::text, $1) > 0 OR strpos(earlier::text, $1) > 0`,
    [withdrawn.file],
  );
  const left = (documents: readonly AttachedInRow[]) => documents.map((one) => withdrawnNow(one, withdrawn));
  for (const { aboutId, documents, earlier } of found)
    await rows.update(
      OfficialAnswerRow,
      { aboutId },
      { documents: left(documents), earlier: earlier.map((one) => ({ ...one, documents: left(one.documents) })) },
    );
}

export const officialAnswerAnswers = [
  answer(listOfficialAnswers, ['consultations'], async (asked, { rows, reader }) => {
    await visibleConsultation(rows, asked.consultationId, reader);
    return officialAnswersIn(rows, asked);
  }),
];

export async function officialAnswersIn(rows: DataSource, asked: ListOfficialAnswers): Promise<Page<OfficialAnswerView>> {
  const { consultationId, only, group, theme, cursor, ...chosen } = asked;
  const query = rows
    .getRepository(OfficialAnswerRow)
    .createQueryBuilder('answer')
    .where({ consultationId, ...(only && { aboutId: In(only.split(',')) }), ...definedIn(chosen) });
  if (group !== undefined) query.andWhere(`answer.group_of->>'id' = :group`, { group: group.toLowerCase() });
  if (theme !== undefined)
    query.andWhere(
      `(${sameTheme('answer')}) IN (SELECT ${sameTheme('alike')} FROM official_answer alike WHERE alike.consultation_id = :consultation
         AND alike.group_of->>'id' = :theme AND alike.group_of->'theme'->>'title' IS NOT NULL)`,
      { consultation: consultationId, theme: theme.toLowerCase() },
    );
  const { items, ...page } = await pageOfRows(query, { by: 'answeredPosition', newestFirst: true, cursor });
  return { ...page, items: items.map(viewOf) };
}

/**
 * SQL: whether a statement has an answer of its own, or what was written to the same paragraph one as a whole. Each is looked for by its
 * own index.
 */
export const isAnswered = (statement: string): string =>
  `(EXISTS (SELECT FROM official_answer own WHERE own.about_id = ${statement}.id) OR EXISTS (SELECT FROM official_answer whole
    WHERE ${ofItsParagraph('whole', statement)}))`;

/** SQL: an answer to the paragraph to which an annotation was written, whatever versions came since. */
export const ofItsParagraph = (answer: string, statement: string): string =>
  `${answer}.activity_id = ${statement}.activity_id AND ${answer}.about = 'paragraph' AND ${answer}.named = ${statement}.at->>'paragraph'`;

/** SQL: what answers have in common that stand under one theme: as many as are put under it at once are too few for some. */
export const sameTheme = (answer: string): string =>
  ['activity_id', 'about', `group_of->'theme'`, 'stance', 'text', 'documents'].map((part) => `${answer}.${part}`).join(', ');

const definedIn = ({ stance, activityId, about, named }: Pick<ListOfficialAnswers, 'stance' | 'activityId' | 'about' | 'named'>) => ({
  ...(stance && { stance }),
  ...(activityId && { activityId }),
  ...(about && { about }),
  ...(named !== undefined && { named }),
});

function viewOf(row: OfficialAnswerRow): OfficialAnswerView {
  const { activityId, about, aboutId, named, textVersion, stance, text, answeredAt, group, version } = row;
  const earlier = row.earlier.slice(-limits.dateChangesInView).map((one) => ({ ...one, documents: one.documents.map(attachmentView) }));
  const documents = row.documents.map(attachmentView);
  const stands = { activityId, about, aboutId, named, textVersion, stance, text, documents, answeredAt: answeredAt.toISOString() };
  return { ...stands, group, earlier, corrections: row.earlier.length, version };
}
