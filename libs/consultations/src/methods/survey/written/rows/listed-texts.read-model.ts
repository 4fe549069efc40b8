import { named, textCells, type Tables } from '../../../../export/contributions/contribution-tables.read-model';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { wholeBeyond } from '../../quotas/quotas.pure';
import { leastResponses } from '../../results/survey-results.contract';
import { isToldOf } from './sealed-texts.read-model';
import type { SurveySettings } from '../../survey.contract';

/** The texts that everybody may read, in a file of their own: no row says who wrote one. */
export const listedTextTables: Tables = {
  'listed-texts': {
    columns: ['question_id', 'question', 'text_id', 'text_status', 'text'],
    query: `WITH counted AS (
        SELECT activity_id, voter FROM choice_ballot JOIN participant USING (activity_id, voter) JOIN activity ON activity.id = activity_id
          JOIN consultation ON consultation.id = activity.consultation_id
        WHERE activity_id = $1 AND excluded_reason IS NULL AND choice_ballot.assurance >= consultation.counts_from
          AND NOT ('${wholeBeyond}' = ANY (choices))
      )
      SELECT question AS question_id, survey_text.text AS text_id, json_build_object('sealed', sealed) AS text
      FROM survey_text JOIN survey_response USING (activity_id, voter, commitment) JOIN counted USING (activity_id, voter)
        JOIN survey_text_decision decided ON decided.activity_id = survey_text.activity_id AND decided.text = survey_text.text
        JOIN activity ON activity.id = survey_text.activity_id JOIN consultation ON consultation.id = activity.consultation_id
      WHERE decision = 'listed' AND EXISTS (SELECT FROM closing WHERE closing.id IN (activity.phase_id, activity.consultation_id))
        AND (SELECT count(*) FROM counted) >= coalesce((activity.settings ->> 'smallestGroup')::int, ${leastResponses})
        AND ${isToldOf('survey_text', 'consultation.counts_from')}
      ORDER BY question, survey_text.text COLLATE "C"`,
    isPublic: () => true,
    cells(row, text, settings) {
      const question = questionsOf((settings as SurveySettings).questionnaire).find(({ id }) => id === row['question_id']);
      return [...named(row, 'question_id'), question?.text ?? null, ...named(row, 'text_id'), ...textCells(text)];
    },
  },
};
