import { holds } from '../conditions.pure';
import { otherOption, questionnaireLimits, type Answer, type Condition, type Question } from '../questionnaire.pure';
import { canHoldIn, leavesOf } from './one-question.pure';

/** How many ways of answering are tried for one condition, and for all of a questionnaire. */
const mostTried = 5_000;
export const mostTriedInAll = 25_000;
/** Of how many options of a multiple choice all sets are tried. */
const mostOptions = 6;

/**
 * Whether somebody can answer so that a condition holds, looking only at the questions that it, and the conditions of these, are about:
 * each of its own by itself, and then all of them together, of which one answer of each sort is tried that these conditions tell apart.
 * True where that takes too long to decide.
 * @param before the questions before it, in their order
 * @param budget how many ways are still to be tried for this questionnaire; it is used up, so that nobody holds up others with conditions
 */
export function canHold(condition: Condition, before: readonly Question[], budget = { left: mostTriedInAll }): boolean {
  if (budget.left <= 0) return true;
  const about = new Map<string, Condition[]>();
  const note = (leaf: Condition) => {
    const others = about.get(leaf.question!);
    if (others) others.push(leaf);
    else about.set(leaf.question!, [leaf]);
  };
  leavesOf(condition).forEach(note);
  const own = before.filter(({ id }) => about.has(id));
  const isDead = (question: Question) => !canHoldIn(condition, question, () => answersTo(question, about.get(question.id)!), budget);
  if (own.some(isDead)) return false;
  const questions: Question[] = [];
  for (const question of [...before].reverse()) {
    if (!about.has(question.id)) continue;
    questions.unshift(question);
    if (question.when) leavesOf(question.when).forEach(note);
  }
  if (questions.some((question) => isWide(question, about.get(question.id)!))) return true;
  let left = Math.min(mostTried, budget.left);
  const possible: (readonly (Answer | undefined)[] | undefined)[] = [];
  const asked = new Map<string, Question>();
  const answers: Record<string, Answer | undefined> = {};
  const search = (at: number): boolean => {
    budget.left--;
    if (--left < 0) return true;
    const question = questions[at];
    if (!question) return holds(condition, asked, answers);
    if (question.when && !holds(question.when, asked, answers)) return search(at + 1);
    asked.set(question.id, question);
    for (const answer of (possible[at] ??= answersTo(question, about.get(question.id)!))) {
      answers[question.id] = answer;
      if (search(at + 1)) return true;
    }
    asked.delete(question.id);
    delete answers[question.id];
    return false;
  };
  return search(0);
}

/** Whether there are too many sets of options that conditions tell apart. */
function isWide(question: Question, about: readonly Condition[]): boolean {
  return question.kind === 'multiple' && optionsTold(question, about).length > mostOptions;
}

/** An answer of each sort; undefined for none. */
function answersTo(question: Question, about: readonly Condition[]): readonly (Answer | undefined)[] {
  const none = question.isRequired ? [] : [undefined];
  switch (question.kind) {
    case 'single':
      return [...none, ...optionsTold(question, about).map((option) => written(option === otherOption ? [] : [option], option))];
    case 'multiple':
      return [...none, ...setsOf(question, optionsTold(question, about))];
    case 'scale':
    case 'number':
      return [...none, ...numbersTold(question, about)];
    case 'matrix':
      return [...none, { [question.rows?.[0]?.id ?? 'row']: question.options?.[0]?.id ?? 'option' }];
    case 'ranking':
      return [...none, question.options?.map(({ id }) => id) ?? ['option']];
    case 'date':
      return [...none, question.earliest ?? question.latest ?? '2000-01-01'];
    case 'place':
      return [...none, { text: '.' }];
    case 'file':
      return [...none, { file: '.' }];
    default:
      return [...none, '.'];
  }
}

/** The options that conditions name, and one that none does. */
function optionsTold({ options = [], hasOther }: Question, about: readonly Condition[]): readonly string[] {
  const known = [...options.map(({ id }) => id), ...(hasOther ? [otherOption] : [])];
  const named = new Set(about.flatMap(({ isAnyOf = [] }) => isAnyOf));
  const told = known.filter((option) => named.has(option));
  const untold = known.find((option) => !named.has(option));
  return untold === undefined ? told : [...told, untold];
}

const written = (options: readonly string[], option: string): Answer =>
  option === otherOption ? { options, other: '.' } : options.length === 1 ? options[0]! : options;

/** Sets of the options that are told apart, filled up with others, as many as may be chosen. */
function setsOf({ options = [], hasOther, atLeast = 1, atMost = Infinity }: Question, told: readonly string[]): readonly Answer[] {
  const fillers = [...options.map(({ id }) => id), ...(hasOther ? [otherOption] : [])].filter((option) => !told.includes(option));
  const sets = Array.from({ length: 2 ** told.length }, (_, bits) => told.filter((_option, index) => bits & (1 << index)));
  return sets
    .map((set) => [...set, ...fillers.slice(0, Math.max(0, atLeast - set.length))])
    .filter(({ length }) => length >= Math.max(1, atLeast) && length <= atMost)
    .map((set) => {
      const listed = set.filter((option) => option !== otherOption);
      return set.includes(otherOption) ? { options: listed, other: '.' } : listed;
    });
}

const most = questionnaireLimits.number;

/** Each end of what conditions name, with a number on both sides of it. */
function numbersTold({ kind, scale, atLeast = -most, atMost = most }: Question, about: readonly Condition[]): readonly number[] {
  if (kind === 'scale') return scale ? Array.from({ length: scale.to - scale.from + 1 }, (_, step) => scale.from + step) : [];
  const named = about.flatMap((one) => [one.atLeast, one.atMost]).filter((end) => end !== undefined);
  const ends = [...new Set([...named, atLeast, atMost])].sort((a, b) => a - b);
  const between = ends.slice(1).map((end, index) => (end + ends[index]!) / 2);
  return [...new Set([...ends, ...between, ends[0]! - 1, ends.at(-1)! + 1])].filter((one) => one >= atLeast && one <= atMost);
}
