import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Rejection, may, permitted } from '@isegoria/kernel';
import { answer, pageOfRows, withTexts } from '@isegoria/projection';
import { visibleActivity } from '../../../../activity/visible-activity.read-model';
import { SurveyResponseRow } from '../../results/survey-tallies.read-model';
import { listAnswerFiles, type AnswerFileView } from '../answer-file.contract';
import type { FileDetails } from '../keeping/known-files';
import { SurveyFileRow } from './file-rows.read-model';

const standing = (rows: DataSource, activityId: string) =>
  rows
    .getRepository(SurveyFileRow)
    .createQueryBuilder('kept')
    .innerJoin(
      SurveyResponseRow,
      'sent',
      'sent.activityId = kept.activityId AND sent.voter = kept.voter AND sent.commitment = kept.commitment',
    )
    .where({ activityId });

/** For how long what was just sent may be on its way into rows, in milliseconds. */
const onItsWay = 5_000;

/**
 * Whether a response that stands names this file, which somebody sent. What was sent a moment ago is waited for: whoever asks for it has
 * heard of it from the person who did, and knows no position of the log.
 */
export async function standsSoon(rows: DataSource, activityId: string, file: string): Promise<boolean> {
  for (const until = Date.now() + onItsWay; ; await pause(onItsWay / 50)) {
    if ((await standing(rows, activityId).andWhere({ file }).getCount()) > 0) return true;
    const last = await rows.getRepository(SurveyFileRow).findOne({ where: { activityId, file }, order: { at: 'DESC' } });
    const isKnown = last !== null && last.at.getTime() < Date.now() - onItsWay;
    if (isKnown || Date.now() > until) return false;
  }
}

export const answerFileAnswers = [
  answer(listAnswerFiles, ['consultations'], async ({ activityId, cursor }, { rows, keys, reader }) => {
    const { activity, consultation } = await visibleActivity(rows, activityId, reader);
    if (!may(reader, 'moderate', consultation.unit)) permitted(reader, 'consult', consultation.unit);
    if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
    const { items, ...page } = await pageOfRows(standing(rows, activityId), { by: 'place', newestFirst: true, cursor });
    const views = await withTexts(
      keys,
      items,
      ({ details }) => ({ sealed: details }),
      ({ file, question, voter, mediaType, size, at }, text): AnswerFileView => {
        const name = text.state === 'open' ? (JSON.parse(text.text) as FileDetails).name : null;
        return { file, question, voter, name, mediaType, size, givenAt: at.toISOString() };
      },
    );
    return { ...page, items: views };
  }),
];
