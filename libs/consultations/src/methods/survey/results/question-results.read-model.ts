import { assuranceLevels, type AssuranceLevel } from '@isegoria/kernel';
import { atEachLevel, counted, eachLevel, sumOfLevels, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import type { Tallies } from '../../choices/choice-method.read-model';
import { questionsOf, type Question } from '../questionnaire/questionnaire.pure';
import { cellsTogether } from '../place/cells.pure';
import { cellsOf, wholeBeyond } from '../quotas/quotas.pure';
import { wholeResponse } from './counted-choices.read-model';
import { daysInBins, numbersInBins, offeredChoices, textOfChoice, type Bin } from './question-results.pure';
import { cellMark, namedBy } from '../answers-by/cells/asked-jointly.pure';
import { tellsApart } from '../answers-by/answers-by.contract';
import type { SurveySettings } from '../survey.contract';
import { leastOf, type AnswersState, type QuestionResult } from './survey-results.contract';

/**
 * The results of each question; none where so few have responded that they would say who answered what, and nothing but its words of a
 * question that so few have answered, as those that only some people are asked.
 */
export function questionResults(
  settings: SurveySettings,
  tallies: Tallies,
  countsFrom: AssuranceLevel,
): { readonly answers: readonly QuestionResult[]; readonly answersState: AnswersState; readonly beyondQuota?: number } {
  const [{ questionnaire }, least] = [settings, leastOf(settings)];
  const responses = tallies.get(wholeResponse) ?? atEachLevel(0);
  if (counted(responses, countsFrom) < least) return { answers: [], answersState: 'tooFew' };
  const beyond = tallies.get(wholeBeyond) ?? atEachLevel(0);
  const mayBeApart = (people: ByAssurance<number>) => !assuranceLevels.some((level) => isOfFew(people[level], least));
  // A level of which all are beyond a quota says as much of them as one of few people.
  const levelsHaveMany = mayBeApart(responses) && assuranceLevels.every((level) => beyond[level] === 0 || responses[level] >= least);
  const valuesOf = valuesIn(tallies);
  const questions = questionsOf(questionnaire);
  const inLevels = new Set<string>();
  const answers = questions.map((question) => {
    const { id, kind, text } = question;
    const answeredByAssurance = sumOf([tallies.get(id)]);
    const answered = counted(answeredByAssurance, countsFrom);
    const asked = { id, kind, text, tellsApart: tellsApart(question), ...endsOf(question) };
    const cells = valuesOf(cellMark + id);
    const inCells = cells.map((cell) => tallies.get(`${cellMark}${id}:${cell}`)!);
    // Of more figures than are tried there is no cell.
    const tellsOfFew = cells.includes('') || inCells.some((cell) => isOfFew(counted(cell, countsFrom), least));
    if (answered < least || tellsOfFew)
      return { ...asked, state: 'tooFew', answered: null, answeredByAssurance: null, choices: [], mean: null } as const;
    // Of a level that is not told apart in a question, whoever is asked by its answer would tell.
    const areApart =
      levelsHaveMany && [answeredByAssurance, ...inCells].every(mayBeApart) && namedBy(question).every((one) => inLevels.has(one));
    if (areApart) inLevels.add(id);
    const apart = (votes: ByAssurance<number>) => (areApart ? votes : null);
    const of = (values: readonly string[]) => sumOf(values.map((value) => tallies.get(`${id}:${value}`)));
    const people = (value: string) => counted(of([value]), countsFrom);
    const isOfSome = question.when !== undefined && (kind === 'number' || kind === 'date');
    // A value that nobody gave who is counted is somebody's whose level is not told apart.
    const values = valuesOf(id).filter((value) => areApart || people(value) > 0);
    const isListed = !isOfSome || values.every((value) => people(value) >= least);
    const choices = (isListed ? binsOf(question, values, people, least) : []).map(({ name, values }) => {
      const byAssurance = of(values);
      const votes = counted(byAssurance, countsFrom);
      return { choice: name, text: textOfChoice(question, name), votes, byAssurance: kind === 'place' ? null : apart(byAssurance) };
    });
    const hasMean = kind === 'scale' || kind === 'number';
    const mean = hasMean ? meanOf(values.map((value) => [Number(value), people(value)])) : null;
    return { ...asked, state: 'shown', answered, answeredByAssurance: apart(answeredByAssurance), choices, mean } as const;
  });
  const hasQuotas = cellsOf(questionnaire).length > 0;
  return { answers, answersState: 'shown', ...(hasQuotas && { beyondQuota: counted(beyond, countsFrom) }) };
}

function endsOf({ scale }: Question): Pick<QuestionResult, 'ends'> {
  if (!scale?.fromLabel && !scale?.toLabel) return {};
  const { from, to, fromLabel = null, toLabel = null } = scale;
  return { ends: { from, to, fromLabel, toLabel } };
}

const isOfFew = (people: number, least: number): boolean => people > 0 && people < least;

function binsOf(question: Question, values: readonly string[], people: (value: string) => number, least: number): readonly Bin[] {
  if (question.kind === 'place') return cellsTogether(values, people, least);
  if (question.kind === 'number') return numbersInBins(values);
  if (question.kind === 'date') return daysInBins(values);
  return offeredChoices(question).map((choice) => ({ name: choice, values: [choice] }));
}

/** The values that were answered by anybody who counts at some level, by question. */
function valuesIn(tallies: Tallies): (id: string) => readonly string[] {
  const values = new Map<string, string[]>();
  for (const [choice, votes] of tallies) {
    const colon = choice.indexOf(':');
    if (colon < 0 || sumOfLevels(votes) === 0) continue;
    const id = choice.slice(0, colon);
    const known = values.get(id);
    if (known) known.push(choice.slice(colon + 1));
    else values.set(id, [choice.slice(colon + 1)]);
  }
  return (id) => values.get(id) ?? [];
}

function sumOf(votes: readonly (ByAssurance<number> | undefined)[]): ByAssurance<number> {
  return eachLevel((level) => votes.reduce((sum, one) => sum + (one?.[level] ?? 0), 0));
}

/** To three decimals; in the order of the values, so that everybody who adds them up gets the same. */
function meanOf(counts: readonly (readonly [value: number, votes: number])[]): number | null {
  const people = counts.reduce((sum, [, votes]) => sum + votes, 0);
  if (people === 0) return null;
  const inOrder = [...counts].sort(([a], [b]) => a - b);
  return Math.round((inOrder.reduce((sum, [value, votes]) => sum + value * votes, 0) / people) * 1_000) / 1_000;
}
