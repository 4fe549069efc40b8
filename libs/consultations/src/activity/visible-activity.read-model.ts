import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, type Actor } from '@isegoria/kernel';
import { isRowId } from '@isegoria/projection';
import { isVisible, placeOf, type Place } from '../consultation/view/consultation.read-model';
import { ActivityRow } from './activity.read-model';

/** An activity with what its consultation says about who may do what there. */
export interface PlacedActivity {
  readonly activity: ActivityRow;
  readonly consultation: Place;
}

/** @returns undefined when there is no such activity; the caller checks whether the reader may see a draft */
export async function activityById(rows: DataSource | EntityManager, activityId: string): Promise<ActivityRow | undefined> {
  if (!isRowId(activityId)) return undefined;
  return (await rows.getRepository(ActivityRow).findOneBy({ id: activityId })) ?? undefined;
}

/**
 * The activity, if this reader may see its consultation.
 * @throws Rejection ACTIVITY_NOT_FOUND
 */
export async function visibleActivity(
  rows: DataSource | EntityManager,
  activityId: string,
  reader: Actor | undefined,
): Promise<PlacedActivity> {
  const activity = await activityById(rows, activityId);
  const consultation = activity && (await placeOf(rows, activity.consultationId));
  if (!consultation || !isVisible(consultation, reader)) throw new Rejection('ACTIVITY_NOT_FOUND');
  return { activity, consultation };
}
