import type { ApiPart } from '@isegoria/api-host';
import { hideComment, submitComment } from './comment/comment.contract';
import { commentAnswers } from './comment/comment.read-model';
import { myFeedbackAnswers } from './my-feedback/my-feedback.read-model';
import { answerQuestion, askQuestion } from './question/question.contract';
import { questionAnswers } from './question/question.read-model';

export const feedbackApi: ApiPart = {
  commands: [submitComment, hideComment, askQuestion, answerQuestion],
  answers: [...commentAnswers, ...questionAnswers, ...myFeedbackAnswers],
};
