import { describe, it } from '@jest/globals';
import { everyEvent } from '@isegoria/contracts';
import { foldsWhatIsNewer } from '@isegoria/event-sourcing';
import { appealDecider } from './appeal/appeal.decider';
import { commentDecider } from './comment/comment.decider';
import { knownToFeedback } from './published-consultations.service';
import { questionDecider } from './question/question.decider';
import { reportDecider } from './report/report.decider';
import { serviceFeedbackDecider } from './service-feedback/service-feedback.decider';
import { supportDecider } from './support/support.decider';

describe('deciders of feedback fold every event of their streams, and what a newer program records there', () => {
  it('comments', () => foldsWhatIsNewer(everyEvent, commentDecider, 'comment-1'));
  it('questions', () => foldsWhatIsNewer(everyEvent, questionDecider, 'question-1'));
  it('support', () => foldsWhatIsNewer(everyEvent, supportDecider, 'support-1'));
  it('feedback on services', () => foldsWhatIsNewer(everyEvent, serviceFeedbackDecider, 'service-feedback-1'));
  it('reports', () => foldsWhatIsNewer(everyEvent, reportDecider, 'report-1'));
  it('appeals', () => foldsWhatIsNewer(everyEvent, appealDecider, 'appeal-1'));
  it('what they know of consultations', () => foldsWhatIsNewer(everyEvent, knownToFeedback, 'consultation-1'));
});
