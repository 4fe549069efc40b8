import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { insertNew, type Projection } from '@isegoria/projection';
import { ActivityRow } from '../../../activity/activity.read-model';
import { SurveyFileRow, noteFiles } from '../answer-file/list/file-rows.read-model';
import { countedUnanswered, type Unanswered } from '../paper/unanswered/unanswered.pure';
import type { AnswersGiven, RecordedAnswers } from '../response/response.contract';
import type { SurveySettings } from '../survey.contract';
import { countedChoices } from './counted-choices.read-model';

/** What a person answered in a survey, once or again; it counts where the person's ballot names it. */
@Entity('survey_answers')
export class SurveyAnswersRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @PrimaryColumn('text')
  commitment: string;

  /** What is counted of them. */
  @Column('text', { array: true })
  choices: string[];

  /** As they are recorded: texts of people are sealed. */
  @Column('jsonb')
  answers: RecordedAnswers;

  /** Of a form on paper: what it does not answer, and why. */
  @Column('jsonb', { default: {} })
  unanswered: Unanswered;
}

/** The answers that the last ballot of a person names. */
@Entity('survey_response')
export class SurveyResponseRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @Column('text')
  commitment: string;
}

interface Given {
  readonly activityId: string;
  readonly voter: string;
  /** The commitment to the answers that it names. */
  readonly answers: string;
}

/** What responses choose, by the answers that they name; nothing where these are on record nowhere. */
export async function choicesGiven(responses: readonly Given[], rows: EntityManager): Promise<(one: Given) => readonly string[]> {
  const named = responses.map(({ activityId, voter, answers }) => ({ activity_id: activityId, voter, commitment: answers }));
  // By the whole key: by a part of it, all answers would be looked through for each response.
  const found: { activity_id: string; voter: string; commitment: string; choices: string[] }[] = await rows.query(
    `SELECT activity_id, voter, commitment, choices FROM survey_answers
     JOIN json_to_recordset($1) AS named (activity_id uuid, voter text, commitment text) USING (activity_id, voter, commitment)`,
    [JSON.stringify(named)],
  );
  const choices = new Map(found.map(({ activity_id, voter, commitment, choices }) => [`${activity_id} ${voter} ${commitment}`, choices]));
  return ({ activityId, voter, answers }) => choices.get(`${activityId} ${voter} ${answers}`) ?? [];
}

/** Comes before the results in its group: ballots name what is in these rows. */
export function surveyAnswersProjection(): Projection {
  return { name: 'consultations/survey-answers', entities: [SurveyAnswersRow, SurveyFileRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const given = (events as readonly Recorded<AnswersGiven>[]).filter(({ type }) => type === 'AnswersGiven');
  if (given.length === 0) return;
  await noteFiles(given, rows);
  const activities = new Map<string, SurveySettings | undefined>();
  for (const activityId of new Set(given.map(({ data }) => data.activityId))) {
    const found = await rows.findOneBy(ActivityRow, { id: activityId });
    activities.set(activityId, found?.method === 'survey' ? (found.settings as SurveySettings) : undefined);
  }
  await insertNew(
    rows,
    SurveyAnswersRow,
    given.map(({ data: { activityId, voter, commitment, answers, unanswered = {} } }) => {
      const settings = activities.get(activityId);
      const choices = settings ? [...countedChoices(settings.questionnaire, answers), ...countedUnanswered(unanswered)] : [];
      return { activityId, voter, commitment, choices, answers, unanswered };
    }),
  );
}
