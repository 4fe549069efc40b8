import { describeFields, textOf } from '@isegoria/portal-kit';
import type { ActivityForm, DashboardOf, MethodPages, TakingPartProps } from '../method/method.page';
import type { ActivityResults } from '../../results/results.contract';
import { ChannelResults } from './channels/channel-results.page';
import { listOfficialAnswers, stances } from '../../official-answer/official-answer.contract';
import { listActivityCorrections } from '../../activity/activity.contract';
import { unconfirmedForms } from './paper/entry/pages/unconfirmed-forms.page';
import { QuestionsForOffice } from './correction/pages/wording-form.page';
import { surveyDrafting } from './drafting/survey-drafting.page';
import { answersIn } from './response/pages/answers-form.page';
import { begunIn } from './response/pages/choice/begun.page';
import { showOwnResponse, submitResponse, type SubmitResponse } from './response/response.contract';
import { questionsOf } from './questionnaire/questionnaire.pure';
import { wordsAnswered } from './questionnaire/words/words-answered.pure';
import { wordsIn } from './questionnaire/words/words.pure';
import { SurveyStart } from './response/pages/survey-start.page';
import { surveyFigures } from './results/file/survey-figures.page';
import { SurveyQuestions } from './results/survey-results.page';
import { showTextCoverage } from './written/answered/text-coverage.contract';
import { TextsAnswered, textCoverageRows } from './written/answered/text-coverage.page';
import { listOwnTexts } from './written/written-text.contract';
import { survey as contract } from './survey.contract';

// What was answered is kept with the account; the form that sends it has it as one text that nobody typed.
const steering = ['answers', 'asked', 'go', 'choice', 'upon', 'versions', 'order'];
describeFields(Object.fromEntries(steering.map((name) => [name, { steers: true as const }])));

const response: ActivityForm<SubmitResponse> = {
  contract: submitResponse,
  command: (form, activityId) => ({ activityId, answers: answersIn(textOf(form, 'answers')), upon: begunIn(form).upon }),
  asksAt: (consultationId, activityId) => `/consultations/${consultationId}/activities/${activityId}/survey/review`,
  thanks: 'thanks.response',
  next: () => 'next.response',
};

export const survey: MethodPages = {
  method: contract.method,
  name: 'method.survey',
  meaning: 'methodMeaning.survey',
  facts: () => [{ label: 'consultation.how', words: 'how.survey' }],
  async takingPart(visit, activity) {
    const activityId = activity.id;
    const [coverage, own, { items }, texts] = await Promise.all([
      visit.api.ask(showTextCoverage, { activityId }),
      visit.account && visit.api.do(showOwnResponse, { activityId }),
      visit.api.ask(listActivityCorrections, { activityId }),
      visit.account && visit.api.ask(listOwnTexts, { activityId }),
    ]);
    const [last] = items;
    return (props: TakingPartProps) => {
      const [mayTest, mayModerate] = [visit.may('test', props.unit), visit.may('moderate', props.unit)];
      return <SurveyStart {...props} {...{ own, texts, mayTest, mayModerate, coverage }} correctedAt={last?.correctedAt} />;
    };
  },
  forms: { response },
  questions: ({ settings }) => questionsOf(settings.questionnaire ?? { sections: [] }),
  said: {
    answerTo: 'officialAnswers.toText',
    answerToSeveral: 'officialAnswers.toTexts',
    answerAll: 'officialAnswers.texts',
    unanswered: 'work.openTexts',
    count: 'themes.texts',
    isNamed: true,
  },
  islandsOfResults: ({ answers, channels }) =>
    [answers, ...channels.map((channel) => channel.answers)].flat().some(({ kind, choices }) => kind === 'place' && choices.length > 0)
      ? ['place-map']
      : [],
  officeTexts: (_visit, { settings }) => Promise.resolve(wordsIn(settings.questionnaire ?? {})),
  answered: (_visit, { settings }) => Promise.resolve(settings.questionnaire ? wordsAnswered(settings.questionnaire).flat() : []),
  ...surveyDrafting,
  whyNotWithin: 'analysis.survey',
  whyNotThen: 'asOf.survey',
  leftOutLate: 'survey.leftOutLate',
  async lostAtClosing({ api, texts }, { id: activityId }) {
    const count = await unconfirmedForms(api, activityId);
    return count > 0 ? texts.t('paperEntry.lost', { count }) : undefined;
  },
  ForOffice: QuestionsForOffice,
  async dashboard(api, results: ActivityResults, { id: consultationId }: DashboardOf) {
    const { activityId } = results;
    const [coverage, { items: answers }] = await Promise.all([
      api.ask(showTextCoverage, { activityId }),
      api.ask(listOfficialAnswers, { consultationId, activityId, about: 'question' }),
    ]);
    return {
      stamp: [coverage.listed, ...stances.map((stance) => coverage[stance]), ...answers.map(({ version }) => version)].join(' '),
      figures: (texts) => [...surveyFigures(texts, results), ...textCoverageRows(texts, coverage)],
      Results: () => (
        <>
          <SurveyQuestions {...{ results, consultationId, answers }} />
          <TextsAnswered coverage={coverage} consultationId={consultationId} />
          <ChannelResults results={results} />
        </>
      ),
    };
  },
};
