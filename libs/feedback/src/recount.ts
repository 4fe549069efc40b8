import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { CommentStory, actsOfComments, commentsCounted } from './comment/comment.recount';
import type { FeedbackEvent } from './contract';
import { QuestionStory, actsOfQuestions, questionsCounted } from './question/question.recount';

const acts: ActsInWords<FeedbackEvent> = { ...actsOfComments, ...actsOfQuestions };

export const recountOfFeedback: RecountRoom = {
  counts: [commentsCounted, questionsCounted],
  stories: [{ begin: () => new CommentStory() }, { begin: () => new QuestionStory() }],
  names: [],
  texts: [],
  permissions: [],
  acts,
  leaves: {},
};
