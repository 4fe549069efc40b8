import { questionsOf, type Question, type QuestionKind, type Questionnaire } from '../questionnaire/questionnaire.pure';

/** Seconds that people need for a question of each kind, as survey makers reckon; for a matrix, a row. */
const secondsFor: Readonly<Record<QuestionKind, number>> = {
  single: 8,
  multiple: 12,
  scale: 7,
  matrix: 7,
  ranking: 20,
  number: 8,
  date: 8,
  'short-text': 15,
  'long-text': 45,
  place: 20,
  file: 40,
};
const charactersReadASecond = 18;

/** About how many minutes it takes to answer everything, at least one; what is asked of some people only counts half. */
export function minutesFor(questionnaire: Questionnaire): number {
  const introductions = questionnaire.sections.map(({ text = '' }) => text.length / charactersReadASecond);
  const seconds = [...introductions, ...questionsOf(questionnaire).map(secondsOf)].reduce((sum, one) => sum + one, 0);
  return Math.max(1, Math.round(seconds / 60));
}

function secondsOf({ kind, rows = [], fact = '', when }: Question): number {
  const all = secondsFor[kind] * (kind === 'matrix' ? rows.length : 1) + fact.length / charactersReadASecond;
  return when ? all / 2 : all;
}
