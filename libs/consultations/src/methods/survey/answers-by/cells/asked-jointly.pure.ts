import type { Condition, Question } from '../../questionnaire/questionnaire.pure';

/** What stands in the results by itself: the choices that are counted as one. */
type Figure = readonly string[];

/** More figures than these are not tried: the question is not told. */
const mostTried = 3;

interface Told {
  readonly questions: readonly Question[];
  /** How many people who are counted make a choice; of everybody by {@link whole}. */
  readonly people: (choice: string) => number;
  readonly whole: number;
  /** What was answered to a question, of numbers and scales. */
  readonly valuesOf: (id: string) => readonly string[];
  readonly least: number;
}

/**
 * Whether how many answered a question would tell, beside the figures of what it hangs on, what fewer people than the threshold answered
 * (ADR 115): where it hangs on two things or more, who is asked is a cell of the table of those.
 */
export function tellsOfFew(question: Question, told: Told): boolean {
  const figures = figuresBehind(question, told);
  if (figures.length < 2) return false;
  if (figures.length > mostTried) return true;
  const counts = figures.map((choices) => choices.reduce((sum, choice) => sum + told.people(choice), 0));
  const sums = [told.whole, ...counts].reduce((all, n) => all.flatMap((sum) => [sum - n, sum, sum + n]), [told.people(question.id)]);
  return sums.some((sum) => sum !== 0 && Math.abs(sum) < told.least);
}

/** Those that its condition names, and those behind the questions it names, where these hang on several. */
function figuresBehind({ when }: Question, told: Told): readonly Figure[] {
  const figures = (when ? leavesOf(when) : []).flatMap((leaf) => {
    const named = told.questions.find(({ id }) => id === leaf.question)!;
    const behind = figuresBehind(named, told);
    return [...figuresOf(leaf, named, told), ...(behind.length > 1 ? behind : [])];
  });
  return [...new Map(figures.map((figure) => [figure.join(' '), figure])).values()];
}

const leavesOf = ({ all, any, not, ...leaf }: Condition): readonly Condition[] =>
  all || any || not ? [...(all ?? []), ...(any ?? []), ...(not ? [not] : [])].flatMap(leavesOf) : [leaf];

function figuresOf({ isAnyOf, isAnswered, atLeast, atMost }: Condition, { id, kind }: Question, told: Told): readonly Figure[] {
  if (isAnswered !== undefined) return [[id]];
  const isWithin = (value: number) => value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  const chosen = (isAnyOf ?? told.valuesOf(id).filter((value) => isWithin(Number(value)))).map((value) => `${id}:${value}`);
  // Of several options one person may choose several.
  return kind === 'multiple' ? chosen.map((choice) => [choice]) : [chosen];
}
