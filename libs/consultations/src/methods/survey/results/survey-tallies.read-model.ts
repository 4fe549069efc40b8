import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { insertNew, type Projection } from '@isegoria/projection';
import { ActivityRow } from '../../../activity/activity.read-model';
import { SurveyFileRow, noteFiles } from '../answer-file/list/file-rows.read-model';
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
    given.map(({ data: { activityId, voter, commitment, answers } }) => {
      const settings = activities.get(activityId);
      return { activityId, voter, commitment, choices: settings ? countedChoices(settings.questionnaire, answers) : [], answers };
    }),
  );
}
