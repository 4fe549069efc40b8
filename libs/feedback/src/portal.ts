import { comments } from './comment/section/comments-section.portal';
import { HideCommentController } from './comment/hiding/hide-comment.portal';
import { QuestionsController } from './question/list/question.portal';
import { questions } from './question/section/questions-section.portal';
import './comment/comment.texts';
import './question/question.texts';

export const pagesOfFeedback = [QuestionsController, HideCommentController];

/** The sections on the page of a consultation, in this order. */
export const sectionsOfConsultations = [comments, questions];
