import { bounded } from '@isegoria/kernel';
import { listOf, numberWritten, textIfAny, textOf, type Sent } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { answersInFields, fieldOf, ownWordsOf } from '../../asking/said.pure';
import { positionOf } from '../../place/position.pure';
import { own } from '../../questionnaire/conditions.pure';
import { otherOption, type Answer, type Answers, type Place, type Question } from '../../questionnaire/questionnaire.pure';

export { fieldOf, ownWordsOf };

/** Where a page has the file that is kept, as JSON; of the server, and never sent back. */
export const keptFileOf = (id: string) => `kept.${id}`;

/** What a form answers to these questions; null where nothing is answered. */
export function answersSaid(questions: readonly Question[], form: FormState): Answers {
  return answersInFields(questions, {
    typed: (name) => textOf(form, name),
    ticked: (name) => textIfAny(form, name),
    list: (name) => listOf(form, name),
  });
}

/** The fields of a form with these answers in it; null is an answer that was taken back. */
export function answeredFields(questions: readonly Question[], answers: Answers): Sent {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = own(answers, question.id);
      return answer === null || answer === undefined ? [] : fieldsOf(question, answer);
    }),
  );
}

function fieldsOf({ id, kind, rows = [] }: Question, answer: Answer): [string, string | readonly string[]][] {
  const name = fieldOf(id);
  if (typeof answer === 'number') return [[name, numberWritten(answer)]];
  if (typeof answer === 'string') return [[name, answer]];
  if (kind === 'ranking') {
    const places = answer as readonly (string | readonly string[])[];
    return places.flatMap((place, at) => [place].flat().map((option): [string, string] => [fieldOf(id, option), String(at + 1)]));
  }
  if (Array.isArray(answer)) return [[name, answer as readonly string[]]];
  if (kind === 'matrix') {
    const chosen = answer as Readonly<Record<string, string>>;
    return rows.flatMap((row): [string, string][] => {
      const option = own(chosen, row.id);
      return option === undefined ? [] : [[fieldOf(id, row.id), option]];
    });
  }
  if (kind === 'file') return [[keptFileOf(id), JSON.stringify(answer)]];
  if (kind === 'place')
    return [
      [name, (answer as Place).text],
      [fieldOf(id, 'position'), positionOf(answer as Place)],
    ];
  const { options = [], other = '' } = answer as { readonly options?: readonly string[]; readonly other?: string };
  return [
    [name, kind === 'single' ? (options[0] ?? otherOption) : [...options, otherOption]],
    [ownWordsOf(id), other],
  ];
}

/** The answers as the page that was sent showed them; what is none of ours is refused by the API. */
export function answersIn(text: string): Answers {
  try {
    return bounded({ answers: JSON.parse(text) as unknown })['answers'] as Answers;
  } catch {
    return text as unknown as Answers;
  }
}
