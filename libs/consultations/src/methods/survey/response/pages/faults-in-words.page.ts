import type { FormError } from '@isegoria/ui';
import type { Texts } from '@isegoria/texts';
import type { Fault } from '../../questionnaire/answers.pure';
import { questionsOf, type Question, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import { fieldOf } from './answers-form.page';

/** What is wrong with answers, each at its field, in words for whoever answers. */
export function faultsInWords(questionnaire: Questionnaire, faults: readonly Fault[], texts: Texts): FormError[] {
  return faults.map((fault) => {
    const [, id = '', part] = fault.field.split('.');
    const question = questionsOf(questionnaire).find((one) => one.id === id);
    return { field: question ? whereIn(question, part) : undefined, message: inWords(fault, question, texts) } as FormError;
  });
}

/** The first of its fields where a question has several. */
export function whereIn({ id, kind, rows = [], options = [] }: Question, part?: string): string {
  if (kind === 'matrix') return fieldOf(id, part ?? rows[0]?.id);
  return kind === 'ranking' ? fieldOf(id, options[0]?.id) : fieldOf(id);
}

function inWords({ constraint, limit = 0 }: Fault, question: Question | undefined, { t, number, date }: Texts): string {
  const text = question?.text ?? '';
  switch (constraint) {
    case 'isMissing':
      return t('answer.missing', { question: text });
    case 'isKept':
      return t('answer.file.gone', { question: text });
    case 'arrayMinSize':
      return t('answer.tooFew', { question: text, count: Number(limit) });
    case 'arrayMaxSize':
      return t('answer.tooMany', { question: text, count: Number(limit) });
    case 'min':
      return t('answer.least', { question: text, limit: number(Number(limit)) });
    case 'max':
      return t('answer.greatest', { question: text, limit: number(Number(limit)) });
    case 'maxLength':
      return t('answer.tooLong', { question: text, limit: Number(limit) });
    case 'earliest':
      return t('answer.earliest', { question: text, day: date(`${limit}T00:00:00Z`) });
    case 'latest':
      return t('answer.latest', { question: text, day: date(`${limit}T00:00:00Z`) });
    default:
      return t(question?.kind === 'number' ? 'answer.noNumber' : question?.kind === 'date' ? 'answer.noDay' : 'answer.other', {
        question: text,
      });
  }
}
