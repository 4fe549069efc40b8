import type { PublishedView } from '@isegoria/audit-kit';
import type { ConsultationCount, RecountedResults } from './consultation-count';

/** A part of the log within which a site moved while a page of a consultation was read. */
export interface Motion {
  readonly id: string;
  /** The first place that the page may be of, and the last. */
  readonly from: number;
  readonly to: number;
  /** Those of which it says that its figures are. */
  readonly places: readonly number[];
  /** What the page may show of any place within. */
  readonly views: readonly PublishedView[];
  /** What it shows of a place that it states, which may come before those within: a site computes it now and then. */
  readonly placed: readonly PublishedView[];
}

/** What is counted anew, beside each other. */
type CountedViews = readonly { readonly view: PublishedView; readonly counted: object }[];

/** More states than this are not kept of one motion, so that memory is bounded. */
const mostStates = 200;

/** How a consultation stood within a motion, as the log says. */
export class Stood {
  private readonly placed = new Map<number, { readonly results: RecountedResults; readonly views: CountedViews }>();
  private readonly kept: CountedViews[] = [];
  private last = -1;
  /** How many events about the consultation there are within. */
  events = 0;

  constructor(
    private readonly motion: Motion,
    private readonly count: ConsultationCount,
  ) {}

  /** @param next the position of the event that is counted next */
  settle(next: number): void {
    const { from, to, places, views, placed } = this.motion;
    for (const place of places)
      if (next > place && !this.placed.has(place)) this.placed.set(place, { results: this.count.results(), views: this.counted(placed) });
    if (next > from && this.last <= to && this.kept.length <= mostStates) this.kept.push(this.counted(views));
    if (next > from && next <= to) this.events += 1;
    this.last = next;
  }

  /** The figures at a place that a page states. */
  at(place: number): RecountedResults | undefined {
    return this.placed.get(place)?.results;
  }

  viewAt(place: number, { path }: PublishedView): object | undefined {
    return this.placed.get(place)?.views.find(({ view }) => view.path === path)?.counted;
  }

  /** Each state of the answers besides; undefined if there are too many. */
  states(): readonly CountedViews[] | undefined {
    if (this.kept.length > mostStates) return undefined;
    return [...new Map(this.kept.map((views) => [JSON.stringify(views.map(({ counted }) => counted)), views])).values()];
  }

  private counted(views: readonly PublishedView[]): CountedViews {
    return views.map((view) => ({ view, counted: this.count.view(view) ?? view.beforeItBegan }));
  }
}
