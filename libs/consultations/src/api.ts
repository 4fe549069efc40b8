import { responseTimesAnswers } from './answer-owed/league/response-times.read-model';
import { changeAnswerTerm } from './answer-owed/answer-owed.contract';
import { addCategory, renameCategory, withdrawCategory } from './category/category.contract';
import { categoryAnswers } from './category/category.read-model';
import { setCategories } from './category/chosen/chosen.contract';
import { countAnswers } from './category/chosen/counts.read-model';
import { cancelConsultation } from './cancellation/cancellation.contract';
import { correctionAnswers } from './correction/all-corrections/corrections.read-model';
import { activityCorrectionAnswers } from './activity/correction/activity-corrections.read-model';
import { correctConsultation } from './correction/correction.contract';
import type { ApiPart } from '@isegoria/api-host';
import { excludeBallot, reinstateBallot } from './ballot-exclusion/ballot-exclusion.contract';
import { ballotAnswers } from './ballot-exclusion/ballot-list.read-model';
import { alikeAnswers } from './ballot-exclusion/evidence/alike.read-model';
import { showBallotOrigins } from './ballot-exclusion/origin/origin.contract';
import { myBallotAnswers } from './ballot/my-ballot.read-model';
import { deskAnswers } from './consultation/desk/desk.read-model';
import { consultationAnswers } from './consultation/view/consultation-views.read-model';
import { dateChangeAnswers } from './change-of-dates/all-changes/date-changes.read-model';
import { changeDates } from './change-of-dates/change-of-dates.contract';
import { closeConsultation, draftConsultation, publishConsultation } from './consultation/consultation.contract';
import { DOWNLOAD_LIMITS, Downloads, downloadLimits } from './export/download/downloads.api';
import { ExportsController } from './export/download/export.api';
import { discardDraft, reviseDraft } from './consultation/draft/draft.contract';
import { exportContributions } from './export/export.contract';
import { LIVE_LIMITS, LiveUpdates, liveLimits } from './live/live-updates.api';
import { LiveController } from './live/live.api';
import { opinionMapAnswers } from './methods/deliberation/opinion-map/opinion-map.read-model';
import { UndoStatementDecisionController } from './methods/deliberation/moderation/undone-decision.api';
import { deskStatementAnswers } from './methods/deliberation/moderation/desk-statement.read-model';
import { nextStatementAnswers } from './methods/deliberation/next-statement/next-statement.read-model';
import { castStatementVote } from './methods/deliberation/vote/statement-vote.contract';
import { acceptStatement, rejectStatement, submitStatement } from './methods/deliberation/statement/statement.contract';
import { statementResultsAnswers } from './methods/deliberation/statement-results/statement-results.read-model';
import { statementAnswers } from './methods/deliberation/statement/statement.read-model';
import { EditStatementController } from './methods/deliberation/own-statement/own-statement.api';
import { withdrawStatement } from './methods/deliberation/own-statement/own-statement.contract';
import { ownStatementAnswers } from './methods/deliberation/own-statement/own-statement.read-model';
import { coverageAnswers } from './methods/document/answered/coverage.read-model';
import { paperAnswers } from './methods/document/paper/paper.read-model';
import { reviseDocument } from './methods/document/revision/revision.contract';
import { castPollBallot } from './methods/poll/poll.contract';
import { confirmPaperForm, enterPaperForm, sendBackPaperForm } from './methods/survey/paper/entry/paper-entry.contract';
import {
  issueSurveyLinks,
  keepLinkedAnswers,
  revokeSurveyLinks,
  submitLinkedResponse,
} from './methods/survey/links/survey-links.contract';
import { surveyLinkAnswers } from './methods/survey/links/survey-links.read-model';
import { paperFormAnswers } from './methods/survey/paper/entry/paper-entry.read-model';
import { QuestionnaireSchemaController } from './methods/survey/questionnaire/file/questionnaire-schema.api';
import { answerFileAnswers } from './methods/survey/answer-file/list/answer-files.read-model';
import { AnswerFilesApiController } from './methods/survey/answer-file/keeping/answer-files.api';
import { correctQuestionnaire } from './methods/survey/correction/questionnaire-correction.contract';
import { keepTestAnswers, showTestAnswers, submitTestAnswers } from './methods/survey/test-run/test-run.contract';
import { QuotasApiController } from './methods/survey/quotas/quotas.api';
import { keepAnswers, showOwnResponse, submitResponse } from './methods/survey/response/response.contract';
import { castMotionBallot } from './methods/motion/motion.contract';
import { castScores } from './methods/score-vote/score-vote.contract';
import { castRanking } from './methods/ranked-vote/ranked-vote.contract';
import { showOwnVotes } from './my-votes/my-votes.contract';
import { myVotesAnswers } from './my-votes/my-votes.read-model';
import { translateConsultation } from './translation/translation.contract';
import { translationAnswers } from './translation/translation.read-model';
import { changeMilestone, planMilestone } from './milestone/milestone.contract';
import { milestoneAnswers } from './milestone/milestone.read-model';
import { answerStatements } from './official-answer/group/group-answer.contract';
import { publishOfficialAnswer } from './official-answer/official-answer.contract';
import { timelineAnswers } from './timeline/timeline.read-model';
import { themeAnswers } from './official-answer/themes/themes.read-model';
import { officialAnswerAnswers } from './official-answer/official-answer.read-model';
import { outcomeChangeAnswers } from './outcome/changes/outcome-changes.read-model';
import { publishOutcome } from './outcome/outcome.contract';
import { namesakeAnswers } from './readable-name/readable-name.read-model';
import { DecideOnTextController } from './methods/survey/written/decision/written-text.api';
import { waitingTextAnswers } from './methods/survey/written/waiting/waiting-texts.read-model';
import { textCoverageAnswers } from './methods/survey/written/answered/text-coverage.read-model';
import { writtenTextAnswers } from './methods/survey/written/rows/written-text.read-model';
import { answersByAnswers } from './methods/survey/answers-by/answers-by.read-model';
import { filteredResultsAnswers } from './results/analysis/analysis.read-model';
import { approveDraft, requestReview, sendDraftBack } from './review/review.contract';
import { resultsAnswers } from './results/results.read-model';
import { changeTemplate, saveTemplate, showTemplate, showTemplates, withdrawTemplate } from './template/template.contract';

