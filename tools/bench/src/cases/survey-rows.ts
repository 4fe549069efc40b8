import type { DataSource } from 'typeorm';
import { activityDrafted, consultationDrafted, rankOf, type DraftActivity } from '@isegoria/contracts';
import { activityListProjection, consultationListProjection } from '@isegoria/consultations/read-models';
import type { Recorded } from '@isegoria/kernel';
import { sized } from '../load';

export const questionCount = 40;
const mostResponses = 100_000;
/** Of whom the answers are there as well, to be exported: 250,000 of them. */
const mostExported = 6_250;
const optionCount = 5;

const numbered = (count: number, of: string) => Array.from({ length: count }, (_, at) => ({ id: `${of}${at + 1}`, text: `${of} ${at + 1}` }));

/** A survey with as many questions, each a single choice. */
export const questionnaire: NonNullable<DraftActivity['questionnaire']> = {
  sections: [
    {
      questions: numbered(questionCount, 'q').map((question) => {
        return { ...question, kind: 'single' as const, isRequired: true, options: numbered(optionCount, 'o') };
      }),
    },
  ],
};

/** How many responses there are, and of how many the answers. */
export interface SurveySize {
  readonly responses: number;
  readonly exported: number;
}

export const surveySize = (seconds: number): SurveySize => ({
  responses: sized(mostResponses, seconds),
  exported: sized(mostExported, seconds),
});

export interface SurveyRows {
  readonly consultationId: string;
  readonly activityId: string;
}

/** A closed survey in rows as so many responses leave it: made by the database, since events would take a quarter of an hour. */
export async function fillSurvey(dataSource: DataSource, { responses, exported }: SurveySize): Promise<SurveyRows> {
  const { consultationId, activityId } = activityDrafted.sample;
  const settings = { questionnaire };
  const events = [
    { type: 'ConsultationDrafted', data: { ...consultationDrafted.sample, consultationId } },
    { type: 'ActivityDrafted', data: { ...activityDrafted.sample, method: 'survey', settings } },
  ].map((event, position) => ({ ...event, position, metadata: {}, recordedAt: new Date().toISOString() })) as unknown as Recorded[];
  await dataSource.transaction(async (rows) => {
    await consultationListProjection().apply(events, rows);
    await activityListProjection().apply(events, rows);
  });
  const level = rankOf('email');
  const chosen = `(hashtext(person || ' ' || question) & 1023) % ${optionCount} + 1`;
  for (const statement of [
    `INSERT INTO participant (activity_id, voter, first_day, assurance)
     SELECT $1, md5(person::text), '2026-03-01', ${level} FROM generate_series(1, ${responses}) person`,
    `INSERT INTO participation_day (activity_id, day, people) VALUES ($1, '2026-03-01', '{0,${responses},0,0,0}')`,
    `INSERT INTO choice_ballot (activity_id, voter, choices, assurance, quarter, imported)
     SELECT $1, md5(person::text), array_prepend('#', array_agg(answer)), ${level}, 0, false
     FROM generate_series(1, ${responses}) person, generate_series(1, ${questionCount}) question,
       unnest(ARRAY['q' || question, 'q' || question || ':o' || ${chosen}]) answer GROUP BY person`,
    `INSERT INTO choice_tally (activity_id, choice, votes)
     SELECT $1, choice, ARRAY[0, count(*), 0, 0, 0]::int[] FROM choice_ballot, unnest(choices) choice GROUP BY choice`,
    `INSERT INTO survey_response (activity_id, voter, commitment)
     SELECT $1, md5(person::text), md5(person::text) FROM generate_series(1, ${exported}) person`,
    `INSERT INTO survey_answers (activity_id, voter, commitment, choices, answers)
     SELECT $1, md5(person::text), md5(person::text), '{}', jsonb_object_agg('q' || question, 'o' || ${chosen})
     FROM generate_series(1, ${exported}) person, generate_series(1, ${questionCount}) question GROUP BY person`,
  ])
    await dataSource.query(statement, [activityId]);
  await dataSource.query('INSERT INTO closing (id, position) VALUES ($1, 2)', [consultationId]);
  await dataSource.query('ANALYZE');
  return { consultationId, activityId };
}
