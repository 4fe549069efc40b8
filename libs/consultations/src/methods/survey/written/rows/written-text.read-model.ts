import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { ModerationRule } from '@isegoria/content';
import { Rejection, limits, permitted, rankOf, type AssuranceLevel, type Page, type Recorded } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import {
  PositionColumn,
  answer,
  insertNew,
  isStillReadable,
  openingsFor,
  pageFrom,
  positionOf,
  readPosition,
  timeOf,
  uuidFrom,
  withTexts,
  wordsOf,
  type Projection,
  type TextForReader,
} from '@isegoria/projection';
import { ActivityRow } from '../../../../activity/activity.read-model';
import { visibleActivity } from '../../../../activity/visible-activity.read-model';
import type { AnswerInShort } from '../../../../official-answer/official-answer.contract';
import { inShort } from '../../../../official-answer/in-short.read-model';
import { isClosedByTheLog } from '../../../../late/closing.read-model';
import type { AnswersByState } from '../../answers-by/answers-by.contract';
import type { AnswersGiven, SealedText } from '../../response/response.contract';
import { leastOf } from '../../results/survey-results.contract';
import type { SurveySettings } from '../../survey.contract';
import { countedResponses, nameOf, sealedTexts, toldQuestions } from './sealed-texts.read-model';
import {
  listDeskTexts,
  listListedTexts,
  listOwnTexts,
  listWrittenTextOpenings,
  listWrittenTexts,
  type DeskTextView,
  type ListDeskTexts,
  type ListListedTexts,
  type ListWrittenTexts,
  type ListedText,
  type OwnTextView,
  type TextDecidedOn,
  type TextDecision,
  type WrittenTexts,
} from '../written-text.contract';

/** Words in answers that a person gave, once or again; they stand where the person's ballot names those answers. */
@Entity('survey_text')
@Index('survey_text_by_name', ['activityId', 'text'])
export class SurveyTextRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @PrimaryColumn('text')
  commitment: string;

  @PrimaryColumn('text')
  question: string;

  /** SHA-256 of what is sealed. */
  @Column('text')
  text: string;

  @Column('text')
  sealed: string;
}

/** What moderators decided last about a text. */
@Entity('survey_text_decision')
export class SurveyTextDecisionRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  text: string;

  @Column('text')
  decision: TextDecision;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  rule: ModerationRule | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @PositionColumn()
  position: number;
}

