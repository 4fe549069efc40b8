import { LRUCache } from 'lru-cache';
import type { ApiClient } from '@isegoria/api-client';
import { drawn, type Drawn, type Visit } from '@isegoria/portal-kit';
import type { Language, Texts } from '@isegoria/texts';
import { readConsultation } from '../../translation/reading/translated.page';
import { dashboardFor } from '../../methods/methods.page';
import { showResults } from '../results.contract';
import type { Dashboard } from './results.page';

export { Figures, ResultsPage } from './results.page';

/** How long figures are shown without asking again; the live updates of the page come no faster. */
const freshFor = 1_000;

type Reader = Pick<Visit, 'publicApi' | 'texts' | 'after'>;

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

  /** As a visitor reads it, with figures that include the position after which the visitor asks. */
  async get(id: string, { publicApi, texts, after }: Reader): Promise<Dashboard> {
    const key = `${id} ${texts.language}`;
    const known = this.known.get(key);
    if (known && Date.now() - known.askedAt < freshFor) {
      const dashboard = await known.dashboard;
      if (after === undefined || dashboard.results.position >= after) return dashboard;
    }
    const dashboard = dashboardOf(id, publicApi, texts.language);
    this.known.set(key, { dashboard, askedAt: Date.now() });
    dashboard.catch(() => this.known.delete(key));
    return dashboard;
  }

  /**
   * The HTML that `draw` makes of a dashboard, kept by what it depends on: id, position, status, what is overdue, language, time zone and
   * `part`, and what each method adds: an erasure removes words without an event that moves the position.
   */
  draw(
    { consultation, results, activities }: Dashboard,
    { language, zone }: Pick<Texts, 'language' | 'zone'>,
    part: string,
    draw: () => string,
  ): Drawn {
    const stamps = activities.map(({ stamp }) => stamp);
    const { id, status, translationsVersion, answer, milestonesOverdue } = consultation;
    const owed = [answer.state, answer.dueAt, answer.laterDate, milestonesOverdue];
    const key = [id, status, ...owed, translationsVersion, results.position, ...stamps, language, zone.id, part].join(' ');
    const known = this.drawings.get(key);
    if (known) return known;
    const drawing = drawn(draw());
    this.drawings.set(key, drawing);
    return drawing;
  }
}

/** Everything that a dashboard shows; each method adds its part. */
export async function dashboardOf(id: string, api: ApiClient, reader: Language): Promise<Dashboard> {
  const asked = { consultationId: id };
  const [consultation, results] = await Promise.all([readConsultation(api, reader, id), api.ask(showResults, asked)]);
  const { position, computedAt } = results;
  const activities = await Promise.all(
    results.activities.map((activity) => {
      const settings = consultation.activities.find((one) => one.id === activity.activityId)?.settings;
      return dashboardFor(api, activity, { id, position, computedAt, settings });
    }),
  );
  return { consultation, results, activities };
}
