import type { Texts } from '@isegoria/texts';
import { Words, useTexts } from '@isegoria/ui';
import type { ActivityView } from '../../activity/activity.contract';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { OfficialAnswerView } from '../official-answer.contract';
import type { SaidByPeople } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';

type Place = Pick<ConsultationView, 'activities'>;

/** What an answer is to, by what it is about and the method of its activity. */
export function answerTo(place: Place, { about, activityId }: Pick<OfficialAnswerView, 'about' | 'activityId'>) {
  if (about === 'activity') return 'officialAnswers.toActivity';
  if (about === 'paragraph') return 'officialAnswers.toParagraph';
  return about === 'question' ? 'officialAnswers.toQuestion' : saidIn(place, activityId).answerTo;
}

/** The words of a question that an activity asks among others. */
export function questionIn({ activities }: Place, activityId: string, question: string | null): string {
  const activity = activities.find(({ id }) => id === activityId);
  const asked = activity ? pagesOf(activity.method).questions?.(activity) : undefined;
  return asked?.find(({ id }) => id === question)?.text ?? '';
}

/** What people say in an activity, in the words of its method. */
export function saidIn({ activities }: Place, activityId: string): SaidByPeople {
  const { method } = activities.find(({ id }) => id === activityId) ?? {};
  return (method === undefined ? undefined : pagesOf(method).said) ?? statements;
}

const statements: SaidByPeople = {
  answerTo: 'officialAnswers.toStatement',
  answerToSeveral: 'officialAnswers.toStatements',
  answerAll: 'officialAnswers.statements',
  unanswered: 'work.open',
  count: 'themes.statements',
};

interface Named {
  readonly activities: readonly Pick<ActivityView, 'id' | 'method' | 'title'>[];
}

/** The title of an activity, or else what can be done in it. */
export function activityNameIn(t: Texts['t'], { activities }: Named, activityId: string): string {
  const activity = activities.find(({ id }) => id === activityId);
  return activity ? (activity.title ?? t(pagesOf(activity.method).name)) : '';
}

/** The same on a page: in the office's words, if it named the activity. */
export function ActivityName({ of, activityId }: { of: Named; activityId: string }) {
  const { t } = useTexts();
  const name = activityNameIn(t, of, activityId);
  const isNamed = of.activities.some(({ id, title }) => id === activityId && title !== null);
  return isNamed ? <Words text={name} by="office" /> : <>{name}</>;
}
