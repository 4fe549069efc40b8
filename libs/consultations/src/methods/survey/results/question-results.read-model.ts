import { assuranceLevels, type AssuranceLevel } from '@isegoria/kernel';
import { atEachLevel, counted, eachLevel, sumOfLevels, type ByAssurance } from '../../../results/assurance/by-assurance.contract';
import type { Tallies } from '../../choices/choice-method.read-model';
import { questionsOf, type Question } from '../questionnaire/questionnaire.pure';
import { wholeResponse } from './counted-choices.read-model';
import { daysInBins, numbersInBins, offeredChoices, textOfChoice, type Bin } from './question-results.pure';
import { tellsApart } from '../answers-by/answers-by.contract';
import type { SurveySettings } from '../survey.contract';
import { leastOf, type AnswersState, type QuestionResult } from './survey-results.contract';

/** The results of each question; none where so few have responded that they would say who answered what. */
export function questionResults(
  settings: SurveySettings,
  tallies: Tallies,
  countsFrom: AssuranceLevel,
): { readonly answers: readonly QuestionResult[]; readonly answersState: AnswersState } {
  const [{ questionnaire }, least] = [settings, leastOf(settings)];
  const responses = tallies.get(wholeResponse) ?? atEachLevel(0);
  if (counted(responses, countsFrom) < least) return { answers: [], answersState: 'tooFew' };
  const areApart = assuranceLevels.every((level) => responses[level] === 0 || responses[level] >= least);
  const apart = (votes: ByAssurance<number>) => (areApart ? votes : null);
  const valuesOf = valuesIn(tallies);
  const answers = questionsOf(questionnaire).map((question) => {
    const { id, kind, text } = question;
    const of = (values: readonly string[]) => sumOf(values.map((value) => tallies.get(`${id}:${value}`)));
    const answeredByAssurance = sumOf([tallies.get(id)]);
    const choices = binsOf(question, valuesOf(id)).map(({ name, values }) => {
      const byAssurance = of(values);
      return { choice: name, text: textOfChoice(question, name), votes: counted(byAssurance, countsFrom), byAssurance: apart(byAssurance) };
    });
    const hasMean = kind === 'scale' || kind === 'number';
    const mean = hasMean ? meanOf(valuesOf(id).map((value) => [Number(value), counted(of([value]), countsFrom)])) : null;
    const answered = counted(answeredByAssurance, countsFrom);
    return { id, kind, text, answered, answeredByAssurance: apart(answeredByAssurance), choices, tellsApart: tellsApart(question), mean };
  });
  return { answers, answersState: 'shown' };
}

function binsOf(question: Question, values: readonly string[]): readonly Bin[] {
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
