import { describe, expect, it } from '@jest/globals';
import type { OpinionMap, ParticipationDay } from '@isegoria/contracts';
import { hostile, html } from '../components/rendering.fixture';
import { OpinionMapChart } from './opinion-map-chart';
import { ParticipationChart, roundCeiling } from './participation-chart';
import { VoteBar } from './vote-bar';

const tally = { agrees: 6, disagrees: 3, passes: 1 };

describe('a bar of votes', () => {
  it('gives each choice its share and says the numbers', () => {
    const bar = html(<VoteBar id="b" tally={tally} />);
    expect(bar).toContain('class="bar-agree" x="0" width="60"');
    expect(bar).toContain('class="bar-disagree" x="60" width="30"');
    expect(bar).toContain('class="bar-pass" x="90" width="10"');
    expect(bar).toMatch(/role="img" aria-labelledby="b-title"><title id="b-title">6 agree, 3 disagree, 1 pass/);
  });

  it('begins at the right in right-to-left languages', () => {
    expect(html(<VoteBar id="b" tally={tally} />, 'ar')).toContain('class="bar-agree" x="40" width="60"');
  });

  it('is empty without votes', () => {
    expect(html(<VoteBar id="b" tally={{ agrees: 0, disagrees: 0, passes: 0 }} />)).not.toContain('bar-agree');
  });
});

const day = (date: string, participants: number, verified: number): ParticipationDay => ({
  day: date,
  newParticipants: 1,
  participants,
  byAssurance: { verified, unverified: participants - verified },
});

describe('the chart of people taking part', () => {
  const days = [day('2026-11-01', 5, 3), day('2026-11-02', 10, 8)];

  it('draws the verified below and everybody on top, on a round scale', () => {
    const chart = html(<ParticipationChart id="p" days={days} />);
    expect(chart).toContain('class="area-unverified" d="M0 100L50.00 50.00L100.00 0.00V100Z"');
    expect(chart).toContain('class="area-verified" d="M0 100L50.00 70.00L100.00 20.00V100Z"');
    expect(chart).toContain('From 1 November 2026 to 2 November 2026, 10 people took part, 8 of them verified.');
  });

  it('lets time run from the right in Arabic', () => {
    expect(html(<ParticipationChart id="p" days={days} />, 'ar')).toContain('d="M100 100L50.00 50.00L0.00 0.00V100Z"');
  });

  it('names the middle of its time, and the years when it runs over several', () => {
    const labels = (last: string) =>
      [
        ...html(<ParticipationChart id="p" days={[day('2026-11-02', 5, 3), day('2026-11-03', 6, 4), day(last, 10, 8)]} />).matchAll(
          /<span>([^<]+)<\/span>/g,
        ),
      ]
        .map(([, text]) => text)
        .slice(-3);
    expect(labels('2026-11-11')).toEqual(['2 Nov', '6 Nov', '11 Nov']);
    expect(labels('2027-11-01')).toEqual(['Nov 2026', 'May 2027', 'Nov 2027']);
  });

  it('is a bar on the first day', () => {
    expect(html(<ParticipationChart id="p" days={[day('2026-11-01', 4, 3)]} />)).toContain('class="bar-verified" x="0" width="75"');
  });

  it.each([
    [0, 1],
    [1, 1],
    [7, 10],
    [23, 25],
    [640, 1000],
    [1200, 2000],
    [2100, 2500],
  ])('rounds %i up to %i', (value, ceiling) => {
    expect(roundCeiling(value)).toBe(ceiling);
  });
});

describe('the opinion map', () => {
  const person = (pseudonym: string, x: number, y: number, group: string) => ({ pseudonym, x, y, group });
  const map: NonNullable<OpinionMap['map']> = {
    participants: [person(hostile, -1, 0, 'A'), person('b', -1.2, 0.2, 'A'), person('c', -0.9, 0.4, 'A'), person('d', 2, 1, 'B')],
    groups: [
      { id: 'A', participants: 3, representative: [] },
      { id: 'B', participants: 1, representative: [] },
    ],
    consensus: [],
    silhouette: 0.5,
  };

  it('draws one path a group, with a shape of its own for each', () => {
    const chart = html(<OpinionMapChart id="m" map={map} />);
    const paths = [...chart.matchAll(/class="people group-(\d)" d="([^"]*)"/g)].map(([, group, d]) => ({
      group,
      people: d!.match(/M/g)?.length,
    }));
    expect(paths).toEqual([
      { group: '0', people: 3 },
      { group: '1', people: 1 },
    ]);
    expect(chart).toContain('4 people in 2 groups');
  });

  it('keeps everybody inside the frame', () => {
    const points = [...html(<OpinionMapChart id="m" map={map} />).matchAll(/M(-?[\d.]+) (-?[\d.]+)m/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(points).toHaveLength(4);
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(20);
      expect(x).toBeLessThanOrEqual(700);
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(440);
    }
  });

  it('puts no pseudonym into the picture', () => {
    expect(html(<OpinionMapChart id="m" map={map} />)).not.toContain('alert');
  });
});
