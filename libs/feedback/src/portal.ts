import { QuestionsController } from './question/question.portal';
import './comment/comment.texts';
import './question/question.texts';

export { QuestionItem } from './question/question-item.page';

export const pagesOfFeedback = [QuestionsController];
