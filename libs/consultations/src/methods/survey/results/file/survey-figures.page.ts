import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../../results/results.contract';
import { figureRow, wordsRow } from '../../../choices/results/figure-rows.page';
import type { FigureRow } from '../../../method/method.page';
import type { ChannelResult } from '../../channels/channel.contract';
import { unansweredSentences } from '../../paper/unanswered/unanswered.page';
import { nameOfChoice } from '../survey-results.page';
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

function ofQuestion({ t }: Texts, question: QuestionResult, least: number): FigureRow[] {
  const { text, answered, answeredByAssurance, choices, mean } = question;
  return [
    { ...figureRow(text, t('survey.answered'), answered), byAssurance: answeredByAssurance, ...whyNot(t, answered, least) },
    ...(mean === null ? [] : [figureRow(text, t('file.mean'), mean)]),
    ...choices.map((choice) => ({
      ...{ of: text, figure: nameOfChoice(t, question, choice), counted: choice.votes, byAssurance: choice.byAssurance },
    })),
  ];
}

function ofChannel(
  texts: Texts,
  { channel, responses, answers, beyondQuota = 0 }: ChannelResult,
  { least, isOpen }: { readonly least: number; readonly isOpen: boolean },
): FigureRow[] {
  const { t } = texts;
  const [came, answersBy] = [t(`channels.responses.${channel}`), t(`channels.figure.${channel}`)];
  const isTooFew = answers.length === 0 && !isOpen;
  return [
    { ...figureRow('', came, responses), ...(isTooFew && { words: t('survey.tooFew', { least }) }) },
    ...(beyondQuota > 0 ? [wordsRow(came, t('quota.beyond', { count: beyondQuota }))] : []),
    ...answers.flatMap((question) => [
      { ...figureRow(question.text, answersBy, question.answered), ...whyNot(t, question.answered, least) },
      ...ofUnanswered(texts, question, least),
      ...question.choices.map((one) => figureRow(`${question.text}: ${nameOfChoice(t, question, one)}`, answersBy, one.votes)),
    ]),
  ];
}

/** Forms on paper without an answer to the question: how many, as far as it is told, and why. */
function ofUnanswered(texts: Texts, { text, unanswered }: QuestionResult, least: number): FigureRow[] {
  if (!unanswered || unanswered.forms === 0) return [];
  const words = unansweredSentences(texts, unanswered, least).join(' ');
  return [{ ...figureRow(text, texts.t('unanswered.figure'), unanswered.forms), words }];
}

/** In place of a figure of so few people that it is not told. */
const whyNot = (t: Texts['t'], answered: number | null, least: number) =>
  answered === null ? { words: t('survey.questionTooFew', { least }) } : undefined;
