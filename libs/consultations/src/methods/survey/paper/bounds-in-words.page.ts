import type { Texts } from '@isegoria/texts';
import type { Question } from '../questionnaire/questionnaire.contract';

/** What an answer keeps to, said before somebody errs: how many options, which numbers or days. How long it may be, its field says. */
export function boundsInWords({ t, date }: Pick<Texts, 't' | 'date'>, question: Question): readonly string[] {
  const { kind, atLeast, atMost, earliest, latest } = question;
  if (kind === 'multiple' || kind === 'ranking')
    return [
      ...(atLeast !== undefined && atLeast > 1 ? [t('paper.atLeast', { count: atLeast })] : []),
      ...(atMost !== undefined ? [t('paper.atMost', { count: atMost })] : []),
    ];
  if (kind === 'number')
    return [
      ...(atLeast !== undefined ? [t('paper.numberFrom', { number: atLeast })] : []),
      ...(atMost !== undefined ? [t('paper.numberTo', { number: atMost })] : []),
    ];
  return [
    ...(earliest !== undefined ? [t('paper.dayFrom', { day: date(earliest) })] : []),
    ...(latest !== undefined ? [t('paper.dayTo', { day: date(latest) })] : []),
  ];
}
