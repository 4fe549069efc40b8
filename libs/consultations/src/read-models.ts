import type { ReadModelGroup } from '@isegoria/projection';
import { consultationListProjection } from './consultation/consultation.read-model';
import { exportListProjection } from './export/export.read-model';
import { statementListProjection } from './methods/deliberation/statement.read-model';
import { feedbackCountsProjection } from './results/feedback-counts.read-model';
import { resultsProjection } from './results/results.read-model';

export { ballotAnswers, ballotList } from './ballot-exclusion/ballot-list.read-model';
export { myBallot, myBallotAnswers, type CastBallot } from './ballot/my-ballot.read-model';
export {
  ConsultationRow,
  allAreClosedUpTo,
  consultationAnswers,
  consultationById,
  consultationList,
  consultationListProjection,
  publishedPosition,
} from './consultation/consultation.read-model';
export { readContributions, type Contributions } from './export/contributions.read-model';
export { exportById, exportListProjection } from './export/export.read-model';
export {
  opinionMap,
  opinionMapAnswers,
  opinionMapRows,
  outdatedOpinionMaps,
  refreshOpinionMap,
} from './methods/deliberation/opinion-map/opinion-map.read-model';
export { leastForMap, opinionMapOf, type ComputedOpinionMap } from './methods/deliberation/opinion-map/opinion-map';
export { votesToBePlaced, type MapStatement, type MapVote } from './methods/deliberation/opinion-map/vote-matrix';
export { statementAnswers, statementList, statementListProjection } from './methods/deliberation/statement.read-model';
export { feedbackCountsProjection } from './results/feedback-counts.read-model';
export { consultationResults, resultsAnswers, resultsProjection } from './results/results.read-model';

export const groupsOfConsultations = [
  {
    name: 'consultations',
    version: 1,
    follows: { prefixes: ['consultation-', 'statement-', 'ballot-', 'export-', 'comment-', 'question-'] },
    projections: [
      consultationListProjection(),
      statementListProjection(),
      resultsProjection(),
      feedbackCountsProjection(),
      exportListProjection(),
    ],
  },
] as const satisfies readonly ReadModelGroup[];
