import { named, textCells, type Tables } from '../../../../export/contributions/contribution-tables.read-model';
import { closedByTheLog } from '../../../../late/closing.read-model';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { countedResponses, toldQuestions } from './sealed-texts.read-model';
import type { SurveySettings } from '../../survey.contract';

/** The texts that everybody may read, in a file of their own: no row says who wrote one. */
export const listedTextTables: Tables = {
  'listed-texts': {
    columns: ['question_id', 'question', 'text_id', 'text_status', 'text'],
    query: `SELECT question AS question_id, survey_text.text AS text_id, json_build_object('sealed', sealed) AS text
      FROM activity JOIN consultation ON consultation.id = activity.consultation_id
        CROSS JOIN LATERAL ${countedResponses('$1', 'consultation.counts_from')} counted
        JOIN survey_text USING (activity_id, voter, commitment)
        JOIN LATERAL ${toldQuestions('$1', 'activity.settings', 'consultation.counts_from')} told USING (channel, question)
        JOIN survey_text_decision decided ON decided.activity_id = survey_text.activity_id AND decided.text = survey_text.text
      WHERE activity.id = $1 AND decision = 'listed'
        AND ${closedByTheLog('$1')}
      ORDER BY question, survey_text.text COLLATE "C"`,
    isPublic: () => true,
    cells(row, text, settings) {
      const question = questionsOf((settings as SurveySettings).questionnaire).find(({ id }) => id === row['question_id']);
      return [...named(row, 'question_id'), question?.text ?? null, ...named(row, 'text_id'), ...textCells(text)];
    },
  },
};
