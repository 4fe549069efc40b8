import { describe, expect, it } from '@jest/globals';
import { ThemesPage } from '@isegoria/consultations/portal';
import type { ConsultationView, ThemeView } from '@isegoria/contracts';
import { renderFragment } from '@isegoria/portal-kit';
import { languages, textsIn } from '@isegoria/texts';
import { visibleLines } from '../reading/visible-text';
import { checkThemesPage } from './themes-page';

const activities = [
  ['s', 'survey'],
  ['d', 'document'],
  ['t', 'deliberation'],
].map(([id, method]) => ({ id, method, title: `The ${method}` })) as unknown as ConsultationView['activities'];
const consultation = { id: 'c', title: 'Clean air', language: 'en', themes: 3, activities } as ConsultationView;
const theme = (activityId: string, about: ThemeView['about'], count: number, stance: ThemeView['stance']): ThemeView => ({
  ...{ group: `g-${activityId}`, title: `Theme ${activityId}`, summary: 'What they say.', activityId, about, count, stance },
  ...{ text: 'It **is** done.', documents: [], answeredAt: '2026-03-02T12:00:00.000Z' },
});
const themes = [theme('s', 'text', 12, 'partly'), theme('d', 'statement', 1, 'rejected'), theme('t', 'statement', 2, 'accepted')];

describe('the page of themes', () => {
  const shown = (language: string, items: readonly ThemeView[]) => {
    const page = { items, next: null, count: items.length };
    const html = renderFragment({ texts: textsIn(language) }, <ThemesPage consultation={consultation as never} themes={page} />);
    return { path: '/p', language, lines: visibleLines(`<html lang="${language}"><main>${html}</main></html>`, new Set()) };
  };
  const judged = (language: string, items: readonly ThemeView[]) => () => checkThemesPage(shown(language, items), consultation, themes);

  it.each(languages)('shows each with what becomes of it, and how many said so, in %s', (language) => {
    expect(judged(language, themes)).not.toThrow();
    const altered: ((one: ThemeView) => Partial<ThemeView>)[] = [
      () => ({ stance: 'noted' }),
      () => ({ title: 'Another' }),
      ({ count }) => ({ count: count + 1 }),
    ];
    for (const of of altered) expect(judged(language, [themes[0]!, { ...themes[1]!, ...of(themes[1]!) }, themes[2]!])).toThrow('Theme d');
    expect(judged(language, themes.slice(1))).toThrow('Theme s');
    expect(judged(language, themes.toReversed())).toThrow('does not show the theme');
  });
});
