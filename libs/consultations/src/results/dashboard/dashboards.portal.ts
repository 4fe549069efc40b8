import { LRUCache } from 'lru-cache';
import type { ApiClient } from '@isegoria/api-client';
import { drawn, type Drawn } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { showConsultation } from '../../consultation/consultation.contract';
import { pagesOf } from '../../methods/methods.page';
import { showResults } from '../results.contract';
import type { Dashboard } from './results.page';

/** How long figures are shown without asking again; the live updates of the page come no faster. */
const freshFor = 1_000;

interface Known {
  readonly dashboard: Promise<Dashboard>;
  readonly askedAt: number;
}

/**
 * Dashboards are the same for everybody, so they are loaded once a second and drawn once per position and language, however many people
 * look. Only what anybody may see gets in here: the API is called without a session.
 */
export class Dashboards {
  private readonly known = new LRUCache<string, Known>({ max: 500 });
  private readonly drawings = new LRUCache<string, Drawn>({
    maxSize: 64_000_000,
    sizeCalculation: ({ plain, zipped }) => plain.length + zipped.length,
  });

  /** @param after a position that the figures must include */
  async get(id: string, api: ApiClient, after?: number): Promise<Dashboard> {
    const known = this.known.get(id);
    if (known && Date.now() - known.askedAt < freshFor) {
      const dashboard = await known.dashboard;
      if (after === undefined || dashboard.results.position >= after) return dashboard;
    }
    const dashboard = dashboardOf(id, api);
    this.known.set(id, { dashboard, askedAt: Date.now() });
    dashboard.catch(() => this.known.delete(id));
    return dashboard;
  }

  /**
   * The HTML that `draw` makes of a dashboard, kept by what it depends on: id, position, status, language, time zone and `part`, and what
   * each method adds: an erasure removes words without an event that moves the position.
   */
  draw(
    { consultation, results, activities }: Dashboard,
    { language, zone }: Pick<Texts, 'language' | 'zone'>,
    part: string,
    draw: () => string,
  ): Drawn {
    const stamps = activities.map(({ stamp }) => stamp);
    const key = [consultation.id, consultation.status, results.position, ...stamps, language, zone.id, part].join(' ');
    const known = this.drawings.get(key);
    if (known) return known;
    const drawing = drawn(draw());
    this.drawings.set(key, drawing);
    return drawing;
  }
}

/** Everything that a dashboard shows; each method adds its part. */
export async function dashboardOf(id: string, api: ApiClient): Promise<Dashboard> {
  const asked = { consultationId: id };
  const [consultation, results] = await Promise.all([api.ask(showConsultation, asked), api.ask(showResults, asked)]);
  const { position, computedAt } = results;
  const activities = await Promise.all(
    results.activities.map((activity) => pagesOf(activity.method).dashboard(api, activity, { id, position, computedAt })),
  );
  return { consultation, results, activities };
}
