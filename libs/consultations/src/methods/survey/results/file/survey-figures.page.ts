import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../../results/results.contract';
import { figureRow } from '../../../choices/results/figure-rows.page';
import type { FigureRow } from '../../../method/method.page';

/**
 * The answers to each question, for a file; of a question that too few answered, a line without a figure. Levels are told apart where the
 * page does; answers of no account are of no level.
 */
export function surveyFigures({ t }: Texts, { answers, channels }: ActivityResults): FigureRow[] {
  const mean = (text: string, value: number | null) => (value === null ? [] : [figureRow(text, t('file.mean'), value)]);
  return [
    ...answers.flatMap((question) => [
      { of: question.text, figure: t('survey.answered'), counted: question.answered, byAssurance: question.answeredByAssurance },
      ...mean(question.text, question.mean),
      ...question.choices.map(({ text, votes, byAssurance }) => ({
        ...{ of: question.text, figure: text ?? t('answer.own'), counted: votes, byAssurance },
      })),
    ]),
    ...channels.flatMap(({ channel, answers: apart }) =>
      apart.flatMap(({ text: question, choices }) =>
        choices.map(({ text, votes }) => figureRow(`${question}: ${text ?? t('answer.own')}`, t(`channels.figure.${channel}`), votes)),
      ),
    ),
  ];
}
