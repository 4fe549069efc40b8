export { opinionMapOf, leastForMap, type ComputedOpinionMap } from './consultations/methods/deliberation/opinion-map/opinion-map';
export { opinionMap, opinionMapAnswers, opinionMapRows, outdatedOpinionMaps, refreshOpinionMap } from './consultations/methods/deliberation/opinion-map/stored-opinion-map';
export { votesToBePlaced, type MapStatement, type MapVote } from './consultations/methods/deliberation/opinion-map/vote-matrix';
export { ballotAnswers, ballotList } from './consultations/ballot-list';
export {
  allAreClosedUpTo,
  consultationAnswers,
  consultationById,
  consultationList,
  publishedPosition,
  visibleConsultation,
} from './consultations/consultation-list';
export { readContributions, type Contributions } from './consultations/contributions';
export { exportById } from './consultations/export-list';
export { myBallot, myBallotAnswers, type CastBallot } from './consultations/my-ballot';
export { consultationResults, resultsAnswers } from './consultations/results';
export { statementAnswers, statementList } from './consultations/statement-list';
export { pageAnswers, pageById, pageList } from './content/page-list';
export { settingsAnswers, platformSettings } from './content/settings';
export { commentAnswers, commentList } from './feedback/comment-list';
export { questionAnswers, questionById, questionList } from './feedback/question-list';
export { accountAnswers, accountById, accountList } from './identity/account-list';
export { officialActions, officialAnswers } from './officials/official-actions';
export { groupCalled, readModelEntities, readModelGroups, readModelNames, readModels, type ReadModelName } from './groups';
export { readModelAnswers } from './read-model-list';
