import { questionsOf, type Question, type Questionnaire } from '../questionnaire.pure';

/** What a question calls something that is chosen, at its field within the question. */
export interface Label {
  readonly field: string;
  readonly text: string;
}

/** The labels of a question, as they stand beside each other: its options, its rows, its steps and the ends of its scale. */
export function labelsBeside({ options = [], rows = [], scale }: Question): readonly (readonly Label[])[] {
  const ends = [
    { field: 'scale.fromLabel', text: scale?.fromLabel ?? '' },
    { field: 'scale.toLabel', text: scale?.toLabel ?? '' },
  ];
  return [
    options.map(({ text }, index) => ({ field: `options[${index}].text`, text })),
    rows.map(({ text }, index) => ({ field: `rows[${index}].text`, text })),
    (scale?.steps ?? []).map((text, index) => ({ field: `scale.steps[${index}]`, text })),
    ends.filter(({ text }) => text !== ''),
  ];
}

/** What an answer means: each question, and its labels, told apart from those beside them. */
export function wordsAnswered(questionnaire: Questionnaire): string[][] {
  return questionsOf(questionnaire).flatMap((question) => [
    [question.text],
    ...labelsBeside(question).map((labels) => labels.map(({ text }) => text)),
  ]);
}
