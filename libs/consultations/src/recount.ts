import type { ActsInWords, RecountRoom, RuleBook } from '@isegoria/audit-kit';
import { KnownActivities } from './activity/activity-facts.recount';
import { rulesOfActivities } from './activity/activity-rules.recount';
import { actsOfActivities } from './activity/activity.recount';
import { ExcludedBallots, actsOfExclusions } from './ballot-exclusion/ballot-exclusion.recount';
import { rulesOfBallots } from './ballot/ballot-rules.recount';
import { actsOfChangesOfDates } from './change-of-dates/change-of-dates.recount';
import { KnownConsultations } from './consultation/consultation-facts.recount';
import { rulesOfConsultations } from './consultation/consultation-rules.recount';
import { ConsultationsShown } from './consultation/consultations-shown.recount';
import { ConsultationStory } from './consultation/consultation-story.recount';
import { ActivityTexts, activitiesCounted, actsOfConsultation } from './consultation/consultation.recount';
import type { ConsultationsEvent } from './contract';
import { actsOfExports, rulesOfExports } from './export/export.recount';
import { rulesOfContributions } from './late/contribution-rules.recount';
import { watchConsultation } from './live/live.contract';
import { showNextStatement } from './methods/deliberation/next-statement.contract';
import { showOpinionMap } from './methods/deliberation/opinion-map/opinion-map.contract';
import { listStatementResults } from './methods/deliberation/statement-results.contract';
import { listStatementOpenings } from './methods/deliberation/statement.contract';
import { StatementsShown } from './methods/deliberation/statements-shown.recount';
import { actsOfMethods, recountedMethods } from './methods/methods.recount';
import type { RecountedMethod } from './methods/method.recount';
import { actsOfOutcomes } from './outcome/outcome.recount';
import { actsOfPhases, namesOfPhases } from './phase/phase.recount';
import { showResults } from './results/results.contract';

export { adjustedRand } from './methods/deliberation/opinion-map/adjusted-rand';
export { opinionMapOf } from './methods/deliberation/opinion-map/opinion-map';
export { amongResults, lateIn, notCountedIn, pageAfter, tallies, viewsOf } from './consultation/consultation.recount';

const acts: ActsInWords<ConsultationsEvent> = {
  ...actsOfConsultation,
  ...actsOfPhases,
  ...actsOfChangesOfDates,
  ...actsOfActivities,
  ...actsOfOutcomes,
  ...actsOfMethods,
  ...actsOfExclusions,
  ...actsOfExports,
};

function rules(): readonly RuleBook[] {
  const consultations = new KnownConsultations();
  const activities = new KnownActivities(consultations);
  const excluded = new ExcludedBallots();
  const contributions = rulesOfContributions(activities);
  const ballotsOf = ({ contract }: RecountedMethod) => rulesOfBallots(activities, contributions, excluded, contract);
  return [
    rulesOfConsultations(consultations),
    consultations.book,
    rulesOfActivities(consultations),
    activities.book,
    ...recountedMethods.map((method) => method.rules({ activities, contributions, ballots: ballotsOf(method) })),
    excluded.rules(activities),
    rulesOfExports(consultations, activities),
  ];
}

export const recountOfConsultations: RecountRoom = {
  counts: [activitiesCounted],
  stories: [{ begin: () => new ConsultationStory() }],
  names: [namesOfPhases],
  texts: [() => new ActivityTexts()],
  permissions: recountedMethods.flatMap(({ permissions }) => permissions),
  shown: () => [new ConsultationsShown(), new StatementsShown()],
  openings: [listStatementOpenings],
  notShown: [
    [showResults, 'recounted, figure by figure, up to the position that it states'],
    [showOpinionMap, 'recounted, to the last digit, up to the position that it states'],
    [listStatementResults, 'recounted, figure by figure, up to the position that it states'],
    [showNextStatement, 'for each visitor another one of the listed statements'],
    [watchConsultation, 'says that something changed, and no word'],
  ],
  rules,
  acts,
  leaves: {},
};
