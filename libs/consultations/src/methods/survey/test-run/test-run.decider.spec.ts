import { describe, expect, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { testAnswersGiven } from './test-run.contract';
import { onlyBeforeOpening, testRunDecider } from './test-run.decider';

describe('a test of a survey', () => {
  const phase = { phaseId: 'a', opensAt: 100, closesAt: 200, opened: false, closed: false };
  const tried = (differing: object, now: number) => () =>
    onlyBeforeOpening({ phases: [{ ...phase, ...differing }], closedEarly: false }, 'a', new Date(now));
  it('is for the time before it opens, however late the opening is recorded', () => {
    expect(tried({ opensAt: null, closesAt: null }, 150)).not.toThrow();
    expect(tried({}, 99)).not.toThrow();
    for (const over of [tried({}, 100), tried({}, 300), tried({ opened: true }, 99)])
      expect(over).toThrow(expect.objectContaining({ code: 'TEST_OVER' }));
  });
  it('is of the draft as it stands', () => {
    const gone = () => onlyBeforeOpening({ phases: [phase], closedEarly: false }, 'of an edition before', new Date(0));
    expect(gone).toThrow(expect.objectContaining({ code: 'ACTIVITY_NOT_FOUND' }));
  });
  it('is recorded once, however often it is sent', () => {
    const data = testAnswersGiven.sample;
    const recorded = { type: 'TestAnswersGiven' as const, data };
    given(testRunDecider).when({ type: 'GiveTestAnswers', given: data, upon: 'unsaid' }).then([recorded]);
    given(testRunDecider, [recorded]).when({ type: 'GiveTestAnswers', given: data, upon: 'unsaid' }).thenNothing();
    given(testRunDecider, [recorded]).when({ type: 'GiveTestAnswers', given: data, upon: null }).thenNothing();
  });
  it('takes no place of another that was sent meanwhile from elsewhere', () => {
    const data = testAnswersGiven.sample;
    const later = { ...data, salt: '11'.repeat(32) };
    const stands = given(testRunDecider, [{ type: 'TestAnswersGiven' as const, data }]);
    stands.when({ type: 'GiveTestAnswers', given: later, upon: null }).thenRejected('VERSION_CHANGED');
    stands.when({ type: 'GiveTestAnswers', given: later, upon: 'unsaid' }).thenRejected('VERSION_CHANGED');
    stands.when({ type: 'GiveTestAnswers', given: later, upon: data.salt }).then([{ type: 'TestAnswersGiven', data: later }]);
  });
});
