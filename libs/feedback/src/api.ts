import type { ApiPart } from '@isegoria/api-host';
import { hideComment, restoreComment } from './comment/hiding/hiding.contract';
import { appeal, decideAppeal } from './appeal/appeal.contract';
import { appealAnswers } from './appeal/appeal.read-model';
import { submitComment } from './comment/comment.contract';
import { editComment, withdrawComment } from './comment/own-comment/own-comment.contract';
import { commentAnswers } from './comment/comment.read-model';
import { threadAnswers } from './comment/thread/thread.read-model';
import { myFeedbackAnswers } from './my-feedback/my-feedback.read-model';
import { hideQuestion, restoreQuestion } from './question/hiding/hiding.contract';
import { editQuestion, withdrawQuestion } from './question/own-question/own-question.contract';
import { ownContributionAnswers } from './my-feedback/own-contributions.read-model';
import { answerQuestion, askQuestion } from './question/question.contract';
import { deskAnswers } from './desk/desk.read-model';
import { questionAnswers } from './question/question.read-model';
import { decideReport } from './report/decision/decision.contract';
import { reportContribution } from './report/report.contract';
import { ownReportAnswers } from './report/own-reports/own-reports.read-model';
import { reportAnswers } from './report/report.read-model';
import { serviceCommentAnswers } from './service-feedback/rows/service-comments.read-model';
import { serviceFeedbackAnswers } from './service-feedback/rows/service-feedback-answers.read-model';
import { giveServiceFeedback, takeServiceFeedbackBack } from './service-feedback/service-feedback.contract';
import { supportComment, supportQuestion } from './support/support.contract';
import { supportAnswers } from './support/support.read-model';

export const feedbackApi: ApiPart = {
  commands: [
    submitComment,
    hideComment,
    restoreComment,
    editComment,
    withdrawComment,
    supportComment,
    askQuestion,
    answerQuestion,
    hideQuestion,
    restoreQuestion,
    editQuestion,
    withdrawQuestion,
    supportQuestion,
    reportContribution,
    decideReport,
    appeal,
    decideAppeal,
    giveServiceFeedback,
    takeServiceFeedbackBack,
  ],
  answers: [
    ...commentAnswers,
    ...threadAnswers,
    ...questionAnswers,
    ...supportAnswers,
    ...reportAnswers,
    ...deskAnswers,
    ...appealAnswers,
    ...myFeedbackAnswers,
    ...ownContributionAnswers,
    ...ownReportAnswers,
    ...serviceFeedbackAnswers,
    ...serviceCommentAnswers,
  ],
};
