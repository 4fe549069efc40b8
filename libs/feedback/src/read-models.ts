import type { ReadModelGroup } from '@isegoria/projection';
import { appealListProjection } from './appeal/appeal.read-model';
import { commentListProjection } from './comment/comment.read-model';
import { deskProjection } from './desk/desk-place.read-model';
import { questionListProjection } from './question/question.read-model';
import { reportListProjection } from './report/report.read-model';
import { serviceFeedbackProjection } from './service-feedback/rows/service-feedback.read-model';
import { supportProjection } from './support/support.read-model';

export { commentAnswers, commentList, commentListProjection } from './comment/comment.read-model';
export { reportIdFrom } from './report/own-reports/own-reports.read-model';
export { contextOfReport } from './report/own-reports/whose-report';
export { questionAnswers, questionById, questionList, questionListProjection } from './question/question.read-model';

export const groupsOfFeedback = [
  {
    name: 'feedback',
    version: 13,
    follows: { prefixes: ['comment-', 'question-', 'support-', 'report-', 'appeal-', 'consultation-', 'file-'] },
    projections: [
      commentListProjection(),
      questionListProjection(),
      supportProjection(),
      reportListProjection(),
      appealListProjection(),
      deskProjection(),
    ],
  },
  {
    name: 'service-feedback',
    version: 1,
    follows: { prefixes: ['service-feedback-', 'public-service-', 'unit-'] },
    projections: [serviceFeedbackProjection()],
  },
] as const satisfies readonly ReadModelGroup[];
