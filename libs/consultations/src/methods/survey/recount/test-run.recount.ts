import { leeway, rule, type Judged, type Rule } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../../activity/audit/activity-facts.recount';
import type { SurveySettings } from '../survey.contract';
import type { TestAnswersGiven } from '../test-run/test-run.contract';
import { AskedQuestions } from './questions.recount';
import { isRight } from './right-answers.recount';

/** What tests of surveys keep to. Nothing counts them: no book takes their events, and no ballot can name what stands in their streams. */
export function rulesOfTestRuns(activities: KnownActivities): readonly Rule<TestAnswersGiven>[] {
  const activityOf = ({ data: { activityId } }: Judged<TestAnswersGiven>) => activities.of(activityId);
  return [
    rule('test-of-a-survey', 'A test is of a survey that was drafted, and names its consultation.', (event) => {
      const activity = activityOf(event);
      return activity?.method === 'survey' && activity.consultationId === event.data.consultationId;
    }),
    rule('test-before-opening', 'A survey is tried before it opens.', (event) => {
      const { consultation, phaseId } = activityOf(event)!;
      const phase = consultation.phase(phaseId);
      return !!phase && !phase.opened && (!phase.dates || event.time <= phase.dates.opensAt + leeway);
    }),
    rule('test-salted', 'A test comes with a salt of 32 bytes.', ({ data: { salt } }) => /^[0-9a-f]{64}$/.test(salt)),
    rule('test-answers-right', 'A test answers what is asked, in the form that the questions ask for; words are sealed.', (event) => {
      const { answers } = event.data;
      const asked = new AskedQuestions((activityOf(event)!.settings as SurveySettings).questionnaire, answers);
      const isOfAsked = Object.keys(answers).every((id) => asked.isAsked(id));
      return isOfAsked && asked.list().every((one) => asked.answerTo(one.id) === undefined || isRight(one, asked.answerTo(one.id)!));
    }),
  ];
}
