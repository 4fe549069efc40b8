import { createHash } from 'node:crypto';
import { countedFrom } from '@isegoria/projection';
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
 * SQL: whether as many who are counted answered the question of a text in the same way, with an account, on paper or by a link, as its
 * survey needs, so that it is told at all. `activity` must be the row of its survey.
 * @param text names a row of texts joined with the counted response that it is in
 * @param from as above
 */
export const isToldOf = (text: string, from: string): string => `coalesce(CASE WHEN counted.channel = 'account'
    THEN (SELECT ${countedFrom('tally.votes', from)} FROM choice_tally tally
      WHERE tally.activity_id = ${text}.activity_id AND tally.choice = ${text}.question)
    ELSE (SELECT responses FROM channel_tally tally
      WHERE tally.activity_id = ${text}.activity_id AND tally.channel = counted.channel AND tally.choice = ${text}.question)
  END, 0) >= coalesce((activity.settings ->> 'smallestGroup')::int, ${leastResponses})`;

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
