import { idInPath, readFormsBack, type ReadBack } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { readConsultation } from '../../../../../translation/reading/translated.page';
import { questionsOf, type Question } from '../../../questionnaire/questionnaire.pure';
import { answerInWords } from '../answer-in-words.page';
import { answersSaid } from '../answers-form.page';

/** On paper, also why there is no answer: that is chosen, and not typed. */
const answerFields = /^(?:answers|own|unanswered)\./;

/** What a form with answers says, question by question, for whoever filled it in and cannot send it. */
export function answersReadBack(questions: readonly Question[], form: FormState, texts: Texts): ReadBack {
  const said = answersSaid(questions, form);
  const lines = questions.flatMap((question) => {
    const answer = answerInWords(question, said[question.id] ?? undefined, texts) ?? [];
    const words = answer.map((parts) => parts.join('')).join('\n');
    return words === '' ? [] : [{ asked: question.text, said: words }];
  });
  return { of: answerFields, lines };
}

const survey = 'consultations/:id/activities/:activityId';
for (const page of [...['survey', 'test', 'by-link/:link'].map((part) => `${survey}/${part}/:number`), `office/${survey}/paper/new`])
  readFormsBack(page, async ({ api, texts }, { id, activityId, number }, form) => {
    const { activities } = await readConsultation(api, texts.language, idInPath(id!));
    const { questionnaire } = activities.find((one) => one.id === activityId)!.settings;
    const questions = number === undefined ? questionsOf(questionnaire!) : questionnaire!.sections[Number(number) - 1]!.questions;
    return answersReadBack(questions, form, texts);
  });
