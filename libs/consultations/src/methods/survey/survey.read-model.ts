import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { countedByChoices } from '../choices/choice-method.read-model';
import { countChoices, moveChoices, withdrawChoices } from '../choices/count-choices.read-model';
import { notCounted } from '../choices/not-counted.pure';
import type { ReadMethod } from '../method/method.read-model';
import { channelResults } from './channels/channel-tallies.read-model';
import { questionResults } from './results/question-results.read-model';
import { leastOf } from './results/survey-results.contract';
import { surveyTables } from './results/survey-tables.read-model';
import { listedTextTables } from './written/rows/listed-texts.read-model';
import { testTables } from './test-run/test-run.read-model';
import { answerFileTables } from './answer-file/taking/file-tables.read-model';
import { beyondAt, beyondOnceRaised, isToldBeyond } from './quotas/quota-places.read-model';
import { wordsIn } from './questionnaire/words/words.pure';
import { SurveyResponseRow, choicesGiven } from './results/survey-tallies.read-model';
import type { ResponseSubmitted } from './response/response.contract';
import { survey as contract, type SurveySettings } from './survey.contract';

/** No figure is made of some of the responses, by place, day or channel: it would tell them (ADR 87). */
const told = 'whole';

const byChoices = countedByChoices<ResponseSubmitted>({
  contract,
  tables: { ...surveyTables, ...listedTextTables, ...testTables, ...answerFileTables },
  choices: () => [],
  ballot: () => ({}),
  told,
  results: (tallies, { settings, countsFrom }) => questionResults(settings as SurveySettings, tallies, countsFrom),
});

const untilClosed = { answers: [], answersState: 'open' } as const;
const notTold = { answers: [], answersState: 'notTold', channels: [] } as const;

/** Responses are counted by what they choose; what that is, the answers say that a ballot names. */
export const survey: ReadMethod = {
  ...byChoices,
  votes: undefined,
  words: (_, { settings }) => Promise.resolve(wordsIn((settings as SurveySettings).questionnaire)),
  entities: [...byChoices.entities, SurveyResponseRow],
  alsoChangedBy: ['PaperFormConfirmed', 'LinkedResponseSubmitted'],
  async results(rows, activity) {
    const { id, countsFrom, within, upTo, isClosed = false } = activity;
    const settings = activity.settings as SurveySettings;
    const smallestGroup = leastOf(settings);
    // Within a filter, a few people would be shown with their answers; so would they be by what two places in the log differ in.
    if (within || upTo !== undefined) return () => Promise.resolve({ ...notTold, smallestGroup });
    const opened = isClosed ? await byChoices.results(rows, activity) : () => Promise.resolve(untilClosed);
    const channels = await channelResults(rows, id, settings, { countsFrom, isClosed });
    return async (keys) => ({ ...(await opened(keys)), channels, smallestGroup });
  },
  async count(cast, rows) {
    const responses = cast as Recorded<ResponseSubmitted>[];
    if (responses.length === 0) return [];
    await name(responses, rows);
    const choicesOf = await choicesGiven(
      responses.map(({ data }) => data),
      rows,
    );
    const beyond = await beyondAt(
      rows,
      responses.map(({ data }) => data.activityId),
      responses.map(({ position }) => position),
    );
    const positions = new Map(responses.map(({ data, position }) => [data, position]));
    return countChoices(
      responses,
      (data) => {
        const own = choicesOf(data);
        return beyond.has(positions.get(data)!) ? notCounted(own) : own;
      },
      rows,
      'whole',
    );
  },
  /** Whoever is put back when the place was taken meanwhile is beyond the quota from then on. */
  async move(person, n, rows) {
    const { activityId, voter, position } = person;
    if (n === 1 && (await beyondAt(rows, [activityId], [position])).has(position)) await withdrawChoices(activityId, [voter], rows);
    await byChoices.move(person, n, rows);
  },
  /** So is whoever is raised when there is no place. */
  async raise(raised, rows) {
    const { activityId, position } = raised;
    const voters = await beyondOnceRaised(rows, activityId, position);
    if (voters.length > 0) {
      const beyond = { activityId, voters, position };
      await moveChoices(beyond, -1, rows, told);
      await withdrawChoices(activityId, voters, rows);
      await moveChoices(beyond, 1, rows, told);
    }
    await byChoices.raise(raised, rows);
  },
  async ballot(rows, activityId, voter) {
    const found = await rows.findOneBy(SurveyResponseRow, { activityId, voter });
    const beyond = await isToldBeyond(rows, activityId, { channel: 'account', key: voter });
    return { response: found?.commitment ?? null, ...(beyond && { beyondQuota: true as const }) };
  },
};

async function name(responses: readonly Recorded<ResponseSubmitted>[], rows: EntityManager): Promise<void> {
  const last = new Map(responses.map(({ data }) => [`${data.activityId} ${data.voter}`, data]));
  await rows.upsert(
    SurveyResponseRow,
    [...last.values()].map(({ activityId, voter, answers }) => ({ activityId, voter, commitment: answers })),
    ['activityId', 'voter'],
  );
}
