import type { Texts } from '@isegoria/texts';
import type { Condition, Question } from '../../questionnaire/questionnaire.contract';
import { otherOption } from '../../questionnaire/questionnaire.pure';

/** A question by its number and the beginning of its words. */
export function shortly({ text }: Pick<Question, 'text'>, number: number, most = 60): string {
  const characters = [...text];
  return `${number}. ${characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : text}`;
}

/**
 * A condition as a person would say it, in the language of the page; every question by its number.
 * @param all the questions of the survey in their order
 */
export function conditionInWords({ t, number }: Texts, condition: Condition, all: readonly Question[]): string {
  const joined = (parts: readonly Condition[], word: 'survey.when.and' | 'survey.when.or') =>
    parts.map((part) => (part.all || part.any ? `(${inWords(part)})` : inWords(part))).join(` ${t(word)} `);
  const inWords = ({ question: id, isAnyOf, atLeast, atMost, isAnswered, ...of }: Condition): string => {
    if (of.all) return joined(of.all, 'survey.when.and');
    if (of.any) return joined(of.any, 'survey.when.or');
    const at = all.findIndex((one) => one.id === (id ?? of.not?.question));
    const about = at < 0 ? t('survey.when.gone') : shortly(all[at]!, at + 1);
    if (of.not?.isAnyOf) return t('survey.when.isNot', { question: about, answer: optionsIn(t, of.not.isAnyOf, all[at]) });
    if (of.not) return t('survey.when.not', { condition: inWords(of.not) });
    if (isAnyOf) return t('survey.when.is', { question: about, answer: optionsIn(t, isAnyOf, all[at]) });
    if (isAnswered !== undefined) return t(isAnswered ? 'survey.when.answered' : 'survey.when.unanswered', { question: about });
    const ends = [
      ...(atLeast === undefined ? [] : [t('survey.when.atLeast', { question: about, number: number(atLeast) })]),
      ...(atMost === undefined ? [] : [t('survey.when.atMost', { question: about, number: number(atMost) })]),
    ];
    return ends.join(` ${t('survey.when.and')} `);
  };
  return inWords(condition);
}

function optionsIn(t: Texts['t'], ids: readonly string[], question: Question | undefined): string {
  const named = ids.map(
    (id) => question?.options?.find((option) => option.id === id)?.text ?? (id === otherOption ? t('survey.other') : id),
  );
  return named.map((name) => t('survey.when.quoted', { answer: name })).join(` ${t('survey.when.or')} `);
}
