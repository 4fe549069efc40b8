import { holds } from '../conditions.pure';
import { otherOption, type Answer, type Condition, type Question } from '../questionnaire.pure';

/** What is known of a condition while some answers are open; undefined: both are possible. */
type Known = boolean | undefined;

export function leavesOf({ all = [], any = [], not, ...leaf }: Condition): readonly Condition[] {
  if (leaf.question !== undefined) return [leaf];
  return [...all, ...any, ...(not ? [not] : [])].flatMap(leavesOf);
}

/**
 * Whether some answer to one question leaves it open that a condition holds, whatever is answered to all others.
 * @param answers one of each sort that the condition tells apart; not of a multiple choice, of which there may be too many
 * @param budget how many steps are still to be taken for this questionnaire; true where they do not suffice
 */
export function canHoldIn(
  condition: Condition,
  question: Question,
  answers: () => readonly (Answer | undefined)[],
  budget: { left: number },
): boolean {
  const given = (asked: boolean, answer?: Answer): Known => {
    budget.left--;
    const askedOf = new Map(asked ? [[question.id, question]] : []);
    return known(condition, (leaf) => (leaf.question === question.id ? holds(leaf, askedOf, { [question.id]: answer }) : undefined));
  };
  const mayBeLeft = !question.isRequired || question.when !== undefined;
  if (mayBeLeft && given(false) !== false) return true;
  if (question.kind === 'multiple') return canBeChosen(condition, question, budget);
  return answers().some((answer) => given(true, answer) !== false);
}

/** @param leaf what is known of one question that is answered in some way */
function known(condition: Condition, leaf: (one: Condition) => Known): Known {
  const { all, any, not } = condition;
  if (all) return joined(all, false, leaf);
  if (any) return joined(any, true, leaf);
  if (!not) return leaf(condition);
  const inner = known(not, leaf);
  return inner === undefined ? undefined : !inner;
}

/** One part that is `deciding` decides of all. */
function joined(parts: readonly Condition[], deciding: boolean, leaf: (one: Condition) => Known): Known {
  let isOpen = false;
  for (const part of parts) {
    const of = known(part, leaf);
    if (of === deciding) return deciding;
    isOpen ||= of === undefined;
  }
  return isOpen ? undefined : !deciding;
}

/**
 * Whether a set of options can be chosen, as many as may be. Options that the condition does not tell apart are one sort; of each sort it
 * is decided whether some are chosen, and what cannot hold any more is not followed further.
 */
function canBeChosen(condition: Condition, question: Question, budget: { left: number }): boolean {
  const { id, atLeast = 1, atMost = Infinity } = question;
  const sorts = sortsOf(condition, question);
  const chosen: Known[] = sorts.map(() => undefined);
  const leaf = ({ question: about, isAnyOf, isAnswered }: Condition): Known => {
    if (about !== id) return undefined;
    if (!isAnyOf) return isAnswered ?? false;
    const named = sorts.flatMap(({ first }, at) => (isAnyOf.includes(first) ? [chosen[at]] : []));
    if (named.includes(true)) return true;
    return named.includes(undefined) ? undefined : false;
  };
  const search = (at: number): boolean => {
    if (--budget.left < 0) return true;
    const least = chosen.filter((one) => one === true).length;
    const most = sorts.reduce((sum, { size }, sort) => sum + (chosen[sort] === false ? 0 : size), 0);
    if (least > atMost || most < Math.max(1, atLeast)) return false;
    const standing = known(condition, leaf);
    if (standing === false) return false;
    if (standing === true || at === sorts.length) return true;
    for (const one of [true, false]) {
      chosen[at] = one;
      if (search(at + 1)) return true;
    }
    chosen[at] = undefined;
    return false;
  };
  return search(0);
}

/** Options that each part of a condition names together, or not at all. */
function sortsOf(condition: Condition, { id, options = [], hasOther }: Question): { first: string; size: number }[] {
  const naming = leavesOf(condition).filter(({ question, isAnyOf }) => question === id && isAnyOf !== undefined);
  const sorts = new Map<string, { first: string; size: number }>();
  for (const option of [...options.map((one) => one.id), ...(hasOther ? [otherOption] : [])]) {
    const key = naming.map(({ isAnyOf }) => (isAnyOf!.includes(option) ? '1' : '0')).join('');
    const sort = sorts.get(key);
    if (sort) sort.size++;
    else sorts.set(key, { first: option, size: 1 });
  }
  return [...sorts.values()];
}
