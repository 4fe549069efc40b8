import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import '../../methods/deliberation/opinion-map/opinion-map.texts';
import { atEachLevel } from '../assurance/by-assurance.contract';
import type { ParticipationDay } from '../results.contract';
import { ParticipationChart, roundCeiling } from './participation-chart.page';
import '../results.texts';

const html = (node: VNode, language = 'en') => renderFragment({ texts: textsIn(language) }, node);

const day = (date: string, participants: number, anonymous: number): ParticipationDay => ({
  day: date,
  newParticipants: 1,
  participants,
  byAssurance: atEachLevel(0, { email: participants, anonymous }),
});

describe('the chart of people taking part', () => {
  const days = [day('2026-11-01', 5, 3), day('2026-11-02', 10, 12)];

  it('draws those who are counted as an area and all others as a line beside, on one round scale', () => {
    const chart = html(<ParticipationChart id="p" days={days} countsFrom="email" />);
    expect(chart).toContain('class="area-counted" d="M0 100L50.00 75.00L100.00 50.00V100Z"');
    expect(chart).toContain('class="line-beside" d="M0 100L50.00 85.00L100.00 40.00"');
    expect(chart).toContain(
      'From 1 November 2026 to 2 November 2026, 10 people took part. 12 other participants are shown as a line beside.',
    );
  });

  it('lets time run from the right in Arabic', () => {
    expect(html(<ParticipationChart id="p" days={days} countsFrom="email" />, 'ar')).toContain('d="M100 100L50.00 75.00L0.00 50.00V100Z"');
  });

  it('names the middle of its time, and the years when it runs over several', () => {
    const labels = (last: string) =>
      [
        ...html(
          <ParticipationChart id="p" days={[day('2026-11-02', 5, 3), day('2026-11-03', 6, 4), day(last, 10, 8)]} countsFrom="email" />,
        ).matchAll(/<span>([^<]+)<\/span>/g),
      ]
        .map(([, text]) => text)
        .slice(-3);
    expect(labels('2026-11-11')).toEqual(['2 Nov', '6 Nov', '11 Nov']);
    expect(labels('2027-11-01')).toEqual(['Nov 2026', 'May 2027', 'Nov 2027']);
  });

  it('names the colours of the bar on the first day', () => {
    const bar = html(<ParticipationChart id="p" days={[day('2026-11-01', 5, 3)]} countsFrom="email" />);
    const drawn = [...bar.matchAll(/"bar-([a-z]+)" x/g)].map(([, level]) => level);
    expect(drawn).toEqual(['email', 'anonymous']);
    expect([...bar.matchAll(/"key key-([a-z]+)"/g)].map(([, level]) => level)).toEqual(drawn);
  });

  it('is a bar on the first day', () => {
    const chart = html(<ParticipationChart id="p" days={[day('2026-11-01', 4, 3)]} countsFrom="email" />);
    expect(chart).toContain('class="bar-email" x="0" width="100"');
    expect(chart).toContain('3 other participants are shown beside them.');
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
