import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '@isegoria/contracts';
import { TextsContext, textsIn } from '@isegoria/ui';
import '../texts';
import { consultations, deliberationResults, hostile, opinionMap, pollResults } from '../testing/sample-data.fixture';
import { Dashboards, Figures, type Dashboard } from '@isegoria/consultations/portal';

const deliberation: Dashboard = { consultation: consultations[0]!, results: deliberationResults, map: opinionMap };
const poll: Dashboard = { consultation: consultations[1]!, results: pollResults };

function figures(dashboard: Dashboard, language: Language = 'en'): string {
  return renderToString(
    <TextsContext.Provider value={textsIn(language)}>
      <Figures {...dashboard} />
    </TextsContext.Provider>,
  );
}

describe('the dashboard of a deliberation', () => {
  it('says the position that it was computed at', () => {
    expect(figures(deliberation)).toContain('Computed at log position 48,231');
  });

  it('says when something was left out of it, and where to read why', () => {
    expect(figures(deliberation)).not.toContain('incomplete');
    const html = figures({ ...deliberation, results: { ...deliberationResults, skippedEvents: ['e1', 'e2'] } });
    expect(html).toContain('These figures are incomplete: 2 entries of the log could not be read and were left out.');
    expect(html).toContain('href="/transparency/officials?kind=projection-event-skipped"');
  });

  it('has every statement in its table, the rejected ones without their text', () => {
    const table = figures(deliberation).match(/<details[^>]*id="statements-table"[\s\S]*?<\/details>/)?.[0] ?? '';
    expect(table.match(/<tr>/g)).toHaveLength(1 + deliberationResults.statements.length);
    expect(table).toContain('Rejected by a moderator; its votes stay counted');
  });

  it('tells verified and unverified apart', () => {
    expect(figures(deliberation)).toContain('499 verified, 141 unverified');
  });

  it('has a table beside every chart', () => {
    const html = figures(deliberation);
    const charts = html.match(/<div class="chart-with-table">/g)?.length;
    expect(charts).toBe(4);
    expect(html.match(/<table/g)).toHaveLength(charts!);
  });

  it('shows hostile text as text', () => {
    const html = figures(deliberation);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script>alert(1)');
    expect(hostile).toContain('<script>');
  });

  it('says why there is no map yet', () => {
    const early = { ...deliberation, map: { ...opinionMap, map: null, participants: 1, statements: 2 } };
    expect(figures(early)).toContain('too few votes for a map yet: 1 person and 2 statements so far');
  });

  it('has no id twice', () => {
    const ids = [...figures(deliberation).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('shows the options of a poll, the most chosen first', () => {
  const html = figures(poll);
  expect(html.indexOf('On Saturdays')).toBeLessThan(html.indexOf('On weekday evenings'));
  expect(html).toContain('301 votes');
  expect(html).toContain('73% of the people');
});

describe('drawn dashboards', () => {
  it('are drawn once a position and language', () => {
    const dashboards = new Dashboards();
    let drawings = 0;
    const draw = () => `drawing ${++drawings}`;
    const later = { ...deliberation, results: { ...deliberationResults, position: 48_232 } };
    expect([deliberation, deliberation, later].map((dashboard) => dashboards.draw(dashboard, 'en', 'page', draw).plain.toString())).toEqual(
      ['drawing 1', 'drawing 1', 'drawing 2'],
    );
    expect(dashboards.draw(deliberation, 'ar', 'page', draw).plain.toString()).toBe('drawing 3');
  });
});
