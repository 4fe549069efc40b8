import { assuranceLevels } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { asText } from '../../export/contributions/as-text';
import type { FigureRow } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import type { ActivityResults } from '../results.contract';
import type { Dashboard } from './results.page';

/** Every cell in quotation marks (RFC 4180); a line that would be a formula is made text. */
function cell(value: string | number): string {
  const harmless = typeof value === 'string' ? asText(value) : String(value);
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** All figures of a dashboard, one a line: of which activity and of what, those that are counted, and everybody by level. */
export function figuresAsCsv(texts: Texts, { results, activities }: Dashboard): string {
  const { t } = texts;
  const head = [t('file.activity'), t('file.of'), t('file.figure'), t('figures.counted')];
  const levels = assuranceLevels.map((level) => t(`assuranceLevel.${level}`));
  const rows = results.activities.flatMap((activity, index) => {
    const title = activity.title ?? t(pagesOf(activity.method).name);
    return [...ofActivity(texts, activity), ...(activities[index]!.figures?.(texts) ?? [])].map((row) => [
      title,
      row.of,
      row.figure,
      row.counted,
      ...assuranceLevels.map((level) => row.byAssurance[level]),
    ]);
  });
  return asCsv([[...head, ...levels], ...rows]);
}

export function asCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function ofActivity({ t }: Texts, activity: ActivityResults): FigureRow[] {
  const { participants, participantsByAssurance, votesCast, votesCastByAssurance } = activity;
  return [
    { of: '', figure: t('figures.participants'), counted: participants, byAssurance: participantsByAssurance },
    { of: '', figure: t('figures.votes'), counted: votesCast, byAssurance: votesCastByAssurance },
  ];
}
