import { Checkpoint, type Projection } from '@isegoria/projection';
import { resultsEntities, resultsProjection } from './consultations/results';
import { ConsultationRow, consultationListProjection } from './consultations/consultation-list';
import { ExportRow, exportListProjection } from './consultations/export-list';
import { OpinionMapRow } from './consultations/methods/deliberation/opinion-map/stored-opinion-map';
import { StatementRow, statementListProjection } from './consultations/statement-list';
import { PageRow, pageListProjection } from './content/page-list';
import { SettingsRow, settingsProjection } from './content/settings';
import { CommentRow, commentListProjection } from './feedback/comment-list';
import { QuestionRow, questionListProjection } from './feedback/question-list';
import { AccountRow, accountListProjection } from './identity/account-list';
import { OfficialActionRow, officialActionsProjection } from './officials/official-actions';

export { opinionMapOf, leastForMap, type ComputedOpinionMap } from './consultations/methods/deliberation/opinion-map/opinion-map';
export { opinionMap, opinionMapAnswers, outdatedOpinionMaps, refreshOpinionMap } from './consultations/methods/deliberation/opinion-map/stored-opinion-map';
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
export { prepareReadModels } from './prepare-read-models';

/** Every entity of schema `read`. */
export const readModelEntities = [
  Checkpoint,
  AccountRow,
  PageRow,
  SettingsRow,
  ConsultationRow,
  StatementRow,
  ...resultsEntities,
  OpinionMapRow,
  ExportRow,
  CommentRow,
  QuestionRow,
  OfficialActionRow,
];

/** Every projection. None needs a key: sealed texts are kept sealed, and opened by the queries. */
export function projections(): Projection[] {
  return [
    accountListProjection(),
    pageListProjection(),
    settingsProjection(),
    consultationListProjection(),
    statementListProjection(),
    resultsProjection(),
    exportListProjection(),
    commentListProjection(),
    questionListProjection(),
    officialActionsProjection(),
  ];
}
