import type { Texts } from '@isegoria/texts';
import { Words } from '@isegoria/ui';
import { noAnswer } from '../../asking/said.pure';
import { positionOf } from '../../place/position.pure';
import { own } from '../../questionnaire/conditions.pure';
import {
  chosenIn,
  otherOption,
  type Answer,
  type ChosenOrWritten,
  type FileAnswer,
  type Place,
  type Question,
} from '../../questionnaire/questionnaire.pure';

/** A line of an answer: words of the office or of the author, each of which may be read in translation, and what stands between them. */
export type LineParts = readonly string[];

export function AnswerLine({ parts }: { readonly parts: LineParts }) {
  return parts.map((part, at) => (isWords(part) ? <Words text={part} by="office" key={at} /> : part));
}

const isWords = (part: string) => /[^\d\s.:]/.test(part);

/** An answer as its author reads it again, line by line; undefined where there is none. */
export function answerInWords(
  { kind, options = [], rows = [], scale }: Question,
  answer: Answer | undefined,
  { t }: Texts,
): readonly LineParts[] | undefined {
  if (answer === undefined) return undefined;
  // What is kept and was not sent may have these.
  const others = [
    { id: otherOption, text: t('answer.own') },
    { id: noAnswer, text: t('answer.none') },
  ];
  const textOf = (id: string) => [...options, ...others].find((option) => option.id === id)?.text ?? id;
  switch (kind) {
    case 'single':
    case 'multiple': {
      const { other } = answer as Partial<ChosenOrWritten>;
      return chosenIn(answer).map((id) => (id === otherOption && other !== undefined ? [other] : [textOf(id)]));
    }
    case 'ranking':
      return chosenIn(answer).flatMap((place, at) => [place].flat().map((id) => [`${at + 1}. `, textOf(id)]));
    case 'matrix': {
      const chosen = answer as Readonly<Record<string, string>>;
      return rows.flatMap(({ id, text }) => (own(chosen, id) === undefined ? [] : [[text, ': ', textOf(own(chosen, id)!)]]));
    }
    case 'scale':
      return [[scale?.steps?.[(answer as number) - scale.from] ?? String(answer as number)]];
    case 'place':
      return [(answer as Place).text, positionOf(answer as Place)].flatMap((line) => (line === '' ? [] : [[line]]));
    case 'file':
      return [[(answer as FileAnswer).name ?? '']];
    default:
      return String(answer as string | number).split('\n').map((line) => [line]);
  }
}
