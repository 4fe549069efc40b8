import { Column, Entity, Index, IsNull, Not, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { filesView, noFiles, withoutFile, type FileWithdrawn, type FilesInRow, type ModerationRule } from '@isegoria/content';
import { Rejection, narrowedUnits, unitsWhere, type AssuranceLevel, type Page, type Recorded, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import {
  PositionColumn,
  answer,
  emptyPage,
  insertNew,
  isAboutAny,
  isNotErased,
  isRowId,
  isWithinAny,
  openingsFor,
  unitsInUse,
  pageOfRows,
  timeOf,
  withTexts,
  wordsOf,
  type Projection,
} from '@isegoria/projection';
import { hiddenIn, restoredIn } from '../moderation/decision.read-model';
import { moveWords } from '../moderation/hidden-words.read-model';
import type { Sorting } from '../support/supported.contract';
import { pageBySupport, supportOf } from '../support/support.read-model';
import {
  listQuestionOpenings,
  listQuestions,
  listWaitingQuestions,
  showQuestion,
  showUnitsOfQuestions,
  type QuestionEvent,
  type QuestionStatus,
  type QuestionView,
} from './question.contract';

@Entity('question')
@Index('question_by_asking', ['askedPosition'])
@Index('question_by_author', ['author'])
@Index('question_by_consultation', ['consultationId', 'askedPosition'])
export class QuestionRow {
  @PrimaryColumn('uuid')
  id: string;

  /** The unit that is asked. */
  @Column('text')
  unit: string;

  @Column('uuid', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  /** The topics and areas that it is about; none where it is about a consultation. */
  @Column('jsonb')
  categories: readonly string[];

  @Column('text')
  author: string;

  @Column('text')
  assurance: AssuranceLevel;

  /** Null once hidden or withdrawn. */
  @Column('jsonb', { nullable: true })
  text: RecordedText | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @PositionColumn({ name: 'asked_position' })
  askedPosition: number;

  /** The last answer; null while the question is open. */
  @Column('text', { nullable: true })
  answer: string | null;

  /** The picture and the documents beside the answer. */
  @Column('jsonb', { name: 'answer_files' })
  answerFiles: FilesInRow;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** When the answer was last revised. */
  @Column('timestamptz', { name: 'answer_revised_at', nullable: true })
  answerRevisedAt: Date | null;

  /** Where in the log it got the words or the answer that it has. */
  @PositionColumn()
  version: number;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;

  @Column('text', { name: 'hidden_rule', nullable: true })
  hiddenRule: ModerationRule | null;

  /** The account of the moderator who decided last, and when. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** Of its words and of what moderators decided about them. */
  @PositionColumn({ name: 'decided_version' })
  decidedVersion: number;
}

export function questionListProjection(): Projection {
  return { name: 'feedback/question-list', entities: [QuestionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<QuestionEvent | FileWithdrawn>[];
  await insertNew(rows, QuestionRow, relevant.flatMap(askedQuestion));
  for (const event of relevant) {
    if (event.type === 'FileWithdrawn') {
      await withdrawFromAnswers(event.data, rows);
      continue;
    }
    const change = changeIn(event);
    if (change) await rows.update(QuestionRow, { id: event.data.questionId }, change);
    if (event.type === 'QuestionAnswered') await rows.query(timeOfAnswer, [event.data.questionId, timeOf(event)]);
    await moveWords(rows, event.type, event.data.questionId);
  }
}

/** Says wherever a file stands that it was withdrawn. */
async function withdrawFromAnswers(withdrawn: FileWithdrawn['data'], rows: EntityManager): Promise<void> {
  const found: { id: string; files: FilesInRow }[] = await rows.query(
    `SELECT id, answer_files AS files FROM question WHERE strpos(answer_files::text, $1) > 0`,
    [withdrawn.file],
  );
  for (const { id, files } of found) await rows.update(QuestionRow, { id }, { answerFiles: withoutFile(files, withdrawn) });
}

const timeOfAnswer = `UPDATE question SET answered_at = coalesce(answered_at, $2),
  answer_revised_at = CASE WHEN answered_at IS NULL THEN NULL ELSE $2::timestamptz END WHERE id = $1`;

function changeIn(event: Recorded<QuestionEvent>): Partial<QuestionRow> | undefined {
  switch (event.type) {
    case 'QuestionAnswered':
      return { answer: event.data.text, answerFiles: event.data.files ?? noFiles, version: event.position };
    case 'QuestionHidden':
      return { ...hiddenIn(event), decidedVersion: event.position };
    case 'QuestionRestored':
      return { ...restoredIn(event), decidedVersion: event.position };
    case 'QuestionEdited':
      return { text: event.data.text, editedAt: timeOf(event), version: event.position, decidedVersion: event.position };
    case 'QuestionWithdrawn':
      return { text: null, withdrawnAt: timeOf(event) };
    default:
      return undefined;
  }
}

function askedQuestion(event: Recorded<QuestionEvent | FileWithdrawn>): QuestionRow[] {
  if (event.type !== 'QuestionAsked') return [];
  const { questionId, unit, consultationId, categories = [], author, assurance, text } = event.data;
  const asked = { askedAt: timeOf(event), askedPosition: event.position, version: event.position };
  const untouched = {
    answer: null,
    answerFiles: noFiles,
    answeredAt: null,
    answerRevisedAt: null,
    editedAt: null,
    withdrawnAt: null,
    hiddenReason: null,
    hiddenRule: null,
  };
  const undecided = { decidedBy: null, decidedAt: null, decidedVersion: event.position };
  return [{ id: questionId, unit, consultationId, categories, author, assurance, text, ...asked, ...untouched, ...undecided }];
}

const standingAt = {
  open: { answer: IsNull(), withdrawnAt: IsNull(), hiddenReason: IsNull() },
  answered: { answer: Not(IsNull()) },
  withdrawn: { answer: IsNull(), withdrawnAt: Not(IsNull()) },
} as const satisfies Record<QuestionStatus, object>;

interface ChosenQuestions {
  readonly status?: QuestionStatus;
  readonly consultationId?: string;
  /** Those alone that can be answered, the oldest first: neither hidden nor erased. */
  readonly waits?: true;
  readonly units?: readonly string[];
  /** Those that are about it, or about one below it. */
  readonly topic?: string;
  readonly area?: string;
  readonly sort?: Sorting;
  readonly cursor?: string;
}

/**
 * Questions, newest or most supported first: about one consultation or all, to these units and those below them or to all, open or answered
 * or both.
 */
export async function questionList(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  { status, consultationId, waits, units, topic, area, sort, cursor }: ChosenQuestions = {},
): Promise<Page<QuestionView>> {
  if (consultationId !== undefined && !isRowId(consultationId)) return emptyPage;
  const query = rows
    .getRepository(QuestionRow)
    .createQueryBuilder('question')
    .where({
      ...(status ? standingAt[status] : {}),
      ...(consultationId ? { consultationId } : {}),
      ...(waits && { hiddenReason: IsNull() }),
    });
  if (waits) query.andWhere(isNotErased('question.text'));
  if (units) query.andWhere(isWithinAny('question.unit', ':units'), { units });
  if (topic !== undefined) query.andWhere(isAboutAny('question.categories', ':topics'), { topics: [topic] });
  if (area !== undefined) query.andWhere(isAboutAny('question.categories', ':areas'), { areas: [area] });
  const { items, ...page } = await (sort === 'supported'
    ? pageBySupport(query, { position: 'askedPosition', cursor })
    : pageOfRows(query, { by: 'askedPosition', newestFirst: !waits, cursor }));
  return { ...page, items: await viewsOf(items, keys, rows) };
}

export async function questionById(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  questionId: string,
): Promise<QuestionView | undefined> {
  const row = isRowId(questionId) ? await rows.getRepository(QuestionRow).findOneBy({ id: questionId }) : null;
  return row ? (await viewsOf([row], keys, rows))[0] : undefined;
}

export async function viewsOf(
  questions: readonly QuestionRow[],
  keys: SubjectKeys,
  rows: DataSource | EntityManager,
): Promise<QuestionView[]> {
  const supportFor = await supportOf(
    rows,
    questions.map(({ id }) => id),
  );
  return withTexts(
    keys,
    questions,
    ({ text }) => text,
    (
      {
        askedPosition: _,
        decidedBy: __,
        decidedAt: ___,
        decidedVersion: ____,
        askedAt,
        answeredAt,
        answerRevisedAt,
        editedAt,
        withdrawnAt,
        ...row
      },
      text,
    ) => ({
      ...row,
      ...supportFor(row.id),
      text: wordsOf(text),
      answerFiles: filesView(row.answerFiles),
      status: row.answer !== null ? 'answered' : withdrawnAt === null ? 'open' : 'withdrawn',
      askedAt: askedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      answerRevisedAt: answerRevisedAt?.toISOString() ?? null,
      editedAt: editedAt?.toISOString() ?? null,
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    }),
  );
}

export const questionAnswers = [
  answer(listQuestionOpenings, ['feedback'], ({ cursor }, { rows, keys, reader }) =>
    openingsFor(reader, keys, () =>
      pageOfRows(rows.getRepository(QuestionRow).createQueryBuilder('question').where({ hiddenReason: IsNull(), withdrawnAt: IsNull() }), {
        by: 'askedPosition',
        cursor,
      }),
    ),
  ),
  answer(listQuestions, ['feedback'], ({ unit, ...asked }, { rows, keys }) =>
    questionList(rows, keys, { ...asked, units: unit === undefined ? undefined : [unit] }),
  ),
  answer(listWaitingQuestions, ['feedback'], ({ unit, cursor }, { rows, keys, reader }) => {
    const units = narrowedUnits(unitsWhere(reader, 'answer'), unit);
    return questionList(rows, keys, { status: 'open', waits: true, units, cursor });
  }),
  answer(showUnitsOfQuestions, ['feedback'], async (_, { rows }) => ({ units: await unitsInUse(rows, 'question') })),
  answer(showQuestion, ['feedback'], async ({ questionId }, { rows, keys }) => {
    const question = await questionById(rows, keys, questionId);
    if (!question) throw new Rejection('QUESTION_NOT_FOUND');
    return question;
  }),
];
