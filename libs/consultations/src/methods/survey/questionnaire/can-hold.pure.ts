import { holds } from './conditions.pure';
import { otherOption, questionnaireLimits, type Answer, type Answers, type Condition, type Question } from './questionnaire.pure';

/** How many ways of answering are tried: more than that, and nothing is said. */
const mostTried = 20_000;
/** Of how many options of a multiple choice all sets are tried. */
const mostOptions = 6;

/**
 * Whether somebody can answer so that a condition holds, looking only at the questions that it, and the conditions of these, are about. Of
 * each, one answer of each sort is tried that these conditions tell apart. True where that takes too long to decide.
 * @param before the questions before it, in their order
 */
export function canHold(condition: Condition, before: readonly Question[]): boolean {
  const conditions = [condition];
  const needed = new Set<string>();
  for (const { id, when } of [...before].reverse()) {
    if (!conditions.some((one) => isAbout(one, id))) continue;
    needed.add(id);
    if (when) conditions.push(when);
  }
  const questions = before.filter(({ id }) => needed.has(id));
  if (questions.some((question) => isWide(question, conditions))) return true;
  let tried = 0;
  const search = (at: number, asked: ReadonlyMap<string, Question>, answers: Answers): boolean => {
    if (++tried > mostTried) return true;
    const question = questions[at];
    if (!question) return holds(condition, asked, answers);
    if (question.when && !holds(question.when, asked, answers)) return search(at + 1, asked, answers);
    const with_ = new Map(asked).set(question.id, question);
    return answersTo(question, conditions).some((answer) => search(at + 1, with_, { ...answers, [question.id]: answer }));
  };
  return search(0, new Map(), {});
}

/** Whether there are too many sets of options that conditions tell apart. */
function isWide(question: Question, conditions: readonly Condition[]): boolean {
  const about = conditions.flatMap((one) => leavesAbout(one, question.id));
  return question.kind === 'multiple' && optionsTold(question, about).length > mostOptions;
}

function isAbout({ question, all = [], any = [], not }: Condition, id: string): boolean {
  return question === id || [...all, ...any, ...(not ? [not] : [])].some((part) => isAbout(part, id));
}

/** An answer of each sort; undefined for none. */
function answersTo(question: Question, conditions: readonly Condition[]): readonly (Answer | undefined)[] {
  const about = conditions.flatMap((one) => leavesAbout(one, question.id));
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

function leavesAbout(condition: Condition, id: string): readonly Condition[] {
  const { question, all = [], any = [], not } = condition;
  if (question !== undefined) return question === id ? [condition] : [];
  return [...all, ...any, ...(not ? [not] : [])].flatMap((part) => leavesAbout(part, id));
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
