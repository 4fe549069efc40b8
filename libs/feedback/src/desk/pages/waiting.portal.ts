import type { WorkKind } from '@isegoria/portal-kit';
import { listWaitingQuestions } from '../../question/question.contract';
import { listDesk } from '../desk.contract';
import { listReports } from '../../report/report.contract';

/** What waits in questions, reports and appeals. */
export const workInFeedback: readonly WorkKind[] = [
  {
    name: 'questions',
    may: 'answer',
    words: 'desk.questions',
    one: 'work.question',
    act: 'questions.answerIt',
    since: 'desk.askedOn',
    load: async ({ api }, asked) => {
      const { items, ...page } = await api.ask(listWaitingQuestions, asked);
      return {
        ...page,
        items: items.map(({ id, unit, text, askedAt }) => ({
          ...{ id, unit, title: text, dueAt: null, since: askedAt, href: `/questions/${id}#answer` },
        })),
      };
    },
  },
  {
    name: 'reports',
    may: 'moderate',
    words: 'desk.reports',
    desk: '/office/moderation/reports',
    load: async ({ api }, asked) => {
      const { count } = await api.ask(listReports, { ...asked, decided: 'no' });
      return { items: [], next: null, count };
    },
  },
  {
    name: 'appeals',
    may: 'moderate',
    words: 'desk.appeals',
    desk: '/office/moderation?kind=appeal',
    load: async ({ api }, asked) => {
      const { count } = await api.ask(listDesk, { ...asked, kind: 'appeal' });
      return { items: [], next: null, count };
    },
  },
];
