import { namesOf, textOf, type Section } from '@isegoria/portal-kit';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { askQuestion, listQuestions, type AskQuestion } from '../question.contract';
import { QuestionsOnConsultation, questionsFrom } from './questions-on-consultation.page';

export const questions: Section<AskQuestion> = {
  name: 'questions',
  form: 'question',
  thanks: 'thanks.question',
  contract: askQuestion,
  command: (form, consultationId) => ({ consultationId, text: textOf(form, 'text') }),
  async load(visit, consultationId) {
    const cursor = visit.cursor(questionsFrom);
    const [found, mine] = await Promise.all([
      visit.api.ask(listQuestions, { consultationId, cursor }),
      visit.account && visit.api.ask(showMyFeedback, { consultationId }),
    ]);
    const nameOf = await namesOf(
      visit,
      found.items.map(({ author }) => author),
    );
    return (props) => <QuestionsOnConsultation {...props} questions={found} cursor={cursor} mine={mine} nameOf={nameOf} />;
  },
};
