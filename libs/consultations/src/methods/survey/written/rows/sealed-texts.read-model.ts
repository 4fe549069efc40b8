import { createHash } from 'node:crypto';
import { countedFrom } from '@isegoria/projection';
import { questionsOf, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import type { RecordedAnswers, SealedText } from '../../response/response.contract';
import { leastResponses } from '../../results/survey-results.contract';

/** The name under which moderators decide about a text. */
export const nameOf = (sealed: string): string => createHash('sha256').update(sealed).digest('hex');

/**
 * SQL: whether as many people who are counted answered the question of a text as its survey needs, so that it is told at all.
 * @param text names a row of texts, and `activity` must be the row of its survey
 * @param from the rank of the level that is counted from
 */
export const isToldOf = (text: string, from: string): string => `EXISTS (SELECT FROM choice_tally tally
  WHERE tally.activity_id = ${text}.activity_id AND tally.choice = ${text}.question
    AND ${countedFrom('tally.votes', from)} >= coalesce((activity.settings ->> 'smallestGroup')::int, ${leastResponses}))`;

interface WithQuestion extends SealedText {
  readonly question: string;
}

/** The words in answers, each with its question; what names a place is none of them. */
export function sealedTexts(questionnaire: Questionnaire, answers: RecordedAnswers): readonly WithQuestion[] {
  return questionsOf(questionnaire).flatMap(({ id, kind }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (typeof answer !== 'object') return [];
    const isWritten = kind === 'short-text' || kind === 'long-text';
    const hasOther = (kind === 'single' || kind === 'multiple') && 'other' in answer;
    const words = isWritten ? answer : hasOther ? (answer as { readonly other: unknown }).other : undefined;
    const sealed = (words as Partial<SealedText> | undefined)?.sealed;
    return typeof sealed === 'string' ? [{ question: id, sealed }] : [];
  });
}
