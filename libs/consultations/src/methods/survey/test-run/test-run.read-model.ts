import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { timeOf, type Projection } from '@isegoria/projection';
import { named, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { questionsOf } from '../questionnaire/questionnaire.pure';
import type { RecordedAnswers } from '../response/response.contract';
import { asCell, factsOf, textsOf, wordsOf } from '../results/survey-tables.read-model';
import type { SurveySettings } from '../survey.contract';
import type { TestAnswersGiven } from './test-run.contract';

/** What one account answered last to try a survey, beside all rows that anything is counted from. */
@Entity('survey_test')
export class SurveyTestRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('uuid')
  by: string;

  @Column('jsonb')
  answers: RecordedAnswers;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;
}

export function surveyTestsProjection(): Projection {
  return { name: 'consultations/survey-tests', entities: [SurveyTestRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<TestAnswersGiven>[]) {
    if (event.type !== 'TestAnswersGiven') continue;
    const { activityId, by, answers } = event.data;
    await rows.upsert(SurveyTestRow, { activityId, by, answers: answers as never, givenAt: timeOf(event) }, ['activityId', 'by']);
  }
}

/** A file of their own, in which every row says that it is a test. */
export const testTables: Tables = {
  'test-answers': {
    columns: [
      ...['status', 'account', 'given_at', 'question_id', 'question', 'answer', 'answer_words', 'text_status', 'text'],
      ...['file_type', 'file_bytes'],
    ],
    query: `SELECT 'test' AS status, by AS account, given_at AS at, given.key AS question_id, given.value::text AS answer,
        CASE WHEN jsonb_typeof(given.value -> 'details') = 'object' THEN given.value -> 'details'
          WHEN given.value ->> 'sealed' LIKE '2.%.%' THEN given.value
          WHEN jsonb_typeof(given.value -> 'other') = 'object' THEN given.value -> 'other' END AS text
      FROM survey_test CROSS JOIN LATERAL jsonb_each(answers) given WHERE activity_id = $1 ORDER BY by, given.key`,
    // Words of the staff, for those of the staff who may export.
    isPublic: () => true,
    cells(row, text, settings) {
      const answer = JSON.parse(String(row['answer'])) as unknown;
      const question = questionsOf((settings as SurveySettings).questionnaire).find(({ id }) => id === row['question_id']);
      return [
        ...named(row, 'status', 'account', 'at', 'question_id'),
        question?.text ?? null,
        asCell(answer),
        question ? wordsOf(question, answer) : null,
        ...textsOf(row.text, text, question),
        ...factsOf(question, answer),
      ];
    },
  },
};
