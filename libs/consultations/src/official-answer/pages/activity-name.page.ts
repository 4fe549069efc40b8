import type { Texts } from '@isegoria/texts';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { Answered } from './stance.page';
import { pagesOf } from '../../methods/methods.page';

type Place = Pick<ConsultationView, 'activities'>;

/** What an answer is to, by what it is about and the method of its activity. */
export function answerTo({ activities }: Place, { about, activityId }: Pick<Answered, 'about' | 'activityId'>) {
  if (about === 'activity') return 'officialAnswers.toActivity';
  const isDocument = activities.some(({ id, method }) => id === activityId && method === 'document');
  return isDocument ? 'officialAnswers.toAnnotation' : 'officialAnswers.toStatement';
}

/** The title of an activity, or else what can be done in it. */
export function activityNameIn(t: Texts['t'], { activities }: Pick<ConsultationView, 'activities'>, activityId: string): string {
  const activity = activities.find(({ id }) => id === activityId);
  return activity ? (activity.title ?? t(pagesOf(activity.method).name)) : '';
}
