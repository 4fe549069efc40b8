import { textOf, type Section } from '@isegoria/portal-kit';
import { askQuestion, listQuestions, type AskQuestion } from './question.contract';
import { QuestionsOnConsultation } from './questions-on-consultation.page';

export const questions: Section<AskQuestion> = {
  name: 'questions',
  form: 'question',
  thanks: 'thanks.question',
  contract: askQuestion,
  command: (form, consultationId) => ({ consultationId, text: textOf(form, 'text') }),
  async load(visit, consultationId) {
    const { items } = await visit.api.ask(listQuestions, { consultationId });
    return (props) => <QuestionsOnConsultation {...props} questions={items} />;
  },
};
