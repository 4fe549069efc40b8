import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfAppeals } from './appeal/audit/appeal.recount';
import { rulesOfComments } from './comment/audit/comment-rules.recount';
import { CommentStory, actsOfComments, commentsCounted } from './comment/audit/comment.recount';
import { CommentsShown } from './comment/audit/comments-shown.recount';
import { listCommentOpenings, showComment } from './comment/comment.contract';
import { listReplies } from './comment/thread/thread.contract';
import { OpenConsultations } from './consultations/open-consultations.recount';
import { Written } from './consultations/written.recount';
import type { FeedbackEvent } from './contract';
import { rulesOfQuestions } from './question/audit/question-rules.recount';
import { QuestionStory, actsOfQuestions, questionsCounted } from './question/audit/question.recount';
import { QuestionsShown } from './question/audit/questions-shown.recount';
import { listQuestionOpenings, showQuestion } from './question/question.contract';
import { rulesOfReports } from './report/audit/report-rules.recount';
import { rulesOfServiceFeedback } from './service-feedback/audit/service-feedback-rules.recount';
import { ServiceFeedbackShown } from './service-feedback/audit/service-feedback-shown.recount';
import { rulesOfSupport } from './support/audit/support-rules.recount';

const acts: ActsInWords<FeedbackEvent> = {
  ...actsOfComments,
  ...actsOfQuestions,
  SupportCast: null,
  ContributionReported: null,
  ReportDecided: null,
  AppealMade: null,
  AppealDecided: null,
  ServiceFeedbackGiven: null,
};

export const recountOfFeedback: RecountRoom = {
  counts: [commentsCounted, questionsCounted],
  stories: [{ begin: () => new CommentStory() }, { begin: () => new QuestionStory() }],
  names: [],
  texts: [],
  permissions: [],
  shown: () => [new CommentsShown(), new QuestionsShown(), new ServiceFeedbackShown()],
  openings: [listCommentOpenings, listQuestionOpenings],
  notShown: [
    [showComment, 'one line of the list of comments, from the same row'],
    [listReplies, 'lines of the list of comments, from the same rows'],
    [showQuestion, 'one line of the list of questions, from the same row'],
  ],
  rules: () => {
    const consultations = new OpenConsultations();
    const written = new Written();
    const ofWords = [rulesOfComments(consultations), rulesOfQuestions(consultations)];
    const ofOthers = [rulesOfSupport(written), rulesOfReports(written), rulesOfAppeals(written), rulesOfServiceFeedback()];
    return [...ofWords, ...ofOthers, consultations.book, written.book];
  },
  acts,
  leaves: {},
};
