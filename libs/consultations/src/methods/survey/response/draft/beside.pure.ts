import { own } from '../../questionnaire/conditions.pure';
import type { Answers } from '../../questionnaire/questionnaire.pure';

/** What tells an answer from others; undefined for none. */
export type VersionOf = (answer: Answers[string] | undefined) => string | undefined;

/**
 * Puts what a page answers among the answers that are kept. What was not changed on the page stays as it is kept by now. Where a question
 * was answered anew on the page and elsewhere, neither answer takes the place of the other: those of the page stand beside.
 * @param kept at least one; the later ones stand beside the first until somebody has chosen
 * @param versions of the answers that the page showed
 */
export function keptBeside(
  kept: readonly Answers[],
  changed: Answers,
  versions: Readonly<Record<string, string>>,
  versionOf: VersionOf,
): readonly Answers[] {
  const shown = (id: string) => own(versions, id);
  const ids = Object.keys(changed).filter((id) => versionOf(changed[id]) !== shown(id));
  const isFree = (answers: Answers, id: string) => [shown(id), versionOf(changed[id])].includes(versionOf(own(answers, id)));
  const withThose = (answers: Answers, put: readonly string[]): Answers => ({
    ...answers,
    ...Object.fromEntries(put.map((id) => [id, changed[id]])),
  });
  const all = kept.map((answers) => withThose(answers, ids.filter((id) => isFree(answers, id))));
  const isInOne = kept.some((answers) => ids.every((id) => isFree(answers, id)));
  return isInOne ? all : [...all, withThose(kept[0]!, ids)];
}
