import { assuranceLevels } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { asText } from '../../export/contributions/as-text';
import { wordsRow } from '../../methods/choices/results/figure-rows.page';
import type { FigureRow } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import type { ActivityResults } from '../results.contract';
import type { Dashboard } from './results.page';

/** Every cell in quotation marks (RFC 4180); a line that would be a formula is made text. */
function cell(value: string | number): string {
  const harmless = typeof value === 'string' ? asText(value) : String(value);
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The first bytes of a file that some spreadsheets need to read letters of all languages. */
export const byteOrderMark = '\uFEFF';

export function asCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** The last columns of a row: what is counted, everybody by level, and what is said in words; empty where nothing is. */
export function figureCells({ counted, byAssurance, words = '' }: FigureRow): (string | number)[] {
  return [counted ?? '', ...assuranceLevels.map((level) => byAssurance?.[level] ?? ''), words];
}
export const figureHeads = ({ t }: Texts): string[] => [
  ...[t('figures.counted'), ...assuranceLevels.map((level) => t(`assuranceLevel.${level}`)), t('file.words')],
];

/** All figures of a dashboard and their working, one a line: of which activity and of what, those that are counted, everybody by level. */
export function figuresAsCsv(texts: Texts, dashboard: Dashboard): string {
  const { t } = texts;
  const head = [t('file.activity'), t('file.of'), t('file.figure'), ...figureHeads(texts)];
  return asCsv([head, ...rowsOf(texts, dashboard).map(({ activity, ...row }) => [activity, row.of, row.figure, ...figureCells(row)])]);
}

/** The same for programs: what was written stands in it as it is, and what is not there is null. */
export function figuresAsJson(texts: Texts, dashboard: Dashboard): object {
  const { consultationId, position, computedAt } = dashboard.results;
  const figures = rowsOf(texts, dashboard).map(({ words = null, ...row }) => ({ ...row, words }));
  return { consultationId, title: dashboard.consultation.title, position, computedAt, figures };
}

function rowsOf(texts: Texts, { results, activities }: Dashboard) {
  const { t } = texts;
  return results.activities.flatMap((activity, index) => {
    const { activityId, title } = activity;
    const { outcome, figures } = activities[index]!;
    const said = (outcome?.(texts) ?? []).map((words) => wordsRow(t('file.outcome'), words));
    const rows: readonly FigureRow[] = [...said, ...ofActivity(texts, activity), ...(figures?.(texts) ?? [])];
    return rows.map((row) => ({ activityId, activity: title ?? t(pagesOf(activity.method).name), ...row }));
  });
}

function ofActivity({ t }: Texts, activity: ActivityResults): FigureRow[] {
  const { participants, participantsByAssurance, votesCast, votesCastByAssurance } = activity;
  return [
    { of: '', figure: t('figures.participants'), counted: participants, byAssurance: participantsByAssurance },
    { of: '', figure: t('figures.votes'), counted: votesCast, byAssurance: votesCastByAssurance },
  ];
}
