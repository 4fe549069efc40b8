import { ArrayMaxSize, IsBoolean, IsIn, IsISO8601, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  EntriesDiffer,
  IsPlainText,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  stream,
  type DomainEvent,
} from '@isegoria/kernel';
import { sampleIds } from '../../../../streams.contract';
import { questionnaireLimits, type Answers } from '../../questionnaire/questionnaire.pure';
import { IsAnswers } from '../../response/is-answers.contract';
import { answersGiven } from '../../response/response.contract';
import { UnansweredQuestion } from '../unanswered/unanswered.contract';

/** Everything that became of one form that came back on paper: who entered it, and who checked that. The number is written on the form. */
export const paperForms = stream('paper-form-<activityId>-<form>', 'public');

export const numberOfForm = /^[1-9]\d{0,5}$/;
const commitmentOfAnswers = /^[0-9a-f]{64}$/;

class OfForm {
  @IsUUID()
  activityId: string;

  /** The number that is written on the form, from 1 to 999999. */
  @Matches(numberOfForm)
  form: string;
}

export class EnterPaperForm {
  @IsUUID()
  activityId: string;

  /** The number that is written on the form, from 1 to 999999; judged with the answers, so that everything is said at once. */
  @IsString()
  @MaxLength(40)
  form: string;

  /** What is printed at the top of the form: it names the survey, and the questions as they were printed. */
  @IsString()
  @MaxLength(40)
  formCode: string;

  /** Each answer by the id of its question, as in a response; what the form answers and was not asked is left out. */
  @IsAnswers()
  answers: Answers;

  /** The questions to which the paper has no answer that can be counted, and why: each has a reason or an answer. Absent: none. */
  @OrAbsent()
  @Nested(() => UnansweredQuestion, { each: true })
  @ArrayMaxSize(questionnaireLimits.questions)
  @EntriesDiffer(({ question }: UnansweredQuestion) => question)
  unanswered?: readonly UnansweredQuestion[];
}
export const enterPaperForm = command(EnterPaperForm, {
  route: 'PUT /activities/:activityId/paper-forms/:form',
  may: 'consult',
  summary: 'Enter a form of a survey that came back on paper; it counts once somebody else has checked it',
});

class CheckedForm extends OfForm {
  /** What the answers commit to that were looked at. */
  @Matches(commitmentOfAnswers)
  answers: string;
}
export class ConfirmPaperForm extends CheckedForm {}
export const confirmPaperForm = command(ConfirmPaperForm, {
  route: 'POST /activities/:activityId/paper-forms/:form/confirmation',
  may: 'consult',
  summary: 'Confirm that a form that somebody else entered says what is on the paper: it counts then',
});

export class SendBackPaperForm extends CheckedForm {
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const sendBackPaperForm = command(SendBackPaperForm, {
  route: 'POST /activities/:activityId/paper-forms/:form/return',
  may: 'consult',
  summary: 'Send an entered form back to be entered again, with the reason',
});

export const paperFormStatuses = ['waiting', 'sentBack', 'confirmed'] as const;
export type PaperFormStatus = (typeof paperFormStatuses)[number];

/** A form with what was entered, for those who check it. */
export class PaperFormEntry {
  @Matches(numberOfForm) readonly form: string;
  @IsIn(paperFormStatuses) readonly status: PaperFormStatus;
  /** As they were entered; none once they count. */
  @IsAnswers() readonly answers: Answers;
  /** The questions that were entered as having no answer; none once the form counts. */
  @Nested(() => UnansweredQuestion, { each: true }) readonly unanswered: readonly UnansweredQuestion[];
  /** What both commit to. */
  @IsString() readonly commitment: string;
  /** Why it was sent back; null otherwise. */
  @OrNull() @IsString() readonly reason: string | null;
  /** Whether the reader may confirm it: whoever entered it may not. */
  @IsBoolean() readonly mayConfirm: boolean;
  /** Once the log has closed the survey, whether a form that was confirmed is beyond a quota: kept and not counted. Absent otherwise. */
  @OrAbsent() @IsBoolean() readonly beyondQuota?: true;
}
export class ShowPaperForm extends OfForm {}
export const showPaperForm = command(ShowPaperForm, {
  route: 'GET /activities/:activityId/paper-forms/:form',
  may: 'consult',
  summary: 'A form that came back on paper, with what was entered, to be checked',
  reply: PaperFormEntry,
});

export class PaperFormView {
  @Matches(numberOfForm) readonly form: string;
  @IsIn(paperFormStatuses) readonly status: PaperFormStatus;
  /** Since when it has this status. */
  @IsISO8601() readonly at: string;
  /** Why it was sent back; null otherwise. */
  @OrNull() @IsString() readonly reason: string | null;
  /** Whether the reader entered it. */
  @IsBoolean() readonly isOwn: boolean;
}
export class ListPaperForms extends PageRequest {
  @IsUUID() activityId: string;
  @OrAbsent() @IsIn(paperFormStatuses) status?: PaperFormStatus;
}
export const listPaperForms = pageQuery(ListPaperForms, PaperFormView, {
  route: 'GET /activities/:activityId/paper-forms',
  may: 'consult',
  summary: 'The forms of a survey that came back on paper, by what was done last',
});

const { consultationId, activityId, voter, by } = sampleIds;
const answers = answersGiven.sample.commitment;
const sample = { consultationId, activityId, form: '17', voter, answers };

/** `answers` is what the answers commit to, and `voter` under whom they stand: of a paper that is nobody, and one for each form. */
interface OfPaperForm {
  consultationId: string;
  activityId: string;
  form: string;
  voter: string;
  answers: string;
  by: string;
}
export type PaperFormEntered = DomainEvent<'PaperFormEntered', OfPaperForm>;
export const paperFormEntered = event<PaperFormEntered>('PaperFormEntered', {
  stream: paperForms,
  says: 'An official entered a form of a survey that came back on paper, by what its answers commit to. It does not count yet.',
  may: 'consult',
  act: { subject: 'activityId' },
  sample: { ...sample, by },
});

export type PaperFormSentBack = DomainEvent<'PaperFormSentBack', OfPaperForm & { reason: string }>;
export const paperFormSentBack = event<PaperFormSentBack>('PaperFormSentBack', {
  stream: paperForms,
  says: 'What was entered of a form is sent back to be entered again, with the reason.',
  may: 'consult',
  act: { subject: 'activityId' },
  sample: { ...sample, by, reason: 'The second page was left out.' },
});

export type PaperFormConfirmed = DomainEvent<'PaperFormConfirmed', OfPaperForm>;
export const paperFormConfirmed = event<PaperFormConfirmed>('PaperFormConfirmed', {
  stream: paperForms,
  says: 'An official who did not enter the form confirms what was entered. It counts, apart from the responses that people sent.',
  may: 'consult',
  act: { subject: 'activityId' },
  sample: { ...sample, by: 'ad000000-0000-4000-8000-000000000002' },
});

export type PaperFormEvent = PaperFormEntered | PaperFormSentBack | PaperFormConfirmed;
