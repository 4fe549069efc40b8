import { describe, expect, it } from '@jest/globals';
import { charts } from './charts';
import { layout } from './layout';
import { pages } from './pages';
import { print } from './paper/print';
import { extraStyles, stylesheet } from './stylesheet';
import { tables } from './tables';
import { theme } from './theme';

const own = [theme, layout, tables, pages, charts, print].join('\n');

describe('the stylesheet', () => {
  it('is named by its content', () => {
    expect(stylesheet().name).toMatch(/^site\.[\w-]{12}\.css$/);
    expect(stylesheet().name).toBe(stylesheet().name);
  });

  it('brings the design system with it', () => {
    const css = stylesheet().body.toString();
    for (const part of ['.ds-button', '.ds-input', '.ds-table', '.ds-error-summary', '.ds-details']) expect(css).toContain(part);
  });

  it('asks nothing of other sites', () => {
    expect(stylesheet().body.toString()).not.toMatch(/url\(["']?(?:https?:)?\/\//);
    expect(stylesheet().body.toString()).not.toContain('@import');
  });

  it('never falls back to a serif', () => {
    expect(theme).toMatch(/--ds-font-family: system-ui,[^;]*sans-serif;/);
    expect(layout).toMatch(/body \{[^}]*font-family: var\(--ds-font-family\)/);
  });

  it('uses logical properties only, so that pages mirror themselves', () => {
    const physical =
      /(?:margin|padding|border)-(?:left|right|top|bottom)|[\s;{](?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height):|float:|text-align: (?:left|right)/g;
    const outsideQueries = own.replace(/@media[^{]*\{/g, '').replace(/direction: ltr; text-align: left/g, '');
    expect(outsideQueries.match(physical) ?? []).toEqual([]);
  });

  it('leaves out what only charts need, which comes with the classes that ask for it', () => {
    const [chartStyles] = extraStyles();
    for (const name of ['figures', 'bars', 'opinion-map']) expect([name, chartStyles!.classes.has(name)]).toEqual([name, true]);
    for (const name of ['card', 'icon', 'table-frame', 'meta']) expect([name, chartStyles!.classes.has(name)]).toEqual([name, false]);
    expect(stylesheet().body.toString()).not.toContain('.opinion-map');
  });
});
