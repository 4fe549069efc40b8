import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import type { OpinionMap } from '../opinion-map.contract';
import type { OwnBallot } from '../../../../ballot/ballot.contract';
import { withOwnMark } from '../../../method/own-mark.page';
import { OpinionMapChart, OwnMark } from './opinion-map-chart.page';
import '../opinion-map.texts';
import { OwnPlaceOnMap } from './own-place.page';

const html = (node: VNode, language = 'en') => renderFragment({ texts: textsIn(language) }, node);

const hostile = `"'><img src=x onerror=alert(2)>`;

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
    certainty: 0.9,
  };

  const results: Omit<OpinionMap, 'map'> = {
    activityId: 'a',
    position: 1,
    computedAt: '2026-03-01T12:00:00.000Z',
    skippedEvents: [],
    participants: 4,
    statements: 7,
    needed: 7,
    unplaced: { tooFewVotes: 0, onlyOnRejected: 0 },
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

  const marksIn = (chart: string) =>
    [...chart.matchAll(/class="people[^"]*" d="([^"]*)"/g)].flatMap(([, d]) => d!.match(/M-?[\d.]+ -?[\d.]+/g) ?? []);
  const crowd = Array.from({ length: 61 }, (_, n) => person(`p${n}`, n < 40 ? 1 : -1 - (n % 3), n < 40 ? 1 : n % 2, n < 40 ? 'A' : 'B'));
  const crowded = { ...map, participants: crowd };

  it('draws a mark of its own for each person, though many stand at one place', () => {
    expect(new Set(marksIn(html(<OpinionMapChart id="m" map={crowded} />))).size).toBe(61);
  });

  it('puts no label on a mark', () => {
    const chart = html(<OpinionMapChart id="m" map={crowded} />);
    const labels = [...chart.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="20"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(labels).toHaveLength(2);
    for (const mark of marksIn(chart)) {
      const [x, y] = mark.slice(1).split(' ').map(Number);
      for (const [labelX, labelY] of labels) expect((x! - labelX) ** 2 + (y! - labelY) ** 2).toBeGreaterThan(30 ** 2);
    }
  });

  it('draws everybody and no outline where no groups are clear', () => {
    const participants = map.participants.map((one) => ({ ...one, group: null }));
    const chart = html(<OpinionMapChart id="m" map={{ ...map, participants, groups: [] }} />);
    expect(marksIn(chart)).toHaveLength(4);
    expect(chart).not.toMatch(/class="(hull|group-label)/);
    expect(chart).toContain('4 people in no clear groups');
  });

  it('draws a ring round the person who looks, on the page of that person alone', () => {
    const chart = html(<OpinionMapChart id="m" map={map} activityId="a" />);
    expect(chart).not.toContain('class="you"');
    const own = withOwnMark(chart, 'a', html(<OwnMark map={map} voter="d" />));
    const [, ring] = own.match(/<g class="own-mark"[^>]*>(.*?)<\/g>/)!;
    expect(ring!.match(/class="you"/g)).toHaveLength(1);
    expect(own).toContain(`cx="${ring!.match(/cx="([\d.]+)"/)![1]}"`);
    expect(html(<OwnMark map={map} voter="somebody" />)).toBe('');
  });

  it('tells people where they are, or why nowhere', () => {
    const ballot = (votes: number) => ({ votes: Array.from({ length: votes }, () => ({})) }) as unknown as OwnBallot;
    const place = (voter: string, votes: number) =>
      html(<OwnPlaceOnMap map={{ ...results, map }} statements={[]} voter={voter} ballot={ballot(votes)} />);
    expect(place('b', 7)).toContain('You are in group A, with 2 other people.');
    expect(place('d', 7)).toContain('You are in group B.');
    expect(place('somebody', 3)).toContain('You have voted on 3 statements; the map shows people who voted on at least 7');
    const enough = place('somebody', 14);
    expect(enough).toContain('You have voted on 14 statements, which is enough');
    expect(enough).not.toContain('at least');
    expect(place('somebody', 0)).toBe('');
  });

  it('draws thousands in hexagons, and no more of them than fit', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => person(`p${n}`, Math.sin(n * 12.9) + (n % 2) * 3, Math.cos(n * 78.2), n % 2 ? 'B' : 'A'));
    const chart = html(<OpinionMapChart id="m" map={{ ...map, participants: many(20_000) }} />);
    expect(chart).not.toContain('class="people');
    expect(chart).toMatch(/class="crowd crowd-3 group-0"/);
    expect(Buffer.byteLength(chart)).toBeLessThan(100_000);
  });

  it('puts no pseudonym into the picture', () => {
    expect(html(<OpinionMapChart id="m" map={map} />)).not.toContain('alert');
  });
});
