import { createHash } from 'node:crypto';
import { countedFrom } from '@isegoria/projection';
import { cellMark } from '../../answers-by/cells/asked-jointly.pure';
import { own } from '../../questionnaire/conditions.pure';
import { questionsOf, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import type { RecordedAnswers, SealedText } from '../../response/response.contract';
import { wholeBeyond } from '../../quotas/quotas.pure';
import { leastResponses } from '../../results/survey-results.contract';

/** The name under which moderators decide about a text. */
export const nameOf = (sealed: string): string => createHash('sha256').update(sealed).digest('hex');

/**
 * SQL: the responses to a survey that are counted, by the way in which they came: with an account, on paper or by a link.
 * @param from the rank of the level from which accounts are counted
 */
export const countedResponses = (activity: string, from: string): string => `(
  SELECT activity_id, voter, commitment, 'account' AS channel
  FROM choice_ballot JOIN participant USING (activity_id, voter) JOIN survey_response USING (activity_id, voter)
  WHERE activity_id = ${activity} AND excluded_reason IS NULL AND choice_ballot.assurance >= ${from} AND NOT ('${wholeBeyond}' = ANY (choices))
  UNION ALL SELECT activity_id, voter, commitment, channel FROM channel_response WHERE activity_id = ${activity} AND NOT beyond)`;

/**
 * SQL: the questions of a survey that are told, by the way in which the answers came: as many who are counted answered them in that way as
 * the survey needs, and that figure tells of no fewer (ADR 123). What is told of texts agrees with the results in this.
 * @param settings of the survey
 * @param from as above
 */
export const toldQuestions = (activity: string, settings: string, from: string): string => `(
  SELECT channel, question FROM (
    SELECT 'account' AS channel, choice, ${countedFrom('votes', from)} AS people FROM choice_tally WHERE activity_id = ${activity}
    UNION ALL SELECT channel, choice, responses FROM channel_tally WHERE activity_id = ${activity}) tally
    CROSS JOIN LATERAL (SELECT coalesce((${settings} ->> 'smallestGroup')::int, ${leastResponses}) AS least,
      split_part(ltrim(choice, '${cellMark}'), ':', 1) AS question) told
  WHERE people > 0 AND (choice = question OR choice LIKE '${cellMark}%')
  GROUP BY channel, question
  HAVING bool_or(choice = question AND people >= least) AND NOT bool_or(choice <> question AND (people < least OR choice LIKE '%:')))`;

interface WithQuestion extends SealedText {
  readonly question: string;
}

/** The words in answers, each with its question; what names a place is none of them. */
export function sealedTexts(questionnaire: Questionnaire, answers: RecordedAnswers): readonly WithQuestion[] {
  return questionsOf(questionnaire).flatMap(({ id, kind }) => {
    const answer = own(answers, id);
    if (typeof answer !== 'object') return [];
    const isWritten = kind === 'short-text' || kind === 'long-text';
    const hasOther = (kind === 'single' || kind === 'multiple') && 'other' in answer;
    const words = isWritten ? answer : hasOther ? (answer as { readonly other: unknown }).other : undefined;
    const sealed = (words as Partial<SealedText> | undefined)?.sealed;
    return typeof sealed === 'string' ? [{ question: id, sealed }] : [];
  });
}
