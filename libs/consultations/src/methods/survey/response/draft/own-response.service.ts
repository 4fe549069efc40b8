import { createHash } from 'node:crypto';
import { inOneForm } from '@isegoria/privacy';
import { withoutHidden } from '../../questionnaire/conditions.pure';
import type { Answers } from '../../questionnaire/questionnaire.pure';
import type { OwnResponse } from '../response.contract';
import type { Responding, SentAnswers } from '../responses.service';

/** Answers that are kept, and what the response commits to that they were begun from: null where none had been sent. */
export interface Kept {
  /** The first, and those beside it that were typed elsewhere at the same time, of which the person has not chosen yet. */
  readonly all: readonly [Answers, ...Answers[]];
  readonly based: string | null;
}

/** Answers, and what the response commits to that stood when they were begun. */
interface Begun {
  readonly answers: Answers;
  readonly based: string | null;
}

const hashOf = (value: unknown): string => createHash('sha256').update(inOneForm(value)).digest('base64url').slice(0, 22);

/** What tells an answer from others; undefined for none. */
export const versionOf = (answer: Answers[string] | undefined): string | undefined =>
  (answer ?? null) === null ? undefined : hashOf(answer);

function versionsOf(answers: Answers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const version = versionOf(answer);
      return version === undefined ? [] : [[id, version]];
    }),
  );
}

/** The same for responses and for tests of surveys. What was sent later than what is kept was begun is never hidden by it. */
export function ownResponse(
  place: Pick<Responding, 'questionnaire' | 'isOver' | 'fit'>,
  kept: Kept | undefined,
  sent: SentAnswers | undefined,
): OwnResponse {
  const { fit = (answers: Answers) => answers } = place;
  const { isBehind, unsent } = standing(place, kept, sent);
  const [first, second] = unsent;
  const isBetweenKept = second !== undefined;
  const answers = fit((isBehind && !isBetweenKept ? undefined : first) ?? sent?.answers ?? {});
  const beside = isBetweenKept ? second : isBehind ? first : undefined;
  const aside = beside ? fit(beside) : null;
  return {
    ...{ answers, aside, response: sent?.commitment ?? null },
    isKept: isBetweenKept || (first !== undefined && !isBehind),
    version: hashOf(aside ? [answers, aside] : answers),
    versions: versionsOf(answers),
  };
}

/** What is left once the person has chosen; undefined for nothing. */
export function chosen(place: Responding, kept: Kept, sent: SentAnswers | undefined, use: 'sent' | 'kept'): Kept | undefined {
  const { isBehind, unsent } = standing(place, kept, sent);
  const [first, second, ...others] = unsent;
  if (!first) return undefined;
  if (second) return { all: [use === 'kept' ? second : first, ...others], based: kept.based };
  if (!isBehind) return kept;
  return use === 'kept' ? { all: [first], based: sent?.commitment ?? null } : undefined;
}

/** What is kept once answers stand whole beside it that were begun before another response was sent. */
export function withAside(place: Responding, kept: Kept | undefined, sent: SentAnswers | undefined, begun: Begun): Kept {
  const { unsent } = standing(place, kept, sent);
  const [first, ...others] = unsent;
  if (!kept || !first) return { all: [begun.answers], based: begun.based };
  const form = (answers: Answers) => inOneForm(withoutHidden(place.questionnaire, answers));
  const isKept = unsent.some((answers) => form(answers) === form(begun.answers));
  return { all: [first, ...others, ...(isKept ? [] : [begun.answers])], based: kept.based };
}

/** From what somebody goes on who keeps answers. */
export function begun(place: Responding, kept: Kept | undefined, sent: SentAnswers | undefined): Kept {
  const { fit = (answers: Answers) => answers } = place;
  const [first, ...others] = standing(place, kept, sent).unsent;
  if (kept && first) return { all: [first, ...others], based: kept.based };
  return { all: [fit(sent?.answers ?? {})], based: sent?.commitment ?? null };
}

function standing({ questionnaire, isOver = false }: Pick<Responding, 'questionnaire' | 'isOver'>, kept?: Kept, sent?: SentAnswers) {
  const isBehind = kept !== undefined && sent !== undefined && (isOver || kept.based !== sent.commitment);
  const form = (answers: Answers) => inOneForm(withoutHidden(questionnaire, answers));
  const all = (kept?.all ?? []).filter((answers, at, before) => before.findIndex((one) => form(one) === form(answers)) === at);
  const unsent = isBehind ? all.filter((answers) => form(answers) !== form(sent.answers)) : all;
  // Nothing is chosen once the survey is over: what counts is shown, and beside it everything else.
  return { isBehind, unsent: isOver && sent && unsent.length > 1 ? [Object.assign({}, ...unsent) as Answers] : unsent };
}
