import { leeway, rule, type Judged, type Rule } from '@isegoria/audit-kit';
import type { DomainEvent } from '@isegoria/kernel';
import type { KnownActivities } from '../activity/audit/activity-facts.recount';

/** What people contribute by whatever method. */
export type Contribution = DomainEvent<string, { readonly activityId: string }>;

/**
 * When people contribute to an activity that was drafted. What stands behind the closing in the log breaks no rule: it is late and counts
 * for nothing, so that an insider gains nothing by it, and two honest machines at the same moment accuse nobody. What was received after
 * the end and stands before any closing would be counted, and is found.
 */
export function rulesOfContributions(activities: KnownActivities): readonly Rule<Contribution>[] {
  const placeOf = ({ data: { activityId } }: Judged<Contribution>) => activities.of(activityId)!;
  return [
    rule('contributed-after-opening', 'People vote, and put statements, when the phase has opened.', (event) => {
      const { consultation, phaseId } = placeOf(event);
      const hasOpenedBy = (time: number) => consultation.mayHaveOpened(phaseId, time);
      return hasOpenedBy(event.time) && hasOpenedBy(Date.parse(event.metadata.at) + leeway);
    }),
    rule(
      'contributed-before-the-end',
      'What people contribute was received before the phase ended, or stands behind its closing and is late.',
      (event) => {
        const { consultation, phaseId } = placeOf(event);
        return consultation.isClosed(phaseId) || consultation.mayStillRun(phaseId, Date.parse(event.metadata.at));
      },
    ),
  ];
}
