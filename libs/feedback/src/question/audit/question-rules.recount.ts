import {
  Allowance,
  CategoriesOnRecord,
  FilesOnRecord,
  OwnWords,
  Stages,
  isSealed,
  rule,
  ruleBook,
  type Judged,
  type RuleBook,
  type RulesOf,
} from '@isegoria/audit-kit';
import { minutesToEdit, mostContributions, settingsChanged, type SettingsChanged } from '@isegoria/content';
import { sameInStream, type OpenConsultations } from '../../consultations/open-consultations.recount';
import type { QuestionHidden, QuestionRestored } from '../hiding/hiding.contract';
import type { QuestionEdited, QuestionWithdrawn } from '../own-question/own-question.contract';
import type { QuestionAnswered, QuestionAsked, QuestionEvent } from '../question.contract';

/** What keeps questions and their answers within the rules. */
export function rulesOfQuestions(consultations: OpenConsultations): RuleBook {
  const questions = new Stages('asked', 'answered', 'withdrawn', 'answeredAndWithdrawn');
  const hiding = new Stages('shown', 'hidden');
  const { remembers, isKept } = sameInStream();
  const own = new OwnWords(minutesToEdit());
  const allowance = new Allowance(mostContributions());
  const files = new FilesOnRecord();
  const categories = new CategoriesOnRecord();
  const rules: RulesOf<QuestionEvent> = {
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
      rule<QuestionAsked>(
        'question-categories-offered',
        'A question about no consultation is about topics and areas that are there, each once; one about a consultation names none.',
        ({ data: { consultationId, categories: chosen = [] }, time }) =>
          consultationId === null ? categories.allow(chosen, [], time) : chosen.length === 0,
      ),
      rule<QuestionAsked>(
        'question-sealed',
        'The words of a question are sealed.',
        ({ data }) => isSealed(data.text),
        (event) => {
          remembers(event);
          own.begins(event);
          hiding.enter(event.stream, 'shown');
        },
      ),
      allowance.rule<QuestionAsked>(
        'questions-allowed',
        'One person asks no more questions about a consultation, or in a month about none, than the settings allow.',
        whose,
      ),
    ],
    QuestionAnswered: [
      hiding.follows(['shown'], 'question-answered-while-shown', 'Only a question that is shown is answered.'),
      questions.goesOn(
        { asked: 'answered', answered: 'answered', answeredAndWithdrawn: 'answeredAndWithdrawn' },
        'question-exists',
        'Only a question that was asked, and not withdrawn before its first answer, is answered.',
      ),
      rule<QuestionAnswered>('question-of-consultation', 'An answer names the consultation of its question.', isKept),
      ...files.rules<QuestionAnswered>((answer) => answer.files),
    ],
    QuestionHidden: [
      questions.follows(['asked', 'answered'], 'hidden-question-stands', 'Only a question that stands is hidden or shown again.'),
      hiding.follows(['shown'], 'question-shown', 'Only a question that is shown is hidden.', 'hidden'),
      rule<QuestionHidden>('hidden-question-of-consultation', 'A question that is hidden stays in its consultation.', isKept),
    ],
    QuestionRestored: [
      questions.follows(['asked', 'answered'], 'hidden-question-stands', 'Only a question that stands is hidden or shown again.'),
      hiding.follows(['hidden'], 'question-hidden-before', 'Only a question that is hidden is shown again.', 'shown'),
      rule<QuestionRestored>('restored-question-of-consultation', 'A question that is shown again stays in its consultation.', isKept),
    ],
    QuestionEdited: [
      hiding.follows(['shown'], 'question-changed-while-shown', 'Only a question that is shown is changed.'),
      questions.follows(['asked'], 'question-changed-before-answer', 'The words of a question change before it is answered.'),
      ...own.rules<QuestionEdited>('question'),
      rule<QuestionEdited>('changed-question-of-consultation', 'A question that is changed stays in its consultation.', isKept),
      rule<QuestionEdited>('changed-question-sealed', 'The new words of a question are sealed.', ({ data }) => isSealed(data.text)),
    ],
    QuestionWithdrawn: [
      questions.goesOn(
        { asked: 'withdrawn', answered: 'answeredAndWithdrawn' },
        'question-withdrawn-once',
        'Only a question that stands is withdrawn.',
      ),
      rule<QuestionWithdrawn>('question-withdrawn-by-its-author', 'A question is withdrawn by whoever asked it.', (event) =>
        own.isAuthor(event),
      ),
      rule<QuestionWithdrawn>('withdrawn-question-of-consultation', 'A question that is withdrawn stays in its consultation.', isKept),
    ],
  };
  return ruleBook<QuestionEvent>(rules, {
    ...files.remembers,
    ...categories.remembers,
    [settingsChanged.type]: ({ data, time }: Judged<SettingsChanged>) => {
      allowance.become(mostContributions(data), time);
      own.become(minutesToEdit(data), time);
    },
  });
}

/** A pseudonym is of one consultation; questions in general are counted by the month in which they were received. */
function whose({ data: { author, consultationId }, metadata }: Judged<QuestionAsked>): string | undefined {
  if (metadata.imported) return undefined;
  return consultationId === null ? `${author} ${metadata.at.slice(0, 'YYYY-MM'.length)}` : author;
}
