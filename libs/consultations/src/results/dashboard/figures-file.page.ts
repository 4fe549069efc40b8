import { assuranceLevels } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import type { FigureRow } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import type { ActivityResults } from '../results.contract';
import type { Dashboard } from './results.page';

/** Spreadsheets take what begins with one of these, after blanks too, for a formula and calculate (CSV injection, CWE-1236). */
const formula = /^\s*[=+\-@＝＋－＠]/;

/** Every cell in quotation marks (RFC 4180); what would be a formula is made text by an apostrophe. */
function cell(value: string | number): string {
  const text = String(value);
  const harmless = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
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
  return [[...head, ...levels], ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function ofActivity({ t }: Texts, activity: ActivityResults): FigureRow[] {
  const { participants, participantsByAssurance, votesCast, votesCastByAssurance } = activity;
  return [
    { of: '', figure: t('figures.participants'), counted: participants, byAssurance: participantsByAssurance },
    { of: '', figure: t('figures.votes'), counted: votesCast, byAssurance: votesCastByAssurance },
  ];
}
