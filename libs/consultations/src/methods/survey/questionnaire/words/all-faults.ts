import { sameWords } from '@isegoria/kernel';
import type { Fault } from '../answers.pure';
import { questionnaireFaults } from '../faults.pure';
import type { Questionnaire, QuestionOption } from '../questionnaire.pure';

/** Everything that is wrong with a questionnaire, its words included: what people choose from never reads the same. */
export function allFaultsOf(questionnaire: Questionnaire): readonly Fault[] {
  return [...questionnaireFaults(questionnaire), ...alikeIn(questionnaire)];
}

function alikeIn({ sections }: Questionnaire): Fault[] {
  return sections.flatMap(({ questions }, section) =>
    questions.flatMap(({ options = [], rows = [] }, index) => {
      const at = `sections[${section}].questions[${index}]`;
      return [...alike(options, `${at}.options`), ...alike(rows, `${at}.rows`)];
    }),
  );
}

/** Each that reads as one before it. */
function alike(list: readonly QuestionOption[], at: string): Fault[] {
  const read = new Set<string>();
  return list.flatMap(({ text }, index) => {
    const words = sameWords(text);
    if (read.has(words)) return [{ field: `${at}[${index}].text`, constraint: 'isAlike' }];
    read.add(words);
    return [];
  });
}
