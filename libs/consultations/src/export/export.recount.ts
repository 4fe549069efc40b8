import { leafRule, rule, ruleBook, type ActsInWords, type RuleBook } from '@isegoria/audit-kit';
import type { KnownActivities } from '../activity/audit/activity-facts.recount';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import { exportsOf } from '../methods/methods.contract';
import { methodOf } from '../methods/methods.recount';
import { consultationExports, type ContributionsExported } from './export.contract';

export const actsOfExports: ActsInWords<ContributionsExported> = {
  ContributionsExported: ({ contents, activityId, by, purpose }) =>
    `${contents}${activityId ? ` of activity ${activityId}` : ''} exported by account ${by}: "${purpose}"`,
};

export function rulesOfExports(consultations: KnownConsultations, activities: KnownActivities): RuleBook {
  return ruleBook<ContributionsExported>({
    ContributionsExported: [
      leafRule('exported-once', 'An export is the one event of its stream.', ({ revision }) => revision === 0),
      rule<ContributionsExported>(
        'export-of-published',
        'Only what was contributed to a published consultation is exported.',
        ({ data }) => !!consultations.of(data.consultationId)?.isPublished,
      ),
      rule<ContributionsExported>(
        'export-has-contents',
        'An export is of what the consultation, or the method of its activity, has.',
        ({ data }) => {
          const { activityId, consultationId, contents } = data;
          const activity = activityId === null ? undefined : activities.of(activityId);
          if (activityId === null) return consultationExports.some((each) => each === contents);
          if (activity?.consultationId !== consultationId) return false;
          return !methodOf(activity.method) || exportsOf(activity.method).some((each) => each === contents);
        },
      ),
    ],
  });
}
