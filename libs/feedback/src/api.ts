import type { ApiPart } from '@isegoria/api-host';
import { hideComment, submitComment } from './comment/comment.contract';
import { editComment, withdrawComment } from './comment/own-comment/own-comment.contract';
import { commentAnswers } from './comment/comment.read-model';
import { threadAnswers } from './comment/thread/thread.read-model';
import { myFeedbackAnswers } from './my-feedback/my-feedback.read-model';
import { editQuestion, withdrawQuestion } from './question/own-question/own-question.contract';
import { ownContributionAnswers } from './my-feedback/own-contributions.read-model';
import { answerQuestion, askQuestion } from './question/question.contract';
import { questionAnswers } from './question/question.read-model';
import { reportContribution } from './report/report.contract';
import { reportAnswers } from './report/report.read-model';
import { supportComment, supportQuestion } from './support/support.contract';
import { supportAnswers } from './support/support.read-model';

export const feedbackApi: ApiPart = {
  commands: [
    submitComment,
    hideComment,
    editComment,
    withdrawComment,
    supportComment,
    askQuestion,
    answerQuestion,
    editQuestion,
    withdrawQuestion,
    supportQuestion,
    reportContribution,
  ],
  answers: [
    ...commentAnswers,
    ...threadAnswers,
    ...questionAnswers,
    ...supportAnswers,
    ...reportAnswers,
    ...myFeedbackAnswers,
    ...ownContributionAnswers,
  ],
};
