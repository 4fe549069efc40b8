import { Column, Entity, Index, IsNull, Not, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { Rejection, unitsWhere, type AssuranceLevel, type Page, type Recorded, type RecordedText } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import {
  PositionColumn,
  answer,
  emptyPage,
  insertNew,
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

  @Column('text')
  author: string;

  @Column('text')
  assurance: AssuranceLevel;

  @Column('jsonb')
  text: RecordedText;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @PositionColumn({ name: 'asked_position' })
  askedPosition: number;

  /** The last answer; null while the question is open. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;
}

export function questionListProjection(): Projection {
  return { name: 'feedback/question-list', entities: [QuestionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<QuestionEvent>[];
  await insertNew(rows, QuestionRow, relevant.flatMap(askedQuestion));
  for (const event of relevant) {
    if (event.type !== 'QuestionAnswered') continue;
    await rows.update(QuestionRow, { id: event.data.questionId }, { answer: event.data.text, answeredAt: timeOf(event) });
  }
}

function askedQuestion(event: Recorded<QuestionEvent>): QuestionRow[] {
  if (event.type !== 'QuestionAsked') return [];
  const { questionId, unit, consultationId, author, assurance, text } = event.data;
  const asked = { askedAt: timeOf(event), askedPosition: event.position };
  return [{ id: questionId, unit, consultationId, author, assurance, text, ...asked, answer: null, answeredAt: null }];
}

interface ChosenQuestions {
  readonly status?: QuestionStatus;
  readonly consultationId?: string;
  readonly units?: readonly string[];
  readonly cursor?: string;
}

/** Questions, newest first: about one consultation or all, to these units and those below them or to all, open or answered or both. */
export async function questionList(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  { status, consultationId, units, cursor }: ChosenQuestions = {},
): Promise<Page<QuestionView>> {
  if (consultationId !== undefined && !isRowId(consultationId)) return emptyPage;
  const inStatus = status ? { answer: status === 'open' ? IsNull() : Not(IsNull()) } : {};
  const query = rows
    .getRepository(QuestionRow)
    .createQueryBuilder('question')
    .where({ ...inStatus, ...(consultationId ? { consultationId } : {}) });
  if (units) query.andWhere(isWithinAny('question.unit', ':units'), { units });
  const { items, ...page } = await pageOfRows(query, { by: 'askedPosition', newestFirst: true, cursor });
  return { ...page, items: await viewsOf(items, keys) };
}

export async function questionById(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  questionId: string,
): Promise<QuestionView | undefined> {
  const row = isRowId(questionId) ? await rows.getRepository(QuestionRow).findOneBy({ id: questionId }) : null;
  return row ? (await viewsOf([row], keys))[0] : undefined;
}

function viewsOf(rows: readonly QuestionRow[], keys: SubjectKeys): Promise<QuestionView[]> {
  const textIn = ({ text }: QuestionRow) => text;
  return withTexts(keys, rows, textIn, ({ id, unit, consultationId, author, assurance, askedAt, answer, answeredAt }, text) => ({
    id,
    unit,
    consultationId,
    author,
    assurance,
    text: wordsOf(text),
    status: answer === null ? 'open' : 'answered',
    askedAt: askedAt.toISOString(),
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}

export const questionAnswers = [
  answer(listQuestionOpenings, ['feedback'], ({ cursor }, { rows, keys, reader }) =>
    openingsFor(reader, keys, () =>
      pageOfRows(rows.getRepository(QuestionRow).createQueryBuilder('question'), { by: 'askedPosition', cursor }),
    ),
  ),
  answer(listQuestions, ['feedback'], ({ unit, ...asked }, { rows, keys }) =>
    questionList(rows, keys, { ...asked, units: unit === undefined ? undefined : [unit] }),
  ),
  answer(listWaitingQuestions, ['feedback'], ({ cursor }, { rows, keys, reader }) =>
    questionList(rows, keys, { status: 'open', units: unitsWhere(reader, 'answer'), cursor }),
  ),
  answer(showUnitsOfQuestions, ['feedback'], async (_, { rows }) => ({ units: await unitsInUse(rows, 'question') })),
  answer(showQuestion, ['feedback'], async ({ questionId }, { rows, keys }) => {
    const question = await questionById(rows, keys, questionId);
    if (!question) throw new Rejection('QUESTION_NOT_FOUND');
    return question;
  }),
];
