import { listOf, readInTwoWays, textIfAny } from '@isegoria/portal-kit';
import type { FormError, FormState } from '@isegoria/ui';
import type { Texts } from '@isegoria/texts';
import type { Fault } from '../../questionnaire/answers.pure';
import { otherOption, questionsOf, type Question, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import { fieldOf, ownWordsOf } from './answers-form.page';

/** What is wrong with answers, each at its field, in words for whoever answers. */
export function faultsInWords(questionnaire: Questionnaire, faults: readonly Fault[], texts: Texts): FormError[] {
  return faults.map((fault) => {
    const [, id = '', part] = fault.field.split('.');
    const question = questionsOf(questionnaire).find((one) => one.id === id);
    return { field: question ? whereIn(question, part) : undefined, message: inWords(fault, question, texts, part) } as FormError;
  });
}

/**
 * What a form says to a question that no answer can hold, and that would be lost without a word: places that are no order,
 * "something else" without any words, words of one's own beside an option where one alone can be chosen, and what can be two numbers.
 */
export function unclearIn(question: Question, form: FormState, { t, language }: Texts): FormError[] {
  const { id, kind, options = [], hasOther, text } = question;
  const twoWays = kind === 'number' && readInTwoWays(textIfAny(form, fieldOf(id)), language);
  if (twoWays) return [{ field: fieldOf(id), message: t('answer.twoNumbers', { ...twoWays, question: text }) }];
  if (kind === 'ranking') {
    const places = options.map((option) => textIfAny(form, fieldOf(id, option.id))).filter((place) => place !== '');
    const filled = new Set(places).size;
    const areTwice = filled < places.length;
    if (!areTwice && places.every((place) => Number(place) <= filled)) return [];
    return [{ field: whereIn(question), message: t(areTwice ? 'answer.samePlace' : 'answer.placeLeftOut', { question: text }) }];
  }
  if (!hasOther) return [];
  const [chosen, own] = [listOf(form, fieldOf(id)), textIfAny(form, ownWordsOf(id)).trim()];
  const isOther = chosen.includes(otherOption);
  if (isOther && own === '') return [{ field: ownWordsOf(id), message: t('answer.noWords', { question: text }) }];
  const isBesideOne = kind === 'single' && own !== '' && chosen.length > 0 && !isOther;
  return isBesideOne ? [{ field: ownWordsOf(id), message: t('answer.wordsBeside', { question: text }) }] : [];
}

/** What is unclear in what was sent and what is wrong with it, question by question. */
export function wrongInForm(asked: readonly Question[], faults: readonly Fault[], form: FormState, texts: Texts): FormError[] {
  return asked.flatMap((question) => {
    const unclear = unclearIn(question, form, texts);
    const own = faults.filter(({ field }) => field.split('.')[1] === question.id);
    // Whoever chose something else and did not say what is told that, and not that the answer is none.
    return unclear.length > 0 ? unclear : faultsInWords({ sections: [{ questions: asked }] }, own, texts);
  });
}

/** The first of its fields where a question has several. */
export function whereIn({ id, kind, rows = [], options = [] }: Question, part?: string): string {
  if (kind === 'matrix') return fieldOf(id, part ?? rows[0]?.id);
  return kind === 'ranking' ? fieldOf(id, options[0]?.id) : fieldOf(id);
}

function inWords({ constraint, limit = 0 }: Fault, question: Question | undefined, { t, number, date }: Texts, part?: string): string {
  const text = question?.text ?? '';
  const row = question?.rows?.find(({ id }) => id === part);
  switch (constraint) {
    case 'isMissing':
      return row ? t('answer.missingRow', { row: row.text, question: text }) : t('answer.missing', { question: text });
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
    case 'isOneLine':
      return t('answer.oneLine', { question: text });
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