/** Comes behind the activities in its group. */
export function writtenTextsProjection(): Projection {
  return { name: 'consultations/written-texts', entities: [SurveyTextRow, SurveyTextDecisionRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const given = (events as readonly Recorded<AnswersGiven>[]).filter(({ type }) => type === 'AnswersGiven');
  const questionnaires = new Map<string, SurveySettings['questionnaire'] | undefined>();
  for (const activityId of new Set(given.map(({ data }) => data.activityId))) {
    const found = await rows.findOneBy(ActivityRow, { id: activityId });
    questionnaires.set(activityId, found?.method === 'survey' ? (found.settings as SurveySettings).questionnaire : undefined);
  }
  const texts = given.flatMap(({ data: { activityId, voter, commitment, answers } }) => {
    const questionnaire = questionnaires.get(activityId);
    const found = questionnaire ? sealedTexts(questionnaire, answers) : [];
    return found.map(({ question, sealed }) => ({ activityId, voter, commitment, question, text: nameOf(sealed), sealed }));
  });
  if (texts.length > 0) await insertNew(rows, SurveyTextRow, texts);
  for (const event of (events as readonly Recorded<TextDecidedOn>[]).filter(({ type }) => type === 'TextDecidedOn')) {
    const { activityId, text, decision, reason, rule = null, by: decidedBy } = event.data;
    const before = await rows.findOneBy(SurveyTextDecisionRow, { activityId, text });
    if (before && before.position >= event.position) continue;
    const row = { activityId, text, decision, reason, rule, decidedBy, decidedAt: timeOf(event), position: event.position };
    await rows.upsert(SurveyTextDecisionRow, row, ['activityId', 'text']);
  }
}

/** The texts in responses that are counted, of questions that enough people answered, with what was decided about them. */
export const standing = `WITH standing AS (
  SELECT survey_text.voter, survey_text.question, survey_text.text, survey_text.sealed, coalesce(decision, 'waiting') AS decision,
    decided.reason, decided.rule, decided.decided_by AS "decidedBy", decided.decided_at AS "decidedAt",
    ${inShort('answered')} AS answer
  FROM survey_text JOIN ${countedResponses('$1', '$2')} counted USING (activity_id, voter, commitment)
    JOIN activity ON activity.id = survey_text.activity_id
    JOIN LATERAL ${toldQuestions('$1', 'activity.settings', '$2')} told USING (channel, question)
    LEFT JOIN survey_text_decision decided ON decided.activity_id = survey_text.activity_id AND decided.text = survey_text.text
    LEFT JOIN official_answer answered ON answered.activity_id = survey_text.activity_id AND answered.about = 'text'
      AND answered.named = survey_text.text
  WHERE survey_text.activity_id = $1)`;

interface Found extends SealedText {
  readonly question: string;
  readonly text: string;
  readonly decision: TextDecision;
  readonly reason: string | null;
  readonly rule: ModerationRule | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly answer: AnswerInShort | null;
}

/**
 * Whether texts may be read at all: once nobody responds any more, since a text that came or went with a response would tell whose it is,
 * and where as many have responded in one of the ways as the results need, and the question is told, where it is one.
 */
export async function stateOf(
  rows: EntityManager,
  activity: ActivityRow,
  countsFrom: AssuranceLevel,
  question: string | null = null,
): Promise<AnswersByState> {
  if (!(await isClosedByTheLog(rows, activity.id))) return 'open';
  const { id, settings } = activity;
  const [{ isTold }]: [{ isTold: boolean }] = await rows.query(
    question === null
      ? `SELECT coalesce(max(responses), 0) >= $3 AS "isTold" FROM (
           SELECT count(*) AS responses FROM ${countedResponses('$1', '$2')} counted
             JOIN survey_answers USING (activity_id, voter, commitment) GROUP BY channel) ways`
      : `SELECT EXISTS (SELECT FROM ${toldQuestions('$1', '$3::jsonb', '$2')} told WHERE question = $4) AS "isTold"`,
    [id, rankOf(countsFrom), ...(question === null ? [leastOf(settings as SurveySettings)] : [settings, question])],
  );
  return isTold ? 'shown' : 'tooFew';
}

/** @throws Rejection CONSULTATION_NOT_CLOSED, or NOT_FOUND for a text that stands in no response that is counted */
export async function mustStand(rows: EntityManager, activity: ActivityRow, countsFrom: AssuranceLevel, text: string): Promise<void> {
  const state = await stateOf(rows, activity, countsFrom);
  if (state === 'open') throw new Rejection('CONSULTATION_NOT_CLOSED');
  const asked = [activity.id, rankOf(countsFrom), text];
  const found: unknown[] = await rows.query(`${standing} SELECT 1 FROM standing WHERE text = $3 LIMIT 1`, asked);
  if (state === 'tooFew' || found.length === 0) throw new Rejection('NOT_FOUND');
}

/** A page of the texts that are listed. The cursor is how many come before. */
export async function writtenTexts(
  rows: EntityManager,
  keys: SubjectKeys,
  activity: ActivityRow,
  { countsFrom, question, cursor }: Pick<ListWrittenTexts, 'question' | 'cursor'> & { readonly countsFrom: AssuranceLevel },
): Promise<WrittenTexts> {
  if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
  const { position } = await readPosition(rows, ['consultations']);
  const state = await stateOf(rows, activity, countsFrom, question);
  if (state !== 'shown') return { position, state, texts: 0, items: [], next: null, count: 0, answered: 0 };
  const asked = [activity.id, rankOf(countsFrom), question];
  const [{ texts, count, answered }]: [{ texts: number; count: number; answered: number }] = await rows.query(
    `${standing} SELECT count(*)::int AS texts, (count(*) FILTER (WHERE decision = 'listed'))::int AS count,
       (count(*) FILTER (WHERE decision = 'listed' AND answer IS NOT NULL))::int AS answered
     FROM standing WHERE question = $3`,
    asked,
  );
  const before = cursor === undefined ? 0 : positionOf(cursor);
  const found: Found[] = await rows.query(
    `${standing} SELECT text, sealed, answer FROM standing WHERE question = $3 AND decision = 'listed'
     ORDER BY text COLLATE "C" OFFSET $4 LIMIT $5`,
    [...asked, before, limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, () => String(before + limits.pageSize));
  const view = ({ text, answer: given }: Found, opened: TextForReader) => ({ text, words: wordsOf(opened), answer: given });
  const listed = await withTexts(keys, items, sealedOf, view);
  return { position, state, texts, ...page, answered, items: listed };
}

/** Texts that are looked through at once for words. */
const lookedThrough = 500;

/** The listed texts of all questions, in the order of their names. What has certain words is only known once all are opened. */
export async function listedOfAll(
  rows: EntityManager,
  keys: SubjectKeys,
  activity: ActivityRow,
  asked: Omit<ListListedTexts, 'activityId'> & { readonly countsFrom: AssuranceLevel },
): Promise<Page<ListedText>> {
  const { countsFrom, question = null, answered, only, words, cursor = '' } = asked;
  const state = activity.method === 'survey' ? await stateOf(rows, activity, countsFrom) : 'open';
  if (state !== 'shown') return { items: [], next: null, count: 0 };
  const chosen = `FROM standing WHERE decision = 'listed' AND ($3::text IS NULL OR question = $3)
    AND ($4::boolean IS NULL OR (answer IS NOT NULL) = $4) AND ($5::text[] IS NULL OR text = ANY ($5))`;
  const isAnswered = answered === undefined ? null : answered === 'yes';
  const parameters = [activity.id, rankOf(countsFrom), question, isAnswered, only?.split(',') ?? null];
  const after = async (name: string, most: number): Promise<ListedText[]> => {
    const found: Found[] = await rows.query(
      `${standing} SELECT text, sealed, question, answer ${chosen} AND text COLLATE "C" > $6 ORDER BY text COLLATE "C" LIMIT $7`,
      [...parameters, name, most],
    );
    return withTexts(keys, found, sealedOf, ({ text, question: of, answer: given }, opened) => {
      return { text, words: wordsOf(opened), answer: given, question: of };
    });
  };
  if (words === undefined) {
    const [{ count }]: [{ count: number }] = await rows.query(`${standing} SELECT count(*)::int AS count ${chosen}`, parameters);
    return pageFrom(await after(cursor, limits.pageSize + 1), count, ({ text }) => text);
  }
  let count = 0;
  const items: ListedText[] = [];
  for (let part = await after('', lookedThrough); part.length > 0; part = await after(part.at(-1)!.text, lookedThrough)) {
    const having = part.filter((one) => one.words !== null && bare(one.words).includes(bare(words)));
    count += having.length;
    for (const one of having) if (one.text > cursor && items.length <= limits.pageSize) items.push(one);
  }
  return pageFrom(items, count, ({ text }) => text);
}

/** Without differences of case, and of how letters with marks are written. */
const bare = (words: string) => words.normalize('NFKC').toLowerCase();

const sealedOf = ({ sealed }: SealedText) => ({ sealed });

/**
 * In the order of their names: what moderators do in the order of responses would tell that order. Nothing waits whose words are erased.
 */
export async function deskTexts(
  rows: EntityManager,
  keys: SubjectKeys,
  activity: ActivityRow,
  { countsFrom, decision, question, cursor = '' }: Omit<ListDeskTexts, 'activityId'> & { readonly countsFrom: AssuranceLevel },
): Promise<Page<DeskTextView>> {
  const state = activity.method === 'survey' ? await stateOf(rows, activity, countsFrom) : 'open';
  if (state !== 'shown') return { items: [], next: null, count: 0 };
  const chosen = `FROM standing WHERE ($3::text IS NULL OR decision = $3) AND ($4::text IS NULL OR question = $4)
    AND (decision <> 'waiting' OR ${isStillReadable('sealed')})`;
  const asked = [activity.id, rankOf(countsFrom), decision ?? null, question ?? null];
  const [{ count }]: [{ count: number }] = await rows.query(`${standing} SELECT count(*)::int AS count ${chosen}`, asked);
  const found: Found[] = await rows.query(
    `${standing} SELECT * ${chosen} AND text COLLATE "C" > $5 ORDER BY text COLLATE "C" LIMIT $6`,
    [...asked, cursor, limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ text }) => text);
  const view = ({ text, question: of, decision: now, reason, rule, decidedBy, decidedAt }: Found, words: string | null): DeskTextView => ({
    ...{ text, words, question: of, decision: now, reason, rule },
    decidedBy: decidedBy?.slice(0, 8) ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
  });
  return { ...page, items: await withTexts(keys, items, sealedOf, (row, opened) => view(row, wordsOf(opened))) };
}

export async function ownTexts(rows: EntityManager, activityId: string, voter: string): Promise<Page<OwnTextView>> {
  const items: OwnTextView[] = await rows.query(
    `SELECT question, coalesce(decision, 'waiting') AS decision, reason, rule, ${inShort('answered')} AS answer
     FROM survey_text written JOIN survey_response USING (activity_id, voter, commitment) LEFT JOIN survey_text_decision USING (activity_id, text)
       LEFT JOIN official_answer answered ON answered.activity_id = written.activity_id AND answered.about = 'text'
         AND answered.named = written.text
     WHERE written.activity_id = $1 AND voter = $2 ORDER BY question`,
    [activityId, voter],
  );
  return { items, next: null, count: items.length };
}

/** By when they were listed. */
async function listedTexts(rows: EntityManager, cursor: string | undefined): Promise<Page<{ id: string; text: SealedText }>> {
  const chosen = `FROM survey_text_decision decided JOIN LATERAL (
      SELECT sealed FROM survey_text WHERE survey_text.activity_id = decided.activity_id AND survey_text.text = decided.text LIMIT 1
    ) written ON true WHERE decision = 'listed'`;
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen}`);
  const found: { activity_id: string; text: string; sealed: string; position: string }[] = await rows.query(
    `SELECT activity_id, text, sealed, position ${chosen} AND position > $1 ORDER BY position LIMIT $2`,
    [cursor === undefined ? 0 : positionOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ position }) => String(position));
  return { ...page, items: items.map(({ activity_id, text, sealed }) => ({ id: uuidFrom(activity_id, text), text: { sealed } })) };
}

export const writtenTextAnswers = [
  answer(listWrittenTexts, ['consultations'], async ({ activityId, ...asked }, { rows, keys }) => {
    const { activity, consultation } = await visibleActivity(rows, activityId, undefined);
    const { countsFrom } = consultation;
    return rows.transaction('REPEATABLE READ', (snapshot) => writtenTexts(snapshot, keys, activity, { ...asked, countsFrom }));
  }),
  answer(listListedTexts, ['consultations'], async ({ activityId, ...asked }, { rows, keys, reader }) => {
    const { activity, consultation } = await visibleActivity(rows, activityId, reader);
    // Every text has to be opened for it.
    if (asked.words !== undefined) permitted(reader, 'answer', consultation.unit);
    const { countsFrom } = consultation;
    return rows.transaction('REPEATABLE READ', (snapshot) => listedOfAll(snapshot, keys, activity, { ...asked, countsFrom }));
  }),
  answer(listDeskTexts, ['consultations'], async ({ activityId, ...asked }, { rows, keys, reader }) => {
    const { activity, consultation } = await visibleActivity(rows, activityId, reader);
    permitted(reader, 'moderate', consultation.unit);
    return deskTexts(rows.manager, keys, activity, { ...asked, countsFrom: consultation.countsFrom });
  }),
  answer(listOwnTexts, ['consultations'], async ({ activityId }, { rows, keys, reader }) => {
    const { accountId } = permitted(reader, 'participate');
    const { activity } = await visibleActivity(rows, activityId, reader);
    return ownTexts(rows.manager, activityId, await keys.pseudonym(accountId, activity.consultationId));
  }),
  answer(listWrittenTextOpenings, ['consultations'], ({ cursor }, { rows, keys, reader }) =>
    openingsFor(reader, keys, () => listedTexts(rows.manager, cursor)),
  ),
];
