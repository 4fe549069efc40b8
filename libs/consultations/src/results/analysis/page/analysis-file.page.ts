import type { Texts } from '@isegoria/texts';
import { pagesOf } from '../../../methods/methods.page';
import { counted } from '../../assurance/by-assurance.contract';
import { asCsv, figureCells, figureHeads } from '../../dashboard/figures-file.page';
import { wordsRow } from '../../../methods/choices/results/figure-rows.page';
import { whyNothing, type AnalysisProps } from './analysis.page';

/** The filtered figures, one a line, each with the filter that it keeps to: a file is passed on without its address. */
export function analysisAsCsv(texts: Texts, { consultation, asked, activities }: AnalysisProps, zone: string): string {
  const { t } = texts;
  const { from = '', to = '', assurance, channel } = asked.filter;
  const keptTo = [from, to, zone, assurance ? t(`assuranceLevel.${assurance}`) : '', channel ? t(`channel.${channel}`) : ''];
  const head = [
    t('analysis.from'),
    t('analysis.to'),
    t('file.zone'),
    t('analysis.level'),
    t('analysis.channel'),
    ...figureHeads(texts),
    t('channel.office'),
  ];
  const rows = activities.flatMap((one) => {
    const { activity, filtered, shown } = one;
    const why = whyNothing(one);
    const { countsFrom, votes, votesByAssurance, days } = filtered;
    const all = [
      { of: '', figure: t('analysis.standing'), counted: votes, byAssurance: votesByAssurance, office: officeOf(days) },
      ...(why ? [wordsRow(t('file.outcome'), t(why))] : shown!.figures(texts)).map((row) => ({ ...row, office: '' as const })),
      ...days.map(({ day, byAssurance, office }) => ({
        ...{ of: day, figure: t('analysis.byDay'), counted: counted(byAssurance, countsFrom), byAssurance, office },
      })),
    ];
    const title = activity.title ?? t(pagesOf(activity.method).name);
    return all.map((row) => [...keptTo, ...figureCells(consultation, { ...row, activity: title }), row.office]);
  });
  return asCsv([head, ...rows]);
}

function officeOf(days: readonly { readonly office: number }[]): number {
  return days.reduce((sum, { office }) => sum + office, 0);
}
