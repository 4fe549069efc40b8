import type { ReadModelGroup } from '@isegoria/projection';
import { commentListProjection } from './comment/comment.read-model';
import { questionListProjection } from './question/question.read-model';
import { supportProjection } from './support/support.read-model';

export { commentAnswers, commentList, commentListProjection } from './comment/comment.read-model';
export { questionAnswers, questionById, questionList, questionListProjection } from './question/question.read-model';

export const groupsOfFeedback = [
  {
    name: 'feedback',
    version: 5,
    follows: { prefixes: ['comment-', 'question-', 'support-', 'consultation-'] },
    projections: [commentListProjection(), questionListProjection(), supportProjection()],
  },
] as const satisfies readonly ReadModelGroup[];
