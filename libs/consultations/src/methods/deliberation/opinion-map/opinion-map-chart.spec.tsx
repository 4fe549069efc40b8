import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import type { OpinionMap } from './opinion-map.contract';
import { OpinionMapChart } from './opinion-map-chart.page';
import './opinion-map.texts';

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
