import { questionsOf, type Condition, type Question, type Questionnaire } from '../../questionnaire/questionnaire.pure';

/** Before the name of a cell, as it is counted of a response. No question has such an id. */
export const cellMark = '&';
/** With more figures than these the question is not told. */
export const mostFigures = 8;

/** A condition without parts, by what it says: of how many people it holds stands in the results by itself, or may not. */
type Figures = ReadonlyMap<string, Condition>;
type ById = ReadonlyMap<string, Question>;

/** A question of which how many answered it is a cell of the table of these figures (ADR 123). */
interface Joint {
  readonly id: string;
  readonly figures: Figures;
}

/** What is counted of a response besides: for each such question, the cell that it is in; no cell where the table has too many. */
export function cellsIn(questionnaire: Questionnaire, choices: readonly string[]): readonly string[] {
  const [joint, given] = [jointIn(questionnaire), new Set(choices)];
  return joint.map(({ id, figures }) => {
    const marks = figures.size > mostFigures ? [] : [...figures.values()].map((figure) => (holdsOf(figure, given) ? 1 : 0));
    return `${cellMark}${id}:${marks.join('')}`;
  });
}

/** Whether some question is asked by both: its figure and their table would complete each other. */
export const areAskedBy = (questionnaire: Questionnaire, ...both: readonly string[]): boolean =>
  jointIn(questionnaire).some(({ figures }) => both.every((id) => namedIn(figures).has(id)));

/** The questions that a condition names. */
export const namedBy = ({ when }: Question): readonly string[] => leavesOf(when).map(({ question }) => question!);

const known = new WeakMap<Questionnaire, readonly Joint[]>();

function jointIn(questionnaire: Questionnaire): readonly Joint[] {
  const found = known.get(questionnaire) ?? together(jointAlone(questionsOf(questionnaire)));
  known.set(questionnaire, found);
  return found;
}

function jointAlone(questions: readonly Question[]): readonly Joint[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return questions.flatMap((question) => (isJoint(question, byId) ? [{ id: question.id, figures: figuresBehind(question, byId) }] : []));
}

/** Those that hang on two questions alike have one table: their figures would be cells of it, added up and taken away. */
function together(alone: readonly Joint[]): readonly Joint[] {
  return alone.map(({ id, figures }) => {
    let all = figures;
    for (let before = 0; before < all.size; ) {
      before = all.size;
      for (const other of alone) if (shared(all, other.figures) > 1) all = new Map([...all, ...other.figures]);
    }
    return { id, figures: all };
  });
}

const namedIn = (figures: Figures): ReadonlySet<string> => new Set([...figures.values()].map(({ question }) => question!));
const shared = (one: Figures, other: Figures): number => [...namedIn(one)].filter((id) => namedIn(other).has(id)).length;

function isJoint(question: Question, byId: ById): boolean {
  const leaves = leavesOf(question.when);
  const named = leaves.map((leaf) => byId.get(leaf.question!)!);
  if (named.some((one) => isJoint(one, byId)) || figuresOf(leaves, byId).size > 1) return true;
  // Whoever did not give an answer that only some are asked for may be few, though as many as are needed are asked here.
  return named.some(({ when }) => when) && (leaves[0] !== question.when || leaves[0]!.isAnswered === false);
}

/** Those that its condition names, and all behind the questions that it names. */
function figuresBehind({ when }: Question, byId: ById): Figures {
  const leaves = leavesOf(when);
  return new Map([...figuresOf(leaves, byId), ...leaves.flatMap((leaf) => [...figuresBehind(byId.get(leaf.question!)!, byId)])]);
}

const leavesOf = (condition: Condition | undefined): readonly Condition[] => {
  if (!condition) return [];
  const { all = [], any = [], not } = condition;
  return condition.question === undefined ? [...all, ...any, ...(not ? [not] : [])].flatMap(leavesOf) : [condition];
};

function figuresOf(leaves: readonly Condition[], byId: ById): Figures {
  const figures = leaves.flatMap((leaf): readonly Condition[] => {
    const { kind, when } = byId.get(leaf.question!)!;
    const { question, isAnyOf, isAnswered } = leaf;
    const answered = { question, isAnswered: true } as Condition;
    if (isAnswered !== undefined) return [answered];
    // Of several options one person may choose several.
    if (isAnyOf && kind === 'multiple') return isAnyOf.map((option) => ({ question, isAnyOf: [option] }) as Condition);
    // The numbers of some people may not be listed.
    return kind === 'number' && when ? [leaf, answered] : [leaf];
  });
  return new Map(figures.map((figure) => [JSON.stringify(figure), figure]));
}

function holdsOf(figure: Condition, given: ReadonlySet<string>): boolean {
  const { question, isAnyOf, isAnswered, atLeast = -Infinity, atMost = Infinity } = figure;
  if (isAnswered) return given.has(question!);
  if (isAnyOf) return isAnyOf.some((option) => given.has(`${question}:${option}`));
  const value = [...given].find((choice) => choice.startsWith(`${question}:`))?.slice(question!.length + 1);
  return value !== undefined && Number(value) >= atLeast && Number(value) <= atMost;
}
