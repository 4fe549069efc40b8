import { comments } from './comment/section/comments-section.portal';
import { OwnCommentPages } from './comment/own-comment/own-comment.portal';
import { AppealPages } from './appeal/own/appeal.portal';
import { DeskItemController } from './desk/item/item.portal';
import { DeskController } from './desk/pages/desk.portal';
import { OwnQuestionPages } from './question/own-question/own-question.portal';
import { ThreadController } from './comment/thread/thread.portal';
import { QuestionsController } from './question/list/question.portal';
import { ServiceFeedbackOfficeController } from './service-feedback/office/service-feedback-office.portal';
import { ServiceFeedbackPages, feedbackOnService } from './service-feedback/reading/feedback.portal';
import { ReportPages } from './report/report.portal';
import { questions } from './question/section/questions-section.portal';
import './comment/comment.texts';
import './comment/thread/thread.texts';
import './desk/desk.texts';
import './report/report.texts';
import './service-feedback/service-feedback.texts';
import './support/button/support.texts';
import './question/question.texts';

export { workInFeedback as workOfFeedback } from './desk/pages/waiting.portal';

export const pagesOfFeedback = [
  QuestionsController,
  ThreadController,
  ReportPages,
  DeskController,
  DeskItemController,
  AppealPages,
  OwnCommentPages,
  OwnQuestionPages,
  ServiceFeedbackPages,
  ServiceFeedbackOfficeController,
];

/** The sections on the page of a consultation, in this order. */
export const sectionsOfConsultations = [comments, questions];

/** What the page of a service ends with. */
export const partsOfServices = [feedbackOnService];
