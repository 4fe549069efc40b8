import { leafRule, leeway, rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import { methodOf } from '../../methods/methods.recount';
import type { ActivityCorrected, ActivityDrafted } from '../activity.contract';
import type { KnownActivities } from './activity-facts.recount';
import { rulesOfSmallestGroups, type SmallestGroups } from './smallest-groups.recount';

/** How an activity begins and is corrected. A method that only a newer program knows sets what this one cannot judge. */
export function rulesOfActivities(consultations: KnownConsultations, activities: KnownActivities, groups: SmallestGroups): RuleBook {
  return ruleBook<ActivityDrafted | ActivityCorrected>({
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
    ActivityCorrected: [
      rule<ActivityCorrected>(
        'activity-corrected-once-published',
        'What is set in an activity is corrected once its consultation is published, and before it is over; a draft is revised.',
        ({ data: { activityId, consultationId }, time }) => {
          const activity = activities.of(activityId);
          if (!activity || activity.consultationId !== consultationId) return false;
          const { consultation, phaseId } = activity;
          return consultation.isPublished && !consultation.isClosed(phaseId) && consultation.mayStillRun(phaseId, time);
        },
      ),
      rule<ActivityCorrected>(
        'corrected-settings-of-method',
        'The settings of an activity that is corrected are such as its method has.',
        ({ data: { activityId, settings } }) => methodOf(activities.of(activityId)!.method)?.mayHave(settings) ?? true,
      ),
      rule<ActivityCorrected>(
        'meaning-stays-once-open',
        'An activity is corrected as its method lets it be: once it has opened, only words, so that every answer means what it meant.',
        ({ data: { activityId, settings }, time }) => {
          const { consultation, phaseId, method, settings: stands, earlier } = activities.of(activityId)!;
          // Phases open by their dates alone, and what was decided before may come to the log a little later.
          const hasOpened = time > consultation.phase(phaseId)!.dates!.opensAt + leeway;
          const known = methodOf(method);
          return !known || (known.mayCorrect?.([...earlier, stands], settings, hasOpened) ?? false);
        },
      ),
    ],
  });
}
