import '@isegoria/consultations/official-answer/pages/official-answer.texts';
import '@isegoria/consultations/official-answer/themes/themes.texts';
import type { ConsultationView, ThemeView } from '@isegoria/contracts';
import { textsIn } from '@isegoria/texts';
import { bare, wrongPage, type ReadPage } from '../page-finding';

/**
 * Whether the page of themes shows each theme that the site answers, in their order: its title, what becomes of it, and how many
 * contributions have the answer, of which kind.
 * @throws Finding page
 */
export function checkThemesPage(page: ReadPage, { activities }: Pick<ConsultationView, 'activities'>, themes: readonly ThemeView[]): void {
  const { t } = textsIn(page.language);
  const lines = page.lines.filter(({ isFolded }) => !isFolded).map(({ cells }) => bare(cells.join(' ')));
  let from = 0;
  for (const { title, stance, about, activityId, count } of themes) {
    const isOfDocument = activities.find(({ id }) => id === activityId)?.method === 'document';
    const kind = about === 'text' ? 'texts' : isOfDocument ? 'annotations' : 'statements';
    const must = [title, t(`stance.${stance}`), t(`themes.${kind}`, { count })].map(bare);
    const at = lines.findIndex((_, index) => index >= from && must.every((line, more) => lines[index + more] === line));
    if (at < 0) throw wrongPage(page, `does not show the theme ${JSON.stringify(title.slice(0, 160))} as the log has it.`);
    from = at + must.length;
  }
}
