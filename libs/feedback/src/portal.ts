import { comments } from './comment/comments-section.portal';
import { HideCommentController } from './comment/hide-comment.portal';
import { QuestionsController } from './question/question.portal';
import { questions } from './question/questions-section.portal';
import './comment/comment.texts';
import './question/question.texts';

export const pagesOfFeedback = [QuestionsController, HideCommentController];

/** The sections on the page of a consultation, in this order. */
export const sectionsOfConsultations = [comments, questions];
