import { ArrayMaxSize, IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { AttachFile, AttachmentView, type Attached } from '@isegoria/content';
import {
  HasNoPicture,
  IsPlainText,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  type DomainEvent,
} from '@isegoria/kernel';
import { paragraphName } from '../methods/document/annotation/place.contract';
import { questionId } from '../methods/survey/questionnaire/questionnaire.pure';
import { officialAnswers, sampleIds } from '../streams.contract';

/** What an office answers besides questions, which have answers of their own, and the consultation as a whole, which has an outcome. */
export const answerable = ['activity', 'paragraph', 'question', 'statement', 'text'] as const;
export type Answerable = (typeof answerable)[number];

/** What is answered by itself; texts of a survey are answered as a group, be it of one. */
export const answeredAlone = ['activity', 'paragraph', 'question', 'statement'] as const satisfies readonly Answerable[];
export type AnsweredAlone = (typeof answeredAlone)[number];

export const stances = ['accepted', 'partly', 'rejected', 'noted'] as const;
export type Stance = (typeof stances)[number];

export class PublishOfficialAnswer {
  @IsUUID()
  activityId: string;

  @IsIn(answeredAlone)
  about: AnsweredAlone;

  /** The activity, or what people said in it. For a question of a survey and a paragraph of a document: the activity. */
  @IsUUID()
  aboutId: string;

  /** The id of a question of the survey; where that is answered, and nowhere else. */
  @OrAbsent()
  @Matches(questionId)
  question?: string;

  /** The name of a paragraph of the document; where what was written to it is answered as a whole, and nowhere else. */
  @OrAbsent()
  @Matches(paragraphName)
  paragraph?: string;

  /** The version of the document in which that was read; the newest with the paragraph when absent. */
  @OrAbsent()
  @IsInt()
  @Min(1)
  textVersion?: number;

  @IsIn(stances)
  stance: Stance;

  /** Markdown: what is done about it, or why not. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.answerLength)
  text: string;

  /** Files that belong to it; added before. A correction names those that still do. */
  @OrAbsent()
  @Nested(() => AttachFile, { each: true })
  @ArrayMaxSize(limits.documentsMax)
  documents?: AttachFile[];

  /** What is corrected and why, for everybody; needed where there is an answer already, and for no other. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  note?: string;
}
export const publishOfficialAnswer = command(PublishOfficialAnswer, {
  route: 'POST /activities/:activityId/official-answers',
  may: 'answer',
  summary:
    'Answer an activity that is over, a question or a paragraph of it as a whole, or a statement; again, with a public note: correct ' +
    'the answer',
  versionedBy: ['OfficialAnswerPublished'],
});

/** What several statements, annotations or texts have in common, in the office's words. */
export class AnswerTheme {
  @IsString() readonly title: string;
  @OrNull() @IsString() readonly summary: string | null;
}

/** An answer that was corrected, and what the correction says of it. */
export class EarlierAnswerView {
  @IsIn(stances) readonly stance: Stance;
  @IsString() readonly text: string;
  /** Under which it was answered then; null where it was under none. */
  @OrNull() @Nested(() => AnswerTheme) readonly theme: AnswerTheme | null;
  @Nested(() => AttachmentView, { each: true }) readonly documents: readonly AttachmentView[];
  /** Of a paragraph: the version of the document to which it was given then. */
  @OrNull() @IsInt() readonly textVersion: number | null;
  @IsString() readonly note: string;
  @IsISO8601() readonly correctedAt: string;
}

/** Several statements, annotations or texts that an office answered at once, in the same words. */
export class AnswerGroup {
  @IsUUID() readonly id: string;
  /** How many were answered. */
  @IsInt() readonly size: number;
  /** Under which they were answered; null where the office named none. */
  @OrNull() @Nested(() => AnswerTheme) readonly theme: AnswerTheme | null;
}

export class OfficialAnswerView {
  @IsUUID() readonly activityId: string;
  @IsIn(answerable) readonly about: Answerable;
  /** What is answered; of a paragraph, or a question or a text of a survey, an id that the platform made of its name. */
  @IsUUID() readonly aboutId: string;
  /** The name of a paragraph, the id of a question, or the name under which a text is listed; null for what has an id of its own. */
  @OrNull() @IsString() readonly named: string | null;
  /** Of a paragraph: the version of the document to which it was given, the newest one then that had it; null for all else. */
  @OrNull() @IsInt() readonly textVersion: number | null;
  @IsIn(stances) readonly stance: Stance;
  @IsString() readonly text: string;
  @Nested(() => AttachmentView, { each: true }) readonly documents: readonly AttachmentView[];
  @IsISO8601() readonly answeredAt: string;
  /** With what else it was answered, as the answer stands; null for an answer of its own. */
  @OrNull() @Nested(() => AnswerGroup) readonly group: AnswerGroup | null;
  /** What stood before its last corrections, in the order in which they were made. */
  @Nested(() => EarlierAnswerView, { each: true }) readonly earlier: readonly EarlierAnswerView[];
  /** How often it was corrected. */
  @IsInt() readonly corrections: number;
  @IsInt() readonly version: number;
}

/** An answer beside what is answered. */
export class AnswerInShort {
  /** Under which it is among the official answers of the consultation. */
  @IsUUID() readonly aboutId: string;
  @IsIn(stances) readonly stance: Stance;
  /** Under which it was answered with others; null where the office named none. */
  @OrNull() @IsString() readonly theme: string | null;
}

const id = '[\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}';

export class ListOfficialAnswers extends PageRequest {
  @IsUUID() consultationId: string;
  /** Ids of what is answered, separated by commas: the answers to these alone. */
  @OrAbsent() @Matches(new RegExp(`^${id}(?:,${id}){0,${limits.pageSize - 1}}$`)) only?: string;
  @OrAbsent() @IsIn(stances) stance?: Stance;
  @OrAbsent() @IsUUID() activityId?: string;
  @OrAbsent() @IsIn(answerable) about?: Answerable;
  /** The name of a paragraph, a question or a text. */
  @OrAbsent() @Matches(/^[\w-]{1,64}$/) named?: string;
  /** The answers that stand as they were given at once to several statements: the id of their group. */
  @OrAbsent() @IsUUID() group?: string;
  /** The same, with all that was put under its theme with the same answer: the id of one of its groups. */
  @OrAbsent() @IsUUID() theme?: string;
}
export const listOfficialAnswers = pageQuery(ListOfficialAnswers, OfficialAnswerView, {
  route: 'GET /consultations/:consultationId/official-answers',
  may: 'anyone',
  summary: 'What the office answered to activities of a consultation and to what people said in them, the last one first',
});

const { consultationId, activityId, by } = sampleIds;

/** As the log has it. */
export type GivenAtOnce = Pick<AnswerGroup, 'id' | 'size'> & { readonly theme?: AnswerTheme };

export type OfficialAnswerPublished = DomainEvent<
  'OfficialAnswerPublished',
  {
    consultationId: string;
    activityId: string;
    about: Answerable;
    aboutId: string;
    /** Of a paragraph, a question, or a text. */
    named?: string;
    /** Of a paragraph, and of nothing else: the version of the document to which it was given. */
    textVersion?: number;
    stance: Stance;
    text: string;
    note: string | null;
    by: string;
    group?: GivenAtOnce;
    /** Absent where there are none. */
    documents?: readonly Attached[];
  }
>;
export const officialAnswerPublished = event<OfficialAnswerPublished>('OfficialAnswerPublished', {
  stream: officialAnswers,
  says:
    'The office answers an activity, a paragraph of a document as a whole, a question or a listed text of a survey, or a statement, and ' +
    'says what it makes of it. Again: a ' +
    'correction, whose `note` says why; the earlier answer stays in the log and on the page. `named` is the name of a paragraph, ' +
    'the id of a question, or the name of a text, and `aboutId` follows from it. `textVersion` is the version of a document to which its ' +
    'paragraph was answered. `group` is in each of several answers that were given at once, word for word the ' +
    'same: how many they are, and the theme under which the office puts them, where it names one. ' +
    '`documents` are the files that belong to the answer, each by its hash.',
  may: 'answer',
  act: { subject: 'aboutId', reason: 'note' },
  sample: {
    consultationId,
    activityId,
    about: 'activity',
    aboutId: activityId,
    stance: 'partly',
    text: 'A pool is built, and no slide.',
    note: null,
    by,
  },
});