export { questionnaireSchema } from './methods/survey/questionnaire/file/questionnaire-schema.api';
export { csvOf } from './export/download/formats/csv.api';
export { DOWNLOAD_LIMITS, Downloads, downloadLimits, LIVE_LIMITS, LiveUpdates, liveLimits };

/** Routes are tried in this order, the busiest first. */
export const consultationsApi: ApiPart = {
  commands: [
    castStatementVote,
    castPollBallot,
    keepAnswers,
    submitResponse,
    castRanking,
  castScores,
    castMotionBallot,
    submitStatement,
    acceptStatement,
    rejectStatement,
    withdrawStatement,
    draftConsultation,
    reviseDraft,
    discardDraft,
    requestReview,
    approveDraft,
    sendDraftBack,
    publishConsultation,
    changeDates,
    reviseDocument,
    correctConsultation,
    correctQuestionnaire,
    translateConsultation,
    setCategories,
    cancelConsultation,
    changeAnswerTerm,
    closeConsultation,
    publishOutcome,
    publishOfficialAnswer,
    answerStatements,
    planMilestone,
    changeMilestone,
    excludeBallot,
    reinstateBallot,
    showBallotOrigins,
    exportContributions,
    showOwnVotes,
    showOwnResponse,
    submitTestAnswers,
    keepTestAnswers,
    showTestAnswers,
    enterPaperForm,
    confirmPaperForm,
    sendBackPaperForm,
    issueSurveyLinks,
    revokeSurveyLinks,
    keepLinkedAnswers,
    submitLinkedResponse,
    addCategory,
    renameCategory,
    withdrawCategory,
    saveTemplate,
    changeTemplate,
    withdrawTemplate,
    showTemplates,
    showTemplate,
  ],
  answers: [
    ...resultsAnswers,
    ...filteredResultsAnswers,
    ...answersByAnswers,
    ...writtenTextAnswers,
    ...textCoverageAnswers,
    ...waitingTextAnswers,
    ...opinionMapAnswers,
    // Before those that have an id in the same place of the address.
    ...deskAnswers,
    ...consultationAnswers,
    ...dateChangeAnswers,
    ...correctionAnswers,
    ...outcomeChangeAnswers,
    ...activityCorrectionAnswers,
    ...translationAnswers,
    ...officialAnswerAnswers,
    ...themeAnswers,
    ...timelineAnswers,
    ...milestoneAnswers,
    ...responseTimesAnswers,
    ...nextStatementAnswers,
    ...statementAnswers,
    ...paperAnswers,
    ...coverageAnswers,
    ...paperFormAnswers,
    ...surveyLinkAnswers,
    ...answerFileAnswers,
    ...deskStatementAnswers,
    ...ownStatementAnswers,
    ...statementResultsAnswers,
    ...myBallotAnswers,
    ...myVotesAnswers,
    ...ballotAnswers,
    ...alikeAnswers,
    ...namesakeAnswers,
    ...categoryAnswers,
    ...countAnswers,
  ],
  controllers: [
    EditStatementController,
    UndoStatementDecisionController,
    DecideOnTextController,
    AnswerFilesApiController,
    QuotasApiController,
    LiveController,
    ExportsController,
    QuestionnaireSchemaController,
  ],
  providers: [
    LiveUpdates,
    Downloads,
    { provide: DOWNLOAD_LIMITS, useValue: downloadLimits },
    { provide: LIVE_LIMITS, useValue: liveLimits },
  ],
};
