import { IsUUID } from 'class-validator';
import { command, event, stream, type DomainEvent } from '@isegoria/kernel';
import { sampleIds } from '../../../streams.contract';
import type { Answers } from '../questionnaire/questionnaire.pure';
import { IsAnswers } from '../response/is-answers.contract';
import { KeepAnswers, OwnResponse, SentUpon, type RecordedAnswers, type SealedText } from '../response/response.contract';

/**
 * What somebody of the staff answered to try a survey before it opens. It is in no stream of responses and under no pseudonym, so that no
 * ballot can name it.
 */
export const testRuns = stream('survey-test-<activityId>-<by>', 'withheld');

export class SubmitTestAnswers extends SentUpon {
  @IsUUID()
  activityId: string;

  /** As of a response. */
  @IsAnswers()
  answers: Answers;
}
export const submitTestAnswers = command(SubmitTestAnswers, {
  route: 'PUT /activities/:activityId/test-answers',
  may: 'test',
  summary: 'Try a survey before it opens; what is answered is a test from the first and never counts',
});

export class KeepTestAnswers extends KeepAnswers {}
export const keepTestAnswers = command(KeepTestAnswers, {
  route: 'PUT /activities/:activityId/test-answers-draft',
  may: 'test',
  summary: 'Keep answers of a test, to go on later or on another device',
  reply: OwnResponse,
});

export class ShowTestAnswers {
  @IsUUID() activityId: string;
}
export const showTestAnswers = command(ShowTestAnswers, {
  route: 'GET /activities/:activityId/my-test-answers',
  may: 'test',
  summary: 'What the signed-in member of the staff answered to try a survey, sent or kept',
  reply: OwnResponse,
});

const { consultationId, activityId, by } = sampleIds;

/**
 * `salt` are 32 bytes that nobody can guess, in hex: without them, the leaf in the log would tell short answers. `unsaid` is as in
 * `AnswersGiven`.
 */
export type TestAnswersGiven = DomainEvent<
  'TestAnswersGiven',
  { consultationId: string; activityId: string; by: string; answers: RecordedAnswers; unsaid?: readonly SealedText[]; salt: string }
>;
export const testAnswersGiven = event<TestAnswersGiven>('TestAnswersGiven', {
  stream: testRuns,
  says: 'Somebody of the staff tries a survey before it opens. It is no response: nobody counts it.',
  may: 'test',
  lastCountsBy: [],
  sample: {
    ...{ consultationId, activityId, by },
    answers: { transport: 'tram', topics: ['air', 'noise'], wish: { sealed: '1.0123456789abcdef0123456789abcdef.AAAA' } },
    unsaid: [{ sealed: '1.0123456789abcdef0123456789abcdef.BBBB' }],
    salt: '00'.repeat(32),
  },
});
