import { namesOf, textOf, withQuery, type Section } from '@isegoria/portal-kit';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { sortingIn, supportingIn } from '../../support/button/supporting.portal';
import { askQuestion, listQuestions, type AskQuestion } from '../question.contract';
import { QuestionsOnConsultation, questionOrder, questionsFrom } from './questions-on-consultation.page';

export const questions: Section<AskQuestion> = {
  name: 'questions',
  title: 'nav.questions',
  form: 'question',
  thanks: 'thanks.question',
  next: 'next.question',
  contract: askQuestion,
  command: (form, consultationId) => ({ consultationId, text: textOf(form, 'text') }),
  async load(visit, consultationId) {
    const [cursor, sort] = [visit.cursor(questionsFrom), sortingIn(visit, questionOrder)];
    const [questions, mine] = await Promise.all([
      visit.api.ask(listQuestions, { consultationId, sort, cursor }),
      visit.account && visit.api.ask(showMyFeedback, { consultationId }),
    ]);
    const [ids, authors] = [questions.items.map(({ id }) => id), questions.items.map(({ author }) => author)];
    const order = sort === 'newest' ? undefined : sort;
    const back = withQuery(`/consultations/${consultationId}/questions`, { [questionOrder]: order, [questionsFrom]: cursor });
    const [nameOf, supporting] = await Promise.all([namesOf(visit, authors), supportingIn(visit, ids, back)]);
    const loaded = { questions, sort, cursor, mine, shownTo: { nameOf, reader: mine?.author, supporting } };
    return (props) => <QuestionsOnConsultation {...props} {...loaded} />;
  },
};
