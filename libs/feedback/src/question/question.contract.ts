import { ArrayMaxSize, IsArray, IsISO8601, IsIn, IsInt, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { FilesDraft, FilesView, moderationRules, noFiles, type AttachedFiles, type ModerationRule } from '@isegoria/content';
import {
  EntriesDiffer,
  HasNoPicture,
  IsPlainText,
  IsUnit,
  ListOpenings,
  Nested,
  OpeningView,
  OrAbsent,
  OrNull,
  PageRequest,
  UnitsInUse,
  assuranceLevels,
  categoryForm,
  command,
  event,
  limits,
  pageQuery,
  query,
  rootUnit,
  type AssuranceLevel,
  type DomainEvent,
  type RecordedText,
} from '@isegoria/kernel';
import { questions, sampleIds, sampleText } from '../streams.contract';
import { Supported, sortings, type Sorting } from '../support/supported.contract';
import type { QuestionHidden, QuestionRestored } from './hiding/hiding.contract';
import { newWordsOfQuestion, type QuestionEdited, type QuestionWithdrawn } from './own-question/own-question.contract';

export class AskQuestion {
  /** Absent for a question to the ministry in general. */
  @OrAbsent()
  @IsUUID()
  consultationId?: string;

  /** The unit that is asked; when absent, that of the consultation if one is named, else the root. */
  @OrAbsent()
  @IsUnit()
  unit?: string;

  /** The topics and areas that it is about; none when absent. Passed over where it is about a consultation, which has its own. */
  @OrAbsent()
  @IsArray()
  @ArrayMaxSize(limits.categoriesMax)
  @EntriesDiffer()
  @Matches(categoryForm, { each: true })
  categories?: string[];

  @IsPlainText()
  @MaxLength(limits.questionLength)
  text: string;
}

export class AnswerQuestion extends FilesDraft {
  @IsUUID()
  questionId: string;

  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.answerLength)
  text: string;
}

/** The context of pseudonyms for questions to the ministry in general. */
export const inGeneral = 'questions';

/** The beginning of the month (UTC) in which a question in general counts. */
export function monthOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
}

export const askQuestion = command(AskQuestion, { route: 'POST /questions', may: 'contribute', summary: 'Ask the ministry a question' });

export const answerQuestion = command(AnswerQuestion, {
  route: 'POST /questions/:questionId/answers',
  may: 'answer',
  summary: 'Answer a question in public',
  versionedBy: newWordsOfQuestion,
});

/** Withdrawn before anybody answered; what was answered stays so, with or without its words. */
export const questionStatuses = ['open', 'answered', 'withdrawn'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

export class QuestionView extends Supported {
  @IsUUID() readonly id: string;
  @IsUnit() readonly unit: string;
  @OrNull() @IsUUID() readonly consultationId: string | null;
  /** The topics and areas that it is about; none where it is about a consultation. */
  @IsArray() @Matches(categoryForm, { each: true }) readonly categories: readonly string[];
  @IsString() readonly author: string;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Null when hidden or withdrawn, or when the person's key no longer exists. */
  @OrNull() @IsString() readonly text: string | null;
  @IsIn(questionStatuses) readonly status: QuestionStatus;
  @IsISO8601() readonly askedAt: string;
  /** When its author last changed the words. */
  @OrNull() @IsISO8601() readonly editedAt: string | null;
  /** When its author took it back. */
  @OrNull() @IsISO8601() readonly withdrawnAt: string | null;
  /** Why a moderator has hidden the words; null while they are shown. */
  @OrNull() @IsString() readonly hiddenReason: string | null;
  @OrNull() @IsIn(moderationRules) readonly hiddenRule: ModerationRule | null;
  @OrNull() @IsString() readonly answer: string | null;
  /** Beside the answer. */
  @Nested(() => FilesView) readonly answerFiles: FilesView;
  /** When it was first answered. */
  @OrNull() @IsISO8601() readonly answeredAt: string | null;
  /** When the answer was last revised. */
  @OrNull() @IsISO8601() readonly answerRevisedAt: string | null;
  /** Of its words and its answer. */
  @IsInt() readonly version: number;
}

export class ListQuestions extends PageRequest {
  /** What a moderator has hidden is not among those that are open: it waits for nothing. */
  @OrAbsent() @IsIn(questionStatuses) status?: QuestionStatus;
  @OrAbsent() @IsUUID() consultationId?: string;
  /** Those to this unit and to all below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** Those of this topic and of all below it. */
  @OrAbsent() @Matches(categoryForm) topic?: string;
  /** Those of this area and of all below it. */
  @OrAbsent() @Matches(categoryForm) area?: string;
  /** Newest first if nothing is said. */
  @OrAbsent() @IsIn(sortings) sort?: Sorting;
}
export const listQuestions = pageQuery(ListQuestions, QuestionView, {
  route: 'GET /questions',
  may: 'anyone',
  summary: 'Questions to the ministry, newest first',
});

export class ListWaitingQuestions extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
}
export const listWaitingQuestions = pageQuery(ListWaitingQuestions, QuestionView, {
  route: 'GET /questions/waiting',
  may: 'answer',
  summary: 'Questions without an answer that the account may answer, oldest first',
});

export class ShowUnitsOfQuestions {}
export const showUnitsOfQuestions = query(ShowUnitsOfQuestions, UnitsInUse, {
  route: 'GET /question-units',
  may: 'anyone',
  summary: 'The units that were asked something',
});

export class ShowQuestion {
  @IsUUID() questionId: string;
}
export const showQuestion = query(ShowQuestion, QuestionView, {
  route: 'GET /questions/:questionId',
  may: 'anyone',
  summary: 'One question and its answer',
});

export const listQuestionOpenings = pageQuery(ListOpenings, OpeningView, {
  route: 'GET /openings/questions',
  may: 'audit',
  summary: 'What opens the words of the questions, for auditors of the whole site',
});

const { questionId, consultationId, by, author } = sampleIds;

/** Put to the ministry, about a consultation or in general (`consultationId` null). */
export type QuestionAsked = DomainEvent<
  'QuestionAsked',
  {
    questionId: string;
    unit: string;
    consultationId: string | null;
    /** Topics and areas; absent where there are none. */
    categories?: readonly string[];
    author: string;
    assurance: AssuranceLevel;
    text: RecordedText;
  }
>;
export const questionAsked = event<QuestionAsked>('QuestionAsked', {
  stream: questions,
  says:
    'A citizen asks a unit about a consultation or, where `consultationId` is null, in general; then `categories` are the topics and ' +
    'areas that were chosen, if any. `text` is sealed.',
  sample: { questionId, unit: rootUnit, consultationId, author, assurance: 'anonymous', text: sampleText },
});

export type QuestionAnswered = DomainEvent<
  'QuestionAnswered',
  { questionId: string; consultationId: string | null; by: string; text: string; files?: AttachedFiles }
>;
export const questionAnswered = event<QuestionAnswered>('QuestionAnswered', {
  stream: questions,
  says:
    "The office's answer, in plain words; `files` are the picture and the documents beside it. Again: a revision; the earlier one " +
    'stays in the log.',
  may: 'answer',
  act: { subject: 'questionId' },
  sample: { questionId, consultationId, by, text: 'In May.', files: noFiles },
});

export type QuestionEvent = QuestionAsked | QuestionAnswered | QuestionHidden | QuestionRestored | QuestionEdited | QuestionWithdrawn;
