import type { WorkItem, WorkKind } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { pagesOf } from '../../methods/methods.page';
import { groupAnswerPath } from '../../official-answer/group/group-answer.page';
import { paperFormsPath } from '../../methods/survey/paper/entry/pages/paper-entry.page';
import { listWaitingConsultations, type Duty, type WaitingConsultation } from './desk.contract';

type ItemOf = (one: WaitingConsultation, texts: Texts) => WorkItem;

/** What waits in consultations. */
function kind(duty: Duty, words: Omit<WorkKind, 'name' | 'may' | 'load'>, itemOf: ItemOf = managed): WorkKind {
  return {
    ...words,
    name: duty,
    may: 'consult',
    load: async ({ api, texts }, asked) => {
      const { items, ...page } = await api.ask(listWaitingConsultations, { duty, ...asked });
      return { ...page, items: items.map((one) => itemOf(one, texts)) };
    },
  };
}

function managed({ id, unit, title, language, phase, at, dueAt, reason }: WaitingConsultation): WorkItem {
  const about = phase === null ? {} : { about: phase };
  return { id: `${id} ${at}`, unit, title, language, ...about, ...(reason !== null && { reason }), dueAt, since: at, href: `/office/consultations/${id}` };
}

/** An activity that is over, to be answered as a whole or statement by statement. */
function answered(one: WaitingConsultation, { t }: Texts): WorkItem {
  if (!one.activity) return managed(one);
  const { id, title, method, open: count } = one.activity;
  const { name, said } = pagesOf(method);
  const office = `/office/consultations/${one.id}#official-answers`;
  const href = (said?.parts || said?.isNamed) && count > 0 ? groupAnswerPath(one.id, id) : office;
  return { ...managed(one), id, about: title ?? t(name), ...(said && count > 0 && { parts: { count, says: said.unanswered } }), href };
}

/** Forms of a survey that came back and count only if they are confirmed while it is open. */
function onPaper(one: WaitingConsultation, texts: Texts): WorkItem {
  if (!one.activity) return managed(one);
  const { id, open: count } = one.activity;
  return { ...answered(one, texts), parts: { count, says: 'work.forms' }, href: paperFormsPath(one.id, id) };
}

const closing = { due: 'work.answerDue', since: 'desk.closedOn' } as const;

export const workInConsultations: readonly WorkKind[] = [
  kind('outcome', { words: 'desk.outcomes', one: 'work.outcome', act: 'office.publishOutcome', ...closing }),
  kind('answer', { words: 'work.answers', one: 'work.answer', act: 'officialAnswers.give', ...closing }, answered),
  kind('ending', { words: 'desk.ending', one: 'work.ending', act: 'office.manage', due: 'desk.endsOn' }),
  kind('paper', { words: 'work.papers', one: 'work.paper', act: 'work.checkForms', due: 'work.formsDue' }, onPaper),
  kind('review', { words: 'work.reviews', one: 'work.review', act: 'work.check', since: 'work.askedOn' }),
  kind('sentBack', { words: 'work.sentBackDrafts', one: 'work.sentBack', act: 'work.mend', since: 'work.sentBackOn' }),
  kind('approved', { words: 'work.approvedDrafts', one: 'work.approved', act: 'work.publishDraft', since: 'work.approvedOn' }),
  kind('asked', { words: 'work.askedDrafts', one: 'work.asked', act: 'office.manage', since: 'work.askedOn' }),
  kind('draft', { words: 'desk.drafts', one: 'work.draft', act: 'desk.finish' }),
];
