import { sameWords } from '@isegoria/kernel';
import type { Fault } from '../answers.pure';
import { questionnaireFaults } from '../faults.pure';
import type { Questionnaire } from '../questionnaire.pure';
import { labelsBeside, type Label } from './words-answered.pure';

/** Everything that is wrong with a questionnaire, its words included: no two labels that stand beside each other read the same. */
export function allFaultsOf(questionnaire: Questionnaire): readonly Fault[] {
  return [...questionnaireFaults(questionnaire), ...alikeIn(questionnaire)];
}

function alikeIn({ sections }: Questionnaire): Fault[] {
  return sections.flatMap(({ questions }, section) =>
    questions.flatMap((question, index) =>
      labelsBeside(question)
        .flatMap(alike)
        .map((field) => ({ field: `sections[${section}].questions[${index}].${field}`, constraint: 'isAlike' })),
    ),
  );
}

/** The field of each that reads as one before it. */
function alike(labels: readonly Label[]): string[] {
  const read = new Set<string>();
  return labels.flatMap(({ field, text }) => {
    const words = sameWords(text);
    if (read.has(words)) return [field];
    read.add(words);
    return [];
  });
}
