import { IsISO8601, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  IsPlainText,
  IsUnit,
  ListOpenings,
  OpeningView,
  OrNull,
  PageRequest,
  UnitsInUse,
  assuranceLevels,
  command,
  event,
  limits,
  pageQuery,
  query,
  rootUnit,
  stream,
  type AssuranceLevel,
  type DomainEvent,
  type RecordedText,
} from '@isegoria/kernel';

export class AskQuestion {
  /** Absent for a question to the ministry in general. */
  @IsOptional()
  @IsUUID()
  consultationId?: string;

  /** The unit that is asked; when absent, that of the consultation if one is named, else the root. */
  @IsOptional()
  @IsUnit()
  unit?: string;

  @IsPlainText()
  @MaxLength(limits.questionLength)
  text: string;
}

export class AnswerQuestion {
  @IsUUID()
  questionId: string;

  @IsPlainText()
  @MaxLength(limits.answerLength)
  text: string;
}

/** The context of pseudonyms for questions to the ministry in general. */
export const inGeneral = 'questions';

/** The beginning of the month (UTC) in which a question in general counts. */
export function monthOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
}

export const askQuestion = command(AskQuestion, { route: 'POST /questions', may: 'participate', summary: 'Ask the ministry a question' });

export const answerQuestion = command(AnswerQuestion, {
  route: 'POST /questions/:questionId/answers',
  may: 'answer',
  summary: 'Answer a question in public',
});

export const questionStatuses = ['open', 'answered'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

export class QuestionView {
  @IsUUID() readonly id: string;
  @IsUnit() readonly unit: string;
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @IsString() readonly author: string;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  @OrNull() @IsString() readonly text: string | null;
  @IsIn(questionStatuses) readonly status: QuestionStatus;
  @IsISO8601() readonly askedAt: string;
  @OrNull() @IsString() readonly answer: string | null;
  @OrNull() @IsISO8601() readonly answeredAt: string | null;
}

export class ListQuestions extends PageRequest {
  @IsOptional() @IsIn(questionStatuses) status?: QuestionStatus;
  @IsOptional() @IsUUID() consultationId?: string;
  /** Those to this unit and to all below it. */
  @IsOptional() @IsUnit() unit?: string;
}
export const listQuestions = pageQuery(ListQuestions, QuestionView, {
  route: 'GET /questions',
  may: 'anyone',
  summary: 'Questions to the ministry, newest first',
});

export class ListWaitingQuestions extends PageRequest {}
export const listWaitingQuestions = pageQuery(ListWaitingQuestions, QuestionView, {
  route: 'GET /questions/waiting',
  may: 'answer',
  summary: 'Questions without an answer that the account may answer, newest first',
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

const consultationId = 'c0450000-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';
const author = '000102030405060708090a0b0c0d0e0f';
const sealed = `2.${author}.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}`;
const questions = stream('question-<questionId>', 'public');
const questionId = '90e50000-0000-4000-8000-000000000001';

/** Put to the ministry, about a consultation or in general (`consultationId` null). */
export type QuestionAsked = DomainEvent<
  'QuestionAsked',
  { questionId: string; unit: string; consultationId: string | null; author: string; assurance: AssuranceLevel; text: RecordedText }
>;
export const questionAsked = event<QuestionAsked>('QuestionAsked', {
  stream: questions,
  says: 'A citizen asks a unit about a consultation or, where `consultationId` is null, in general; `text` is sealed.',
  sample: { questionId, unit: rootUnit, consultationId, author, assurance: 'anonymous', text: { sealed } },
});

export type QuestionAnswered = DomainEvent<
  'QuestionAnswered',
  { questionId: string; consultationId: string | null; by: string; text: string }
>;
export const questionAnswered = event<QuestionAnswered>('QuestionAnswered', {
  stream: questions,
  says: "The office's answer, in plain words. Again: a revision; the earlier one stays in the log.",
  may: 'answer',
  act: { subject: 'questionId' },
  sample: { questionId, consultationId, by, text: 'In May.' },
});

export type QuestionEvent = QuestionAsked | QuestionAnswered;
