import { bounded } from '@isegoria/kernel';
import { numberTyped, numberWritten, textIfAny, type Sent } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { Condition } from '../../questionnaire/questionnaire.contract';

/** How many answers a condition of the form may be about. */
export const conditionParts = 3;

export const partName = (part: number) => `when.${part}`;
export const numberName = (part: number) => `when.${part}.number`;

/** What a select says of one earlier answer: `q1 = bus`, `q1 != bus`, `q1 +` (answered), `q1 -` (not), `q2 >= 3`, `q3 <=` with a number. */
const written = /^(\S+) (=|!=|\+|-|>=|<=)(?: (\S+))?$/;

/** @returns undefined for a question that is always asked */
export function conditionSaid(question: FormState): Condition | undefined {
  const how = textIfAny(question, 'when');
  if (how === 'kept') return keptIn(question);
  if (how !== 'all' && how !== 'any') return undefined;
  const parts = Array.from({ length: conditionParts }, (_, part) => partSaid(question, part)).filter((part) => part !== undefined);
  if (parts.length === 1) return parts[0];
  return how === 'all' ? { all: parts } : { any: parts };
}

function partSaid(question: FormState, part: number): Condition | undefined {
  const [, about, sign, value] = written.exec(textIfAny(question, partName(part))) ?? [];
  if (about === undefined) return undefined;
  const number = value ?? textIfAny(question, numberName(part)).trim();
  // What is no number is left to the API to refuse.
  const end = (numberTyped(number) ?? number) as number;
  switch (sign) {
    case '=':
      return { question: about, isAnyOf: [value ?? ''] };
    case '!=':
      return { not: { question: about, isAnyOf: [value ?? ''] } };
    case '>=':
      return { question: about, atLeast: end };
    case '<=':
      return { question: about, atMost: end };
    default:
      return { question: about, isAnswered: sign === '+' };
  }
}

/** A condition that came from elsewhere and is more than the form can say. */
function keptIn(question: FormState): Condition | undefined {
  try {
    return bounded({ when: JSON.parse(textIfAny(question, 'when.kept')) as unknown })['when'] as Condition;
  } catch {
    return undefined;
  }
}

/** @param isNumber whether a question asks for a number, which is typed beside */
export function conditionAsFields(when: Condition | undefined, isNumber: (question: string) => boolean): Sent {
  const blank = Object.fromEntries(
    Array.from({ length: conditionParts }, (_, part) => [
      [partName(part), ''],
      [numberName(part), ''],
    ]).flat(),
  ) as Sent;
  if (!when) return { ...blank, when: 'always', 'when.kept': '' };
  const parts = when.all ?? when.any ?? partsOf(when);
  const said = parts.map(asWritten);
  if (said.length > conditionParts || said.some((part) => part === undefined))
    return { ...blank, when: 'kept', 'when.kept': JSON.stringify(when) };
  const fields = said.flatMap((part, index) => {
    const [, about, sign, value] = written.exec(part!)!;
    const isTyped = (sign === '>=' || sign === '<=') && isNumber(about!);
    return isTyped
      ? [[partName(index), `${about} ${sign}`] as const, [numberName(index), numberWritten(Number(value))] as const]
      : [[partName(index), part!] as const];
  });
  return { ...blank, ...Object.fromEntries(fields), when: when.any || (parts.length > 1 && !when.all) ? 'any' : 'all', 'when.kept': '' };
}

/** One of several options is one or another of them. */
function partsOf(when: Condition): readonly Condition[] {
  const { question, isAnyOf = [] } = when;
  return isAnyOf.length > 1 ? isAnyOf.map((option) => ({ question, isAnyOf: [option] })) : [when];
}

function asWritten({ question, isAnyOf, atLeast, atMost, isAnswered, not, all, any }: Condition): string | undefined {
  if (all || any) return undefined;
  if (not) return not.isAnyOf?.length === 1 ? `${not.question} != ${not.isAnyOf[0]}` : undefined;
  if (isAnswered !== undefined) return `${question} ${isAnswered ? '+' : '-'}`;
  if (isAnyOf) return isAnyOf.length === 1 ? `${question} = ${isAnyOf[0]}` : undefined;
  if (atLeast !== undefined && atMost !== undefined) return undefined;
  return atLeast === undefined ? `${question} <= ${atMost}` : `${question} >= ${atLeast}`;
}
