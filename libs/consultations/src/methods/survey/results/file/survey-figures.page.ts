import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../../results/results.contract';
import { figureRow, wordsRow } from '../../../choices/results/figure-rows.page';
import type { FigureRow } from '../../../method/method.page';
import type { ChannelResult } from '../../channels/channel.contract';
import { leastOf, type QuestionResult } from '../survey-results.contract';

/**
 * The answers to each question, for a file, and how many responses came without an account. Where answers are not told, words say why.
 * Levels are told apart where the page does; answers of no account are of no level.
 */
export function surveyFigures(texts: Texts, results: ActivityResults): FigureRow[] {
  const { t } = texts;
  const { answers, answersState, beyondQuota = 0, channels, smallestGroup } = results;
  const least = leastOf({ smallestGroup: smallestGroup ?? undefined });
  const said = (words: string) => wordsRow(t('survey.results'), words);
  return [
    ...(answersState === 'open' ? [said(t('survey.shownLater'))] : []),
    ...(answersState === 'tooFew' ? [said(t('survey.tooFew', { least }))] : []),
    ...(beyondQuota > 0 ? [said(t('quota.beyond', { count: beyondQuota }))] : []),
    ...answers.flatMap((question) => ofQuestion(texts, question, least)),
    ...channels.flatMap((channel) => ofChannel(texts, channel, { least, isOpen: answersState === 'open' })),
  ];
}

function ofQuestion({ t }: Texts, { text, answered, answeredByAssurance, choices, mean }: QuestionResult, least: number): FigureRow[] {
  return [
    { ...figureRow(text, t('survey.answered'), answered), byAssurance: answeredByAssurance, ...whyNot(t, answered, least) },
    ...(mean === null ? [] : [figureRow(text, t('file.mean'), mean)]),
    ...choices.map(({ text: choice, votes, byAssurance }) => ({
      ...{ of: text, figure: choice ?? t('answer.own'), counted: votes, byAssurance },
    })),
  ];
}

function ofChannel(
  { t }: Texts,
  { channel, responses, answers, beyondQuota = 0 }: ChannelResult,
  { least, isOpen }: { readonly least: number; readonly isOpen: boolean },
): FigureRow[] {
  const [came, answersBy] = [t(`channels.responses.${channel}`), t(`channels.figure.${channel}`)];
  const isTooFew = answers.length === 0 && !isOpen;
  return [
    { ...figureRow('', came, responses), ...(isTooFew && { words: t('survey.tooFew', { least }) }) },
    ...(beyondQuota > 0 ? [wordsRow(came, t('quota.beyond', { count: beyondQuota }))] : []),
    ...answers.flatMap(({ text, answered, choices }) => [
      { ...figureRow(text, answersBy, answered), ...whyNot(t, answered, least) },
      ...choices.map((choice) => figureRow(`${text}: ${choice.text ?? t('answer.own')}`, answersBy, choice.votes)),
    ]),
  ];
}

/** In place of a figure of so few people that it is not told. */
const whyNot = (t: Texts['t'], answered: number | null, least: number) =>
  answered === null ? { words: t('survey.questionTooFew', { least }) } : undefined;
