import { Stages, rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { isSealed, sameInStream, type OpenConsultations } from '../../consultations/open-consultations.recount';
import type { QuestionAnswered, QuestionAsked, QuestionEvent } from '../question.contract';

/** What keeps questions and their answers within the rules. */
export function rulesOfQuestions(consultations: OpenConsultations): RuleBook {
  const questions = new Stages('asked');
  const { remembers, isKept } = sameInStream();
  return ruleBook<QuestionEvent>({
    QuestionAsked: [
      questions.begins('asked', 'question-begins', 'A question is the first event of its stream.'),
      rule<QuestionAsked>(
        'question-about-published',
        'A question about a consultation is about one that is published.',
        ({ data: { consultationId } }) => consultationId === null || consultations.arePublished(consultationId),
      ),
      rule<QuestionAsked>(
        'question-to-its-unit',
        'A question about a consultation is put to its unit.',
        ({ data: { consultationId, unit } }) => consultationId === null || consultations.unitOf(consultationId) === unit,
      ),
      rule<QuestionAsked>('question-sealed', 'The words of a question are sealed.', ({ data }) => isSealed(data.text), remembers),
    ],
    QuestionAnswered: [
      questions.follows(['asked'], 'question-exists', 'Only a question that was asked is answered.'),
      rule<QuestionAnswered>('question-of-consultation', 'An answer names the consultation of its question.', isKept),
    ],
  });
}
