import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfComments } from './comment/audit/comment-rules.recount';
import { CommentStory, actsOfComments, commentsCounted } from './comment/audit/comment.recount';
import { OpenConsultations } from './consultations/open-consultations.recount';
import type { FeedbackEvent } from './contract';
import { rulesOfQuestions } from './question/audit/question-rules.recount';
import { QuestionStory, actsOfQuestions, questionsCounted } from './question/audit/question.recount';

const acts: ActsInWords<FeedbackEvent> = { ...actsOfComments, ...actsOfQuestions };

export const recountOfFeedback: RecountRoom = {
  counts: [commentsCounted, questionsCounted],
  stories: [{ begin: () => new CommentStory() }, { begin: () => new QuestionStory() }],
  names: [],
  texts: [],
  permissions: [],
  rules: () => {
    const consultations = new OpenConsultations();
    return [rulesOfComments(consultations), rulesOfQuestions(consultations), consultations.book];
  },
  acts,
  leaves: {},
};
