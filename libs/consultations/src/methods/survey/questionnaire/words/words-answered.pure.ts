import { questionsOf, type Questionnaire } from '../questionnaire.pure';

/** What an answer means: each question; and, told apart from each other, its options, its rows, its steps and the ends of its scale. */
export function wordsAnswered(questionnaire: Questionnaire): string[][] {
  return questionsOf(questionnaire).flatMap(({ text, options = [], rows = [], scale }) => [
    [text],
    options.map((option) => option.text),
    rows.map((row) => row.text),
    [...(scale?.steps ?? [])],
    [scale?.fromLabel ?? '', scale?.toLabel ?? ''].filter((label) => label !== ''),
  ]);
}
