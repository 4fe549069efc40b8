import { offeredChoices } from '../../results/question-results.pure';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.pure';
import { tellsApart, type AnswersBy, type GroupOfPeople, type QuestionInGroup } from '../answers-by.contract';
import { areAskedBy } from './asked-jointly.pure';
import { safeColumns, safeThings, smallGroups, sumOf, type Table } from './safe-tables.pure';

/** Of people who gave no answer to a question. */
export const noAnswer = '';

/**
 * How many people gave an answer to one question and another answer besides: by the choice in the one, {@link noAnswer} included, and by
 * what is counted of a response. Under the id of each question how many answered it, and under `#` how many people there are.
 */
export type CountsBy = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Why nothing is shown, or groups of people. */
export type Shown = Pick<AnswersBy, 'state' | 'groups'>;

/**
 * The answers of people apart by one question, without figures below the threshold and without what would give them away. Two questions
 * that each tell people apart have one table, whichever of them is asked for, so that nothing is found by comparing both. Questions that
 * only some people are asked are in none: who was asked would tell what they answered elsewhere.
 */
export function answersInGroups(questionnaire: Questionnaire, question: Question, counts: CountsBy, least: number): Shown {
  const rows = rowsOf(question);
  const count = (row: string, key: string) => counts.get(row)?.get(key) ?? 0;
  const people = rows.map((row) => count(row, '#'));
  const tooSmall = smallGroups(people, least);
  const shown = rows.flatMap((choice, at) => (choice === noAnswer || tooSmall.has(at) || people[at] === 0 ? [] : [{ choice, at }]));
  if (shown.length === 0 || sumOf(people) - people.at(-1)! < least) return { state: 'tooFew', groups: [] };
  const inTables = questionsOfAll(questionnaire);
  const isBefore = (other: Question) => inTables.indexOf(other) < inTables.indexOf(question);
  const others = inTables.filter((other) => other !== question);
  const tables = others.map((other) => {
    const figure = (row: string, key: string) => (key === noAnswer ? count(row, '#') - count(row, other.id) : count(row, key));
    const table: Table = rows.map((row) => columnsOf(other).map((key) => figure(row, key)));
    const answered = rows.map((row) => count(row, other.id));
    // What nobody chose would tell what those few chose; and how many are asked by both is a figure of that table.
    const isUntold = sumOf(answered) < least || areAskedBy(questionnaire, question.id, other.id);
    if (isUntold) return { other, cells: table.map((row) => row.map(() => null)) };
    if (!tellsApart(other)) return { other, cells: cellsOf(other, table, { answered, people, tooSmall, least }) };
    const isTurned = isBefore(other);
    const oneWay = isTurned ? turned(table) : table;
    const hiddenRows = smallGroups(oneWay.map(sumOf), least);
    const hiddenColumns = safeColumns(oneWay, hiddenRows, least);
    const [ofGroups, ofAnswers] = isTurned ? [hiddenColumns, hiddenRows] : [hiddenRows, hiddenColumns];
    const cells = table.map((row, at) => row.map((n, column) => (ofGroups.has(at) || ofAnswers.has(column) ? null : n)));
    return { other, cells };
  });
  const groups = shown.map(({ choice, at }): GroupOfPeople => {
    const questions = tables.map(({ other, cells }): QuestionInGroup => inGroup(other, cells[at]!, people[at]!));
    return { choice, people: people[at]!, questions };
  });
  return { state: 'shown', groups };
}

/** The questions that everybody is asked. */
const questionsOfAll = ({ sections }: Questionnaire): readonly Question[] =>
  sections.flatMap(({ questions }) => questions.filter(({ when }) => !when));

const rowsOf = (question: Question): readonly string[] => [...offeredChoices(question), noAnswer];
const turned = (table: Table): Table => table[0]!.map((_, column) => table.map((row) => row[column]!));
type Cells = readonly (readonly (number | null)[])[];

/** What is counted of a question, and last those who did not answer it. */
function columnsOf(question: Question): readonly string[] {
  return [...offeredChoices(question).map((choice) => `${question.id}:${choice}`), noAnswer];
}

/** The figures of a question that may have several answers, or none that are counted. */
function cellsOf(question: Question, table: Table, around: Around): Cells {
  const { answered, people, tooSmall, least } = around;
  const withNone = people.map((n, at) => [answered[at]!, n - answered[at]!]);
  const isAnsweredShown = safeColumns(withNone, tooSmall, least).size === 0;
  const things = table.map((row) => row.slice(0, -1));
  const hidden = hiddenThings(question, things, around, isAnsweredShown);
  return things.map((row, at) => [
    ...row.map((n, column) => (hidden.has(column) ? null : n)),
    isAnsweredShown && question.kind !== 'matrix' ? people[at]! - answered[at]! : null,
  ]);
}

interface Around {
  readonly answered: readonly number[];
  readonly people: readonly number[];
  readonly tooSmall: ReadonlySet<number>;
  readonly least: number;
}

function hiddenThings(question: Question, things: Table, around: Around, isAnsweredShown: boolean): ReadonlySet<number> {
  const { answered, people, tooSmall, least } = around;
  const all = new Set(things[0]!.keys());
  if (question.kind === 'matrix') return hiddenInMatrix(question, things, around);
  if (!isAnsweredShown) return all;
  const hidden = safeThings(things, answered, people, tooSmall, least);
  // Each place of a ranking has one option and each option one place: one figure that is missing follows from the others.
  return question.kind === 'ranking' && hidden.size > 0 ? all : hidden;
}

/** Each row of a matrix is a question with one answer. */
function hiddenInMatrix({ rows = [], options = [] }: Question, things: Table, { people, tooSmall, least }: Around): ReadonlySet<number> {
  const hidden = rows.flatMap((_, place) => {
    const from = place * options.length;
    const own = things.map((row, at) => {
      const cells = row.slice(from, from + options.length);
      return [...cells, people[at]! - sumOf(cells)];
    });
    return [...safeColumns(own, tooSmall, least)].filter((column) => column < options.length).map((column) => from + column);
  });
  return new Set(hidden);
}

/** @param cells of its choices in order, and last of those who did not answer it */
function inGroup(question: Question, cells: readonly (number | null)[], people: number): QuestionInGroup {
  const without = cells.at(-1) ?? null;
  const choices = offeredChoices(question).map((choice, at) => ({ choice, votes: cells[at]! }));
  return { id: question.id, answered: without === null ? null : people - without, choices };
}

