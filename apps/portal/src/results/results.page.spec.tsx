import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '@isegoria/contracts';
import { TextsContext, textsIn } from '@isegoria/ui';
import '../texts';
import type { ApiClient } from '@isegoria/api-client';
import { showConsultation, showOpinionMap, showResults, type ConsultationResults, type OpinionMap } from '@isegoria/contracts';
import { Dashboards, Figures, dashboardOf, type Dashboard } from '@isegoria/consultations/portal';
import { consultations, hostile, ids } from '../testing/sample-data.fixture';
import { allResults, deliberationResults, opinionMap } from '../testing/sample-results.fixture';
import { asSentences } from '../testing/language-of-words.fixture';

/** A dashboard as the API would give it. */
function dashboard(id: string, results: Partial<ConsultationResults> = {}, map: OpinionMap = opinionMap): Promise<Dashboard> {
  const answers = new Map<object, unknown>([
    [showConsultation, consultations.find((one) => one.id === id)],
    [showResults, { ...allResults.find(({ consultationId }) => consultationId === id)!, ...results }],
    [showOpinionMap, map],
  ]);
  return dashboardOf(id, { ask: (query: object) => Promise.resolve(answers.get(query)) } as unknown as ApiClient, 'en');
}
const deliberation = await dashboard(ids.deliberation);
const poll = await dashboard(ids.poll);
const statements = deliberationResults.activities[0]!.statements;

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

  it('has a link to the latest figures while there are further ones, for whoever has no scripts', () => {
    const link = `href="/consultations/${deliberation.consultation.id}/results"`;
    const html = (status: 'open' | 'closed') => figures({ ...deliberation, consultation: { ...deliberation.consultation, status } });
    expect(html('open')).toMatch(new RegExp(`${link}[^>]*>Load the latest figures`));
    expect(html('closed')).not.toContain('Load the latest figures');
  });

  it('says when something was left out of it, and where to read why', () => {
    expect(figures(deliberation)).not.toContain('incomplete');
    const html = figures({ ...deliberation, results: { ...deliberationResults, skippedEvents: ['e1', 'e2'] } });
    expect(html).toContain('These figures are incomplete: 2 entries of the log could not be read and were left out.');
    expect(html).toContain('href="/transparency/officials?kind=projection-event-skipped"');
  });

  it('has every statement in its table, the rejected ones without their text', () => {
    const table = figures(deliberation).match(/<details[^>]*id="statements-table"[\s\S]*?<\/details>/)?.[0] ?? '';
    expect(table.match(/<tr>/g)).toHaveLength(1 + statements.length);
    expect(table).toContain('Rejected by a moderator; its votes stay counted');
  });

  it('says whom the headline figures count, tells levels apart by name, and shows everybody else beside', () => {
    const html = figures(deliberation);
    expect(html).toMatch(
      /<dt>People<\/dt><dd>499<\/dd>.*?Attested by an office: 19.*?E-mail confirmed: 480.*?<dt>Shown beside them<\/dt><dd>141<\/dd>/,
    );
    expect(html).toContain(
      'count people with a confirmed e-mail address or a stronger proof of identity. 141 other participants are shown beside them.',
    );
    expect(html).toContain(`href="/consultations/${ids.deliberation}/activities/${ids.statements}/everybody"`);
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

  it('says why there is no map yet', async () => {
    const early = { ...opinionMap, map: null, participants: 1, statements: 2 };
    expect(figures(await dashboard(ids.deliberation, {}, early))).toContain(
      'not enough votes for a map yet: 1 person and 2 statements so far',
    );
  });

  it('accounts for everybody who voted and is not on the map, in words and in the table', () => {
    const html = figures(deliberation);
    expect(html).toContain('38 people have voted and are not on the map: it takes votes on 7 statements to be placed.');
    expect(html).toMatch(/voted on fewer than 7 statements<\/th><td class="numeric">38</);
    expect(html).toContain('1 person is not on the map and has voted only on statements that were rejected.');
  });

  it('says how sure the groups are, and draws none that are not clear', async () => {
    expect(figures(deliberation)).toContain('How clear the groups are: 86%');
    const participants = opinionMap.map!.participants.map((one) => ({ ...one, group: null }));
    const html = figures(await dashboard(ids.deliberation, {}, { ...opinionMap, map: { ...opinionMap.map!, participants, groups: [] } }));
    expect(html).toContain('No clear groups.');
    expect(html).not.toContain('What sets the groups apart');
    expect(html).toMatch(/On the map, in no group<\/th><td class="numeric">640</);
  });

  it('has no id twice', () => {
    const ids = [...figures(deliberation).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('shows the options of a poll, the most chosen first', () => {
  const html = figures(poll);
  expect(html.indexOf('On Saturdays')).toBeLessThan(html.indexOf('On weekday evenings'));
  expect(html).toContain('210 votes');
  expect(html).toContain('70% of the people');
  expect(html).toContain('91 of 112 participants whom the headline figures do not count');
});

it('draws the bars of a poll to the people who took part, and says in a sentence what came out', () => {
  const html = figures(poll);
  const widths = (level: string) => [...html.matchAll(new RegExp(`<rect class="bar-${level}" x="[\\d.]+" width="([\\d.]+)"`, 'g'))];
  expect(Number(widths('email')[0]![1])).toBe(70);
  // Of the 112 whom the figures do not count: a bar of their own.
  expect(Math.round(Number(widths('anonymous')[0]![1]))).toBe(81);
  expect(asSentences(html)).toContain('“On Saturdays, the whole day” leads: 70% of the people chose it (210 of 300).');
});

describe('the dashboard of several activities', () => {
  it('has one section each, with figures, a chart and its table of its own, and no id twice', async () => {
    const html = figures(await dashboard(ids.phased));
    for (const title of ['Which hours?', 'Which hours in winter?', 'Deliberation']) expect(asSentences(html)).toContain(`>${title}</h2>`);
    expect(html).toContain('<bdi lang="en" dir="ltr">Which hours?</bdi></h2>');
    expect(html.match(/<h3[^>]*>Votes for the options<\/h3>/g)).toHaveLength(2);
    expect(html.match(/<h3[^>]*>The opinion map<\/h3>/g)).toHaveLength(1);
    expect(html.match(/<table/g)).toHaveLength(html.match(/<div class="chart-with-table">/g)!.length);
    const all = [...html.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
    expect(new Set(all).size).toBe(all.length);
    for (const [, labels] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const label of labels!.split(' ')) expect(all).toContain(label);
  });

  it('says in a sentence what it cannot show', async () => {
    expect(figures(await dashboard(ids.newer))).toContain('This site cannot show this activity.');
  });
});

describe('drawn dashboards', () => {
  it('are drawn once a position, language and time zone', () => {
    const dashboards = new Dashboards();
    let drawings = 0;
    const draw = () => `drawing ${++drawings}`;
    const later = { ...deliberation, results: { ...deliberationResults, position: 48_232 } };
    expect(
      [deliberation, deliberation, later].map((dashboard) => dashboards.draw(dashboard, textsIn('en'), 'page', draw).plain.toString()),
    ).toEqual(['drawing 1', 'drawing 1', 'drawing 2']);
    expect(dashboards.draw(deliberation, textsIn('ar'), 'page', draw).plain.toString()).toBe('drawing 3');
    // Whoever chose another zone gets a page of their own, and leaves it to nobody else.
    const elsewhere = textsIn('ar', 'Asia/Kolkata');
    expect(dashboards.draw(deliberation, elsewhere, 'page', draw).plain.toString()).toBe('drawing 4');
  });

  it('are drawn again when a map or a text of theirs is another, though the position is the same', async () => {
    const dashboards = new Dashboards();
    let drawings = 0;
    const draw = (one: Dashboard) => dashboards.draw(one, textsIn('en'), 'page', () => `drawing ${++drawings}`).plain.toString();
    const [activity] = deliberationResults.activities;
    const erased = [{ ...activity!, statements: statements.map((one) => ({ ...one, text: null })) }];
    expect([
      draw(deliberation),
      draw(await dashboard(ids.deliberation, {}, { ...opinionMap, position: 48_232 })),
      draw(await dashboard(ids.deliberation, { activities: erased })),
      draw(deliberation),
    ]).toEqual(['drawing 1', 'drawing 2', 'drawing 3', 'drawing 1']);
  });

  it('are drawn again when a late answer is promised anew, though the position is the same', () => {
    const dashboards = new Dashboards();
    let drawings = 0;
    const promised = (laterDate: string | null) => {
      const answer = { ...deliberation.consultation.answer, state: 'overdue', laterDate } as const;
      const one = { ...deliberation, consultation: { ...deliberation.consultation, answer } };
      return dashboards.draw(one, textsIn('en'), 'page', () => `drawing ${++drawings}`).plain.toString();
    };
    expect([null, '2027-01-28T22:30:00.000Z', null].map(promised)).toEqual(['drawing 1', 'drawing 2', 'drawing 1']);
  });
});
