import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { AssuranceLevel } from '@isegoria/kernel';
import { atEachLevel } from '../../../results/assurance/by-assurance.contract';
import { notCountedMark } from '../../choices/not-counted.pure';
import { unansweredForms } from '../paper/unanswered/unanswered.read-model';
import { questionsOf } from '../questionnaire/questionnaire.pure';
import { wholeBeyond } from '../quotas/quotas.pure';
import { wholeResponse } from '../results/counted-choices.read-model';
import { questionResults } from '../results/question-results.read-model';
import { leastOf } from '../results/survey-results.contract';
import type { SurveySettings } from '../survey.contract';
import { apartChannels, type ApartChannel, type ChannelResult } from './channel.contract';

/** A response that came by another way than an account and counts. */
@Entity('channel_response')
export class ChannelResponseRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  channel: ApartChannel;

  /** What makes it one response, such as the number of a form. */
  @PrimaryColumn('text')
  key: string;

  /** Under whom its answers stand. */
  @Column('text')
  voter: string;

  @Column('text')
  commitment: string;

  /** Whether it is beyond a quota: then it is counted as that alone. */
  @Column('boolean', { default: false })
  beyond: boolean;
}

/** How many of these responses make a choice. */
@Entity('channel_tally')
export class ChannelTallyRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  channel: ApartChannel;

  @PrimaryColumn('text')
  choice: string;

  @Column('int')
  responses: number;
}

/** Counts a response, in place of an earlier one with the same key. */
export async function countResponse(response: ChannelResponseRow, rows: EntityManager): Promise<void> {
  const { activityId, channel, key, voter, commitment, beyond } = response;
  const before = await rows.findOneBy(ChannelResponseRow, { activityId, channel, key });
  if (before) await move(before, -1, rows);
  await rows.upsert(ChannelResponseRow, { activityId, channel, key, voter, commitment, beyond }, ['activityId', 'channel', 'key']);
  await move(response, 1, rows);
}

async function move({ activityId, channel, voter, commitment, beyond }: ChannelResponseRow, n: 1 | -1, rows: EntityManager): Promise<void> {
  await rows.query(
    `INSERT INTO channel_tally AS tally (activity_id, channel, choice, responses)
     SELECT activity_id, $2, $6 || unnest(choices), $5 FROM survey_answers WHERE activity_id = $1 AND voter = $3 AND commitment = $4
     ON CONFLICT (activity_id, channel, choice) DO UPDATE SET responses = tally.responses + excluded.responses`,
    [activityId, channel, voter, commitment, n, beyond ? notCountedMark : ''],
  );
}

/** The results of each way by which something came; how many it were alone until the log has closed the survey. */
export async function channelResults(
  rows: EntityManager,
  activityId: string,
  settings: SurveySettings,
  { countsFrom, isClosed }: { readonly countsFrom: AssuranceLevel; readonly isClosed: boolean },
): Promise<readonly ChannelResult[]> {
  const found = await rows.findBy(ChannelTallyRow, { activityId });
  return apartChannels.flatMap((channel): ChannelResult[] => {
    const own = found.filter((row) => row.channel === channel);
    const of = (whole: string) => own.find(({ choice }) => choice === whole)?.responses ?? 0;
    // Until the log has closed the survey, whether one is counted would say what it answered.
    const responses = of(wholeResponse) + of(wholeBeyond);
    if (responses === 0) return [];
    if (!isClosed) return [{ channel, responses, answers: [] }];
    const tallies = new Map(own.map(({ choice, responses: n }) => [choice, atEachLevel(0, { [countsFrom]: n })]));
    const results = questionResults(settings, tallies, countsFrom);
    const asked = new Map(questionsOf(settings.questionnaire).map((question) => [question.id, question]));
    const hasUnanswered = (state: string) => channel === 'paper' && state === 'shown';
    const answers = results.answers.map((question) => ({
      ...question,
      ...(hasUnanswered(question.state) && { unanswered: unansweredForms(asked.get(question.id)!, of, leastOf(settings)) }),
      answeredByAssurance: null,
      choices: question.choices.map((choice) => ({ ...choice, byAssurance: null })),
    }));
    const { beyondQuota } = results;
    return [{ channel, responses, answers, ...(beyondQuota !== undefined && { beyondQuota }) }];
  });
}
