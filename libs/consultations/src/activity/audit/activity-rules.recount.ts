import { leafRule, rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import { methodOf } from '../../methods/methods.recount';
import type { ActivityDrafted } from '../activity.contract';
import { rulesOfSmallestGroups, type SmallestGroups } from './smallest-groups.recount';

/** How an activity begins. A method that only a newer program knows sets what this one cannot judge. */
export function rulesOfActivities(consultations: KnownConsultations, groups: SmallestGroups): RuleBook {
  return ruleBook<ActivityDrafted>({
    ActivityDrafted: [
      leafRule('activity-begins', 'An activity is drafted once, with the first event of its stream.', ({ revision }) => revision === 0),
      rule<ActivityDrafted>(
        'activity-in-a-phase',
        'An activity is put into a phase of a consultation that was drafted.',
        ({ data: { consultationId, phaseId } }) => !!consultations.of(consultationId)?.phase(phaseId),
      ),
      rule<ActivityDrafted>(
        'activity-before-publication',
        'An activity is put into a consultation before that is published.',
        ({ data: { consultationId } }) => !consultations.of(consultationId)!.isPublished,
      ),
      rule<ActivityDrafted>(
        'settings-of-method',
        'The settings of an activity are such as its method has.',
        ({ data: { method, settings } }) => {
          const { contract, mayHave } = methodOf(method) ?? {};
          const mayBeHidden = settings.resultsHidden === undefined || (settings.resultsHidden === true && contract?.hides !== undefined);
          return !mayHave || (mayHave(settings) && mayBeHidden);
        },
      ),
      ...rulesOfSmallestGroups(consultations, groups),
    ],
  });
}
