import type { TextForReader } from '@isegoria/projection';
import { standingColumns, standingIn } from '../../../ballot/standing/standing.read-model';
import { lateStanding, named, textCells, type Cells, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import type { FileDetails } from '../answer-file/keeping/known-files';
import { underQuotas } from '../quotas/quota-places.read-model';
import { wholeBeyond } from '../quotas/quotas.pure';
import { own } from '../questionnaire/conditions.pure';
import { questionsOf, type Question } from '../questionnaire/questionnaire.pure';
import { responseSubmitted, type RecordedFile } from '../response/response.contract';
import type { SurveySettings } from '../survey.contract';

const givenColumns = `given.key AS question_id, given.value::text AS answer,
        CASE WHEN jsonb_typeof(given.value -> 'details') = 'object' THEN given.value -> 'details'
          WHEN given.value ->> 'sealed' LIKE '2.%.%' THEN given.value
          WHEN jsonb_typeof(given.value -> 'other') = 'object' THEN given.value -> 'other' END AS text`;

/** Answers, and what has none for a reason; a matrix may be both. */
const withUnanswered = `(SELECT key, value, survey_answers.unanswered ->> key AS why FROM jsonb_each(survey_answers.answers)
          UNION ALL SELECT key, NULL, value FROM jsonb_each_text(survey_answers.unanswered)
          WHERE NOT jsonb_exists(survey_answers.answers, key))`;

/** One row for each answer: surveys have as many columns as questions, and no two the same. */
export const surveyTables: Tables = {
  responses: {
    columns: [
      'voter',
      'channel',
      'question_id',
      'question',
      'answer',
      'answer_words',
      'no_answer',
      'text_status',
      'text',
      'file_type',
      'file_bytes',
      'assurance',
      'status',
      'excluded_reason',
    ],
    query: `SELECT voter, 'account' AS channel, ${givenColumns}, NULL AS no_answer,
        ${standingColumns('ballot', underQuotas('$1', `'${wholeBeyond}' = ANY (ballot.choices)`))}
      FROM choice_ballot ballot JOIN participant USING (activity_id, voter) JOIN survey_response USING (activity_id, voter)
        JOIN survey_answers USING (activity_id, voter, commitment) CROSS JOIN LATERAL jsonb_each(survey_answers.answers) given
      WHERE activity_id = $1
      UNION ALL SELECT voter, channel, ${givenColumns}, given.why AS no_answer, NULL AS assurance,
        ${standingIn(underQuotas('$1', 'beyond'))} AS status, NULL AS excluded_reason
      FROM channel_response JOIN survey_answers USING (activity_id, voter, commitment)
        CROSS JOIN LATERAL ${withUnanswered} given
      WHERE activity_id = $1 ORDER BY voter, question_id`,
    isPublic: () => false,
    cells(row, text, settings) {
      const answer = row['answer'] === null ? undefined : (JSON.parse(String(row['answer'])) as unknown);
      const question = questionsById(settings as SurveySettings).get(String(row['question_id']));
      return [
        ...named(row, 'voter', 'channel', 'question_id'),
        question?.text ?? null,
        asCell(answer),
        question && answer !== undefined ? wordsOf(question, answer) : null,
        ...named(row, 'no_answer'),
        ...textsOf(row.text, text, question),
        ...factsOf(question, answer),
        ...named(row, 'assurance', 'status', 'excluded_reason'),
      ];
    },
    late: {
      type: responseSubmitted.type,
      row: (late) => ({
        ...{ voter: late.data['voter'], channel: 'account', question_id: null, answer: null, no_answer: null, text: null },
        ...lateStanding(late),
      }),
    },
  },
};

/** Of a file, its kind and how large it is. */
export function factsOf(question: Question | undefined, answer: unknown): Cells {
  if (question?.kind !== 'file') return [null, null];
  const { mediaType = null, size = null } = answer as Partial<RecordedFile>;
  return [mediaType, size === null ? null : String(size)];
}

/** Of a file, its name. */
export function textsOf(recorded: unknown, text: TextForReader, question: Question | undefined): Cells {
  if (!recorded) return [null, null];
  if (question?.kind !== 'file' || text.state !== 'open') return textCells(text);
  return textCells({ ...text, text: (JSON.parse(text.text) as FileDetails).name });
}

const known = new WeakMap<SurveySettings, ReadonlyMap<string, Question>>();
function questionsById(settings: SurveySettings): ReadonlyMap<string, Question> {
  const found = known.get(settings) ?? new Map(questionsOf(settings.questionnaire).map((question) => [question.id, question]));
  known.set(settings, found);
  return found;
}

/** Ids, as they are in the log; what people wrote is in the column of texts. */
export function asCell(answer: unknown): string | null {
  if (typeof answer === 'string' || typeof answer === 'number') return String(answer);
  if (Array.isArray(answer)) return answer.join(' ');
  if (typeof answer !== 'object' || answer === null || 'sealed' in answer) return null;
  if ('details' in answer && 'file' in answer && typeof answer.details === 'object') return String(answer.file);
  if ('options' in answer && 'other' in answer) return [...(answer.options as string[]), 'other'].join(' ');
  return Object.entries(answer)
    .map(([row, option]) => `${row}:${String(option)}`)
    .join(' ');
}

/** What the chosen options say, one a line. */
export function wordsOf({ kind, options = [], rows = [] }: Question, answer: unknown): string | null {
  const textOf = (id: unknown) => options.find((option) => option.id === id)?.text ?? String(id);
  if (kind === 'matrix' && typeof answer === 'object' && answer !== null) {
    const chosen = answer as Readonly<Record<string, string>>;
    return rows.flatMap(({ id, text }) => (own(chosen, id) ? [`${text}: ${textOf(own(chosen, id))}`] : [])).join('\n');
  }
  if (kind !== 'single' && kind !== 'multiple' && kind !== 'ranking') return null;
  if (typeof answer === 'string') return textOf(answer);
  const chosen = Array.isArray(answer) ? answer : (answer as { readonly options?: readonly unknown[] } | undefined)?.options;
  return (chosen ?? []).map(textOf).join('\n');
}
