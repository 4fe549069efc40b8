import { createHash } from 'node:crypto';
import { questionsOf, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import type { RecordedAnswers, SealedText } from '../../response/response.contract';

/** The name under which moderators decide about a text. */
export const nameOf = (sealed: string): string => createHash('sha256').update(sealed).digest('hex');

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
