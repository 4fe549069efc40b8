import { positionOf } from '../../place/position.pure';
import {
  chosenIn,
  otherOption,
  type Answer,
  type ChosenOrWritten,
  type FileAnswer,
  type Place,
  type Question,
} from '../../questionnaire/questionnaire.pure';

/** An answer as its author reads it again, line by line; undefined where there is none. */
export function answerInWords(
  { kind, options = [], rows = [], scale }: Question,
  answer: Answer | undefined,
): readonly string[] | undefined {
  if (answer === undefined) return undefined;
  const textOf = (id: string) => options.find((option) => option.id === id)?.text ?? id;
  switch (kind) {
    case 'single':
    case 'multiple': {
      const { other } = answer as Partial<ChosenOrWritten>;
      return chosenIn(answer).map((id) => (id === otherOption && other !== undefined ? other : textOf(id)));
    }
    case 'ranking':
      return chosenIn(answer).map((id, at) => `${at + 1}. ${textOf(id)}`);
    case 'matrix': {
      const chosen = answer as Readonly<Record<string, string>>;
      return rows.flatMap(({ id, text }) => (Object.hasOwn(chosen, id) ? [`${text}: ${textOf(chosen[id]!)}`] : []));
    }
    case 'scale':
      return [scale?.steps?.[(answer as number) - scale.from] ?? String(answer as number)];
    case 'place':
      return [(answer as Place).text, positionOf(answer as Place)].filter((line) => line !== '');
    case 'file':
      return [(answer as FileAnswer).name ?? ''];
    default:
      return String(answer as string | number).split('\n');
  }
}
