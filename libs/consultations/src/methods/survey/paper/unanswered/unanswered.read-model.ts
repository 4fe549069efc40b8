import type { Question } from '../../questionnaire/questionnaire.pure';
import { unansweredAs, type WhyUnanswered } from './unanswered.pure';
import type { UnansweredForms } from './unanswered.contract';

/**
 * How many forms have no answer to a question that is told, and why, as far as few are not told apart. How many in all is told where
 * everybody has to answer: the others are those that did.
 */
export function unansweredForms(question: Question, count: (choice: string) => number, least: number): UnansweredForms {
  const of = (why: WhyUnanswered) => count(unansweredAs(question.id, why));
  const [blank, unreadable, invalid] = [of('blank'), of('unreadable'), of('invalid')];
  const forms = blank + unreadable + invalid;
  const isOfFew = (n: number) => n > 0 && n < least;
  const areTheOthers = question.isRequired && question.when === undefined && question.kind !== 'matrix';
  const hidesWhy = [blank, unreadable, invalid].some(isOfFew);
  const told = hidesWhy ? { blank: null, unreadable: null, invalid: null } : { blank, unreadable, invalid };
  return { forms: areTheOthers || !isOfFew(forms) ? forms : null, ...told };
}
