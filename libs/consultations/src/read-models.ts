import { foundProjection, type ReadModelGroup } from '@isegoria/projection';
import { activityListProjection } from './activity/activity.read-model';
import { categoryListProjection } from './category/category.read-model';
import { activityCorrectionsProjection } from './activity/correction/activity-correction.read-model';
import { consultationListProjection } from './consultation/view/consultation.read-model';
import { foundConsultations } from './consultation/found/found-consultation.read-model';
import { exportListProjection } from './export/download/export.read-model';
import { closingsProjection } from './late/closing.read-model';
import { statementListProjection } from './methods/deliberation/statement/statement.read-model';
import { writtenTextsProjection } from './methods/survey/written/rows/written-text.read-model';
import { surveyTestsProjection } from './methods/survey/test-run/test-run.read-model';
import { surveyLinksProjection } from './methods/survey/links/survey-links.read-model';
import { paperFormsProjection } from './methods/survey/paper/entry/paper-entry.read-model';
import { standingPlacesProjection } from './methods/survey/quotas/standing/standing-places.read-model';
import { quotasProjection } from './methods/survey/quotas/quotas.read-model';
import { surveyAnswersProjection } from './methods/survey/results/survey-tallies.read-model';
import { papersProjection } from './methods/document/paper/paper.read-model';
import { namedPeopleProjection } from './readable-name/readable-name.read-model';
import { translationsProjection } from './translation/translation.read-model';
import { milestonesProjection } from './milestone/milestone.read-model';
import { officialAnswerProjection } from './official-answer/official-answer.read-model';
import { feedbackCountsProjection } from './results/feedback/feedback-counts.read-model';
import { momentsProjection } from './results/as-of/moments.read-model';
import { resultsProjection } from './results/results.read-model';

export { ActivityRow, activityListProjection } from './activity/activity.read-model';
export { activityById, visibleActivity, type PlacedActivity } from './activity/visible-activity.read-model';
export { ballotAnswers, ballotList } from './ballot-exclusion/ballot-list.read-model';
export { myBallot, myBallotAnswers, type CastBallot } from './ballot/my-ballot.read-model';
export {
  ConsultationRow,
  allAreClosedUpTo,
  consultationListProjection,
  publishedPosition,
} from './consultation/view/consultation.read-model';
export { consultationAnswers, consultationById, consultationList } from './consultation/view/consultation-views.read-model';
export { readContributions, type Contributions } from './export/contributions/contributions.read-model';
export { exportById, exportListProjection } from './export/download/export.read-model';
export { MilestoneRow } from './milestone/milestone.read-model';
export {
  opinionMap,
  opinionMapAnswers,
  opinionMapRows,
  outdatedOpinionMaps,
  refreshOpinionMap,
  type OutdatedMap,
} from './methods/deliberation/opinion-map/opinion-map.read-model';
export { leastForMap, opinionMapOf, type ComputedOpinionMap } from './methods/deliberation/opinion-map/opinion-map';
export { votesToBePlaced, type MapStatement, type MapVote } from './methods/deliberation/opinion-map/plane/vote-matrix';
export { statementAnswers, statementList, statementListProjection } from './methods/deliberation/statement/statement.read-model';
export { feedbackCountsProjection } from './results/feedback/feedback-counts.read-model';
export { isLate } from './late/late-contribution.read-model';
export { ofItsParagraph } from './official-answer/official-answer.read-model';
export { consultationResults, resultsAnswers, resultsProjection } from './results/results.read-model';

export const groupsOfConsultations = [
  {
    name: 'consultations',
    version: 29,
    follows: {
      prefixes: [
        ...['consultation-', 'activity-', 'document-', 'statement-', 'ballot-', 'response-', 'survey-test-', 'official-answer-'],
        ...['milestone-', 'export-', 'comment-', 'question-', 'file-', 'paper-form-', 'survey-text-', 'category-'],
        ...['survey-links-', 'survey-link-'],
      ],
    },
    projections: [
      consultationListProjection(),
      activityListProjection(),
      activityCorrectionsProjection(),
      papersProjection(),
      closingsProjection(),
      statementListProjection(),
      surveyAnswersProjection(),
      writtenTextsProjection(),
      surveyTestsProjection(),
      quotasProjection(),
      paperFormsProjection(),
      surveyLinksProjection(),
      resultsProjection(),
      standingPlacesProjection(),
      feedbackCountsProjection(),
      namedPeopleProjection(),
      exportListProjection(),
      translationsProjection(),
      officialAnswerProjection(),
      milestonesProjection(),
      momentsProjection(),
      categoryListProjection(),
      // Last: what is found follows from the rows of the others.
      foundProjection('consultations', [foundConsultations]),
    ],
  },
] as const satisfies readonly ReadModelGroup[];
