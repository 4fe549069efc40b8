import { describeFields, textOf } from '@isegoria/portal-kit';
import type { ActivityForm, DashboardOf, MethodPages, TakingPartProps } from '../method/method.page';
import type { ActivityResults } from '../../results/results.contract';
import { ChannelResults } from './channels/channel-results.page';
import { listActivityCorrections } from '../../activity/activity.contract';
import { unconfirmedForms } from './paper/entry/pages/unconfirmed-forms.page';
import { QuestionsForOffice } from './correction/pages/wording-form.page';
import { surveyDrafting } from './drafting/survey-drafting.page';
import { answersIn } from './response/pages/answers-form.page';
import { showOwnResponse, submitResponse, type SubmitResponse } from './response/response.contract';
import { wordsAnswered } from './questionnaire/words/words-answered.pure';
import { wordsIn } from './questionnaire/words/words.pure';
import { SurveyStart } from './response/pages/survey-start.page';
import { surveyFigures } from './results/file/survey-figures.page';
import { SurveyQuestions } from './results/survey-results.page';
import { listOwnTexts } from './written/written-text.contract';
import { survey as contract } from './survey.contract';

// What was answered is kept with the account; the form that sends it has it as one text that nobody typed.
describeFields({ answers: { steers: true }, asked: { steers: true }, go: { steers: true } });

const response: ActivityForm<SubmitResponse> = {
  contract: submitResponse,
  command: (form, activityId) => ({ activityId, answers: answersIn(textOf(form, 'answers')) }),
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
    const [own, { items }, texts] = await Promise.all([
      visit.account && visit.api.do(showOwnResponse, { activityId }),
      visit.api.ask(listActivityCorrections, { activityId }),
      visit.account && visit.api.ask(listOwnTexts, { activityId }),
    ]);
    const [last] = items;
    return (props: TakingPartProps) => {
      const [mayTest, mayModerate] = [visit.may('test', props.unit), visit.may('moderate', props.unit)];
      return <SurveyStart {...props} {...{ own, texts, mayTest, mayModerate }} correctedAt={last?.correctedAt} />;
    };
  },
  forms: { response },
  islandsOfResults: ({ answers, channels }) =>
    [answers, ...channels.map((channel) => channel.answers)].flat().some(({ kind, choices }) => kind === 'place' && choices.length > 0)
      ? ['place-map']
      : [],
  officeTexts: (_visit, { settings }) => Promise.resolve(wordsIn(settings.questionnaire ?? {})),
  answered: (_visit, { settings }) => Promise.resolve(settings.questionnaire ? wordsAnswered(settings.questionnaire).flat() : []),
  ...surveyDrafting,
  whyNotThen: 'asOf.survey',
  leftOutLate: 'survey.leftOutLate',
  async lostAtClosing({ api, texts }, { id: activityId }) {
    const count = await unconfirmedForms(api, activityId);
    return count > 0 ? texts.t('paperEntry.lost', { count }) : undefined;
  },
  ForOffice: QuestionsForOffice,
  dashboard: (_api, results: ActivityResults, { id }: DashboardOf) =>
    Promise.resolve({
      stamp: '',
      figures: (texts) => surveyFigures(texts, results),
      Results: () => (
        <>
          <SurveyQuestions results={results} consultationId={id} />
          <ChannelResults results={results} />
        </>
      ),
    }),
};
