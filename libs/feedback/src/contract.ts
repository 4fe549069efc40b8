import { appealDecided, appealMade, type AppealEvent } from './appeal/appeal.contract';
import { commentHidden, commentRestored } from './comment/hiding/hiding.contract';
import { commentSubmitted, type CommentEvent } from './comment/comment.contract';
import { commentEdited, commentWithdrawn } from './comment/own-comment/own-comment.contract';
import { questionHidden, questionRestored } from './question/hiding/hiding.contract';
import { questionAnswered, questionAsked, type QuestionEvent } from './question/question.contract';
import { questionEdited, questionWithdrawn } from './question/own-question/own-question.contract';
import { serviceFeedbackGiven, type ServiceFeedbackGiven } from './service-feedback/feedback-given.contract';
import { supportCast, type SupportEvent } from './support/support.contract';
import { reportDecided } from './report/decision/decision.contract';
import { contributionReported, type ReportEvent } from './report/report.contract';

export type FeedbackEvent = CommentEvent | QuestionEvent | SupportEvent | ReportEvent | AppealEvent | ServiceFeedbackGiven;
export const eventsOfFeedback = [
  commentSubmitted,
  commentHidden,
  commentRestored,
  commentEdited,
  commentWithdrawn,
  questionAsked,
  questionAnswered,
  questionHidden,
  questionRestored,
  questionEdited,
  questionWithdrawn,
  supportCast,
  contributionReported,
  reportDecided,
  appealMade,
  appealDecided,
  serviceFeedbackGiven,
] as const;
