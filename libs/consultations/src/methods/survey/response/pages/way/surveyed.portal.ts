import { Rejection, isAtLeast, type CommandContract } from '@isegoria/kernel';
import { blankForm, type Visit } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import type { FormError, FormState } from '@isegoria/ui';
import type { ActivityView } from '../../../../../activity/activity.contract';
import type { ReadConsultation } from '../../../../../translation/reading/translated.page';
import type { KeepAnswerFile } from '../../../answer-file/answer-file.contract';
import { answerFaults } from '../../../questionnaire/answers.pure';
import { visibleQuestions } from '../../../questionnaire/conditions.pure';
import type { Answers, Questionnaire } from '../../../questionnaire/questionnaire.pure';
import type { KeepAnswers, OwnResponse, ShowOwnResponse } from '../../response.contract';
import { answeredFields } from '../answers-form.page';
import type { PageBegun } from '../choice/begun.page';
import { faultsInWords, wrongInForm } from '../faults-in-words.page';
import { visibleIn } from './way-through.pure';

/** What is done with the answers on the pages of a survey: sent as a response, or as a test. */
export interface SurveyRun {
  /** The part of the address that all its pages have. */
  readonly part: string;
  readonly isTest: boolean;
  /** Whether nobody signs in: what came with the address says whose answers these are. */
  readonly isByLink?: true;
  readonly keep: CommandContract<KeepAnswers, OwnResponse>;
  readonly show: CommandContract<ShowOwnResponse, OwnResponse>;
  /** Absent where nobody can give a file. */
  readonly keepFile?: CommandContract<KeepAnswerFile, OwnResponse>;
  /** Where the answers are sent in the end, behind the address of the activity. */
  readonly send: string;
}

export interface Surveyed {
  readonly consultation: ReadConsultation;
  readonly activity: ActivityView;
  readonly questionnaire: Questionnaire;
  readonly path: string;
}
export interface SurveyPath {
  readonly id: string;
  readonly activityId: string;
}

/** Somebody who sent a page of answers, and how the page is shown again. */
export interface ShownAgain {
  readonly form: FormState;
  readonly answers: Answers;
  readonly begun: PageBegun;
  readonly status?: number;
  readonly isNew?: boolean;
}

/** Whether a response takes a place in quotas only once the person has confirmed who they are. */
export const hasToConfirm = ({ account }: Visit, { activity, consultation }: Surveyed): boolean =>
  activity.settings.quotaPlaces !== undefined && account !== undefined && !isAtLeast(account.assurance, consultation.countsFrom);

export const isAnsweredElsewhere = ({ response, isKept, ...own }: OwnResponse) =>
  'hasSent' in own && own.hasSent === true && response === null && !isKept;

/** The settings of a survey where what somebody sent is beyond a quota. */
export const beyondIn = ({ activity }: Surveyed, own?: OwnResponse): ActivityView['settings'] | undefined =>
  own !== undefined && 'beyondQuota' in own && own.beyondQuota === true ? activity.settings : undefined;

/** Told to whoever has a link; people who have an account find theirs among what they cast. */
export const receiptOf = (own?: OwnResponse): string | undefined =>
  own && 'receipt' in own && typeof own.receipt === 'string' ? own.receipt : undefined;

/** @throws Rejection NOT_FOUND */
export function numberIn({ questionnaire }: Surveyed, number: string): number {
  const at = Number(number);
  if (!/^\d{1,2}$/.test(number) || !questionnaire.sections[at - 1]) throw new Rejection('NOT_FOUND');
  return at;
}

export function errorsIn(visit: Visit, questionnaire: Questionnaire, answers: Answers, at: number, sent?: FormState): FormError[] {
  const faults = answerFaults(questionnaire, answers, at - 1);
  const asked = visibleIn(questionnaire, answers, at);
  return wrongInForm(asked, faults, sent ?? blankForm(answeredFields(asked, answers)), visit.texts);
}

/** What is wrong with answers of other pages leads to no field of this one: it says on which page it stands. @param at from 1 */
export function namingPages(form: FormState, { sections }: Questionnaire, at: number, kept: Answers, texts: Texts): FormState {
  const isElsewhere = ({ field }: FormError) => field === 'answers';
  if (!form.errors.some(isElsewhere)) return form;
  const elsewhere = sections.flatMap((section, index) => {
    const faults = answerFaults({ sections }, kept, index).filter(({ constraint }) => constraint === 'maxLength');
    if (index === at - 1) return [];
    const wrong = faultsInWords({ sections: [section] }, faults, texts);
    return wrong.map(({ message }) => ({ message: texts.t('survey.wrongOnPage', { number: index + 1, message }) }));
  });
  return elsewhere.length > 0 ? { ...form, errors: [...form.errors.filter((error) => !isElsewhere(error)), ...elsewhere] } : form;
}

export function withoutUnasked(questionnaire: Questionnaire, answers: Answers): Answers {
  const asked = visibleQuestions(questionnaire, answers).filter(({ id }) => Object.hasOwn(answers, id));
  return Object.fromEntries(asked.map(({ id }) => [id, answers[id]]));
}
