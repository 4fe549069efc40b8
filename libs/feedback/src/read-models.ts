import type { ReadModelGroup } from '@isegoria/projection';
import { commentListProjection } from './comment/comment.read-model';
import { questionListProjection } from './question/question.read-model';

export { commentAnswers, commentList, commentListProjection } from './comment/comment.read-model';
export { questionAnswers, questionById, questionList, questionListProjection } from './question/question.read-model';

export const groupsOfFeedback = [
  {
    name: 'feedback',
    version: 4,
    follows: { prefixes: ['comment-', 'question-'] },
    projections: [commentListProjection(), questionListProjection()],
  },
] as const satisfies readonly ReadModelGroup[];
