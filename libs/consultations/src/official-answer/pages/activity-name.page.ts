import type { Texts } from '@isegoria/texts';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { pagesOf } from '../../methods/methods.page';

/** The title of an activity, or else what can be done in it. */
export function activityNameIn(t: Texts['t'], { activities }: Pick<ConsultationView, 'activities'>, activityId: string): string {
  const activity = activities.find(({ id }) => id === activityId);
  return activity ? (activity.title ?? t(pagesOf(activity.method).name)) : '';
}
