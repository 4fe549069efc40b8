import type { Condition, Question } from '../../questionnaire/questionnaire.contract';

interface Counts {
  readonly all: readonly Question[];
  readonly everybody: number;
  count(choice: string): number;
  values(question: Question): readonly string[];
}

/**
 * Written for auditors apart from the platform: whether a question that hangs on several things stays untold, since its figure and theirs
 * could be added up to one of fewer people than `least`.
 */
export function staysUntold(question: Question, counts: Counts, least: number): boolean {
  const behind = [...named(question, counts).values()];
  if (behind.length <= 1) return false;
  if (behind.length >= 4) return true;
  return comesNear(counts.count(question.id), [...behind, counts.everybody], least);
}

/** Whether a sum with any of these added, taken away or left out is of some people, and of too few. */
function comesNear(sum: number, [next, ...more]: readonly number[], least: number): boolean {
  if (next === undefined) return sum !== 0 && sum < least && sum > -least;
  return [0, next, -next].some((n) => comesNear(sum + n, more, least));
}

/** The figures that a question hangs on, by what they are of. */
function named(question: Question, counts: Counts): Map<string, number> {
  const found = new Map<string, number>();
  const parts: Condition[] = question.when ? [question.when] : [];
  for (const part of parts) {
    parts.push(...(part.all ?? []), ...(part.any ?? []), ...(part.not ? [part.not] : []));
    const on = counts.all.find(({ id }) => id === part.question);
    if (!on) continue;
    for (const choices of choicesIn(part, on, counts)) {
      let people = 0;
      for (const choice of choices) people += counts.count(choice);
      found.set(JSON.stringify(choices), people);
    }
    const further = named(on, counts);
    if (further.size >= 2) for (const [what, people] of further) found.set(what, people);
  }
  return found;
}

function choicesIn(part: Condition, on: Question, counts: Counts): string[][] {
  if (part.isAnswered !== undefined) return [[on.id]];
  const fits = (value: string) => !(Number(value) < (part.atLeast ?? -Infinity)) && !(Number(value) > (part.atMost ?? Infinity));
  const values = part.isAnyOf ?? counts.values(on).filter(fits);
  const choices = values.map((value) => `${on.id}:${value}`);
  return on.kind === 'multiple' ? choices.map((choice) => [choice]) : [choices];
}
