import { rule, type Judged, type Rule } from '@isegoria/audit-kit';
import { assuranceLevels } from '@isegoria/kernel';
import type { KnownActivities } from '../activity/audit/activity-facts.recount';
import type { ExcludedBallots } from '../ballot-exclusion/ballot-exclusion.recount';
import type { MethodContract } from '../methods/method/method.contract';
import { methods, type CastEvent } from '../methods/methods.contract';

/** What every ballot keeps to, by whatever method. @param contributions what all contributions do */
export function rulesOfBallots(
  activities: KnownActivities,
  contributions: readonly Rule<CastEvent>[],
  excluded: ExcludedBallots,
  { castEvent, method }: MethodContract,
): readonly Rule<CastEvent>[] {
  return [
    rule(
      'ballot-in-its-activity',
      'A ballot is cast in an activity that was drafted, by its own method, and names its consultation.',
      ({ type, data: { activityId, consultationId } }: Judged<CastEvent>) => {
        const activity = activities.of(activityId);
        // Some methods share what people cast.
        const isOwn = activity?.method === method || methods.some((other) => other.method === activity?.method && other.castEvent === type);
        return type === castEvent && isOwn && activity?.consultationId === consultationId;
      },
    ),
    ...contributions,
    rule('ballot-assurance', 'A ballot says how sure the platform is of the person.', ({ data: { assurance } }: Judged<CastEvent>) =>
      assuranceLevels.includes(assurance),
    ),
    rule(
      'ballot-not-excluded',
      'A ballot that is left out of the counts is not changed.',
      ({ stream }: Judged<CastEvent>) => !excluded.has(stream),
    ),
  ];
}
