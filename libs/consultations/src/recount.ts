import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { actsOfActivities } from './activity/activity.recount';
import { actsOfExclusions } from './ballot-exclusion/ballot-exclusion.recount';
import { actsOfChangesOfDates } from './change-of-dates/change-of-dates.recount';
import { ConsultationStory } from './consultation/consultation-story.recount';
import { ActivityTexts, activitiesCounted, actsOfConsultation } from './consultation/consultation.recount';
import type { ConsultationsEvent } from './contract';
import { actsOfExports } from './export/export.recount';
import { actsOfMethods, recountedMethods } from './methods/methods.recount';
import { actsOfOutcomes } from './outcome/outcome.recount';
import { actsOfPhases, namesOfPhases } from './phase/phase.recount';

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

export const recountOfConsultations: RecountRoom = {
  counts: [activitiesCounted],
  stories: [{ begin: () => new ConsultationStory() }],
  names: [namesOfPhases],
  texts: [() => new ActivityTexts()],
  permissions: recountedMethods.flatMap(({ permissions }) => permissions),
  acts,
  leaves: {},
};
