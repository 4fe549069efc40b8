import { asText, assuranceLevels } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { wordsRow } from '../../methods/choices/results/figure-rows.page';
import type { FigureRow } from '../../methods/method/method.page';
import { titleFor, type ReadConsultation } from '../../translation/reading/translated.page';
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

/** What a figure is of: an activity, by its title or by what its method is called, and what the row says. */
export type FigureOf = FigureRow & { readonly activity: string };

/** The columns that name a figure; each has the office's own translation in a column further on. */
const named = ['activity', 'of', 'figure'] as const;
type InTranslation = Readonly<Record<(typeof named)[number], string | null>>;

/** The office's translation into the language of the heads; null where there is none of exactly these words. */
function translationOf({ translated }: ReadConsultation, row: FigureOf): InTranslation {
  const [activity, of, figure] = named.map((name) => translated?.texts.get(row[name]) ?? null);
  return { activity: activity!, of: of!, figure: figure! };
}

/**
 * The cells of a figure: what it is of, what is counted, everybody by level, and what is said in words; empty where nothing is. Then the
 * language in which the office wrote, and its translations.
 */
export function figureCells(consultation: ReadConsultation, row: FigureOf): (string | number)[] {
  const { counted, byAssurance, words = '' } = row;
  const translation = translationOf(consultation, row);
  return [
    ...named.map((name) => row[name]),
    ...[counted ?? '', ...assuranceLevels.map((level) => byAssurance?.[level] ?? ''), words],
    ...[consultation.language, ...named.map((name) => translation[name] ?? '')],
  ];
}

export function figureHeads({ t }: Texts): string[] {
  const names = named.map((name) => t(`file.${name}`));
  return [
    ...names,
    ...[t('figures.counted'), ...assuranceLevels.map((level) => t(`assuranceLevel.${level}`)), t('file.words')],
    ...[t('file.language'), ...names.map((column) => t('file.translated', { column }))],
  ];
}

/** All figures of a dashboard and their working, one a line: of which activity and of what, those that are counted, everybody by level. */
export function figuresAsCsv(texts: Texts, dashboard: Dashboard): string {
  return asCsv([figureHeads(texts), ...rowsOf(texts, dashboard).map((row) => figureCells(dashboard.consultation, row))]);
}

/**
 * The same for programs: what was written stands in it as it is, and what is not there is null. `language` is that in which the office
 * wrote, `wordsIn` that of the names of figures and of all translations.
 */
export function figuresAsJson(texts: Texts, { consultation, ...dashboard }: Dashboard): object {
  const { consultationId, position, computedAt } = dashboard.results;
  const { title, language, translations } = consultation;
  const translated = titleFor(texts.language, consultation);
  const figures = rowsOf(texts, { consultation, ...dashboard }).map((row) => ({
    ...{ ...row, words: row.words ?? null },
    translated: translationOf(consultation, row),
  }));
  return {
    ...{ consultationId, title, language, translatedInto: translations.map((one) => one.language), wordsIn: texts.language },
    ...{ translatedTitle: translated.text === title ? null : translated.text, position, computedAt, figures },
  };
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
