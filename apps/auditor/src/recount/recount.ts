import type { PublishedView } from '@isegoria/audit-kit';
import { consultationPublished } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';
import { ConsultationCount, counts, eventOf, type ConsultationEvent, type RecountedResults } from './consultation-count';
import type { PublishedConsultation } from './published';
import { Stood, type Motion } from './stood';

/** The recount of one published consultation, each part counted up to the position that the site states for it. */
export interface Recounted {
  readonly published: PublishedConsultation;
  readonly results: RecountedResults;
  readonly views: ReadonlyMap<PublishedView, object | undefined>;
  /** Answers that the log leads to and what the site says does not: nobody has asked for these yet. */
  readonly unasked: readonly PublishedView[];
}

/** Counts all published consultations in one reading of the log. */
export class Recount {
  private readonly consultations: ReadonlyMap<string, CountedConsultation>;
  /** Consultations that the log says were published. */
  readonly publishedInLog = new Set<string>();

  /** @param motions of the site while its pages were read */
  constructor(published: readonly PublishedConsultation[], motions: readonly Motion[] = []) {
    const within = (id: string) => motions.filter((motion) => motion.id === id);
    this.consultations = new Map(
      published.map((consultation) => [consultation.id, new CountedConsultation(consultation, within(consultation.id))]),
    );
  }

  take(entry: TakenEntry): void {
    const event = eventOf(entry);
    if (!event) return;
    const { consultationId } = event.data;
    if (event.type === consultationPublished.type) this.publishedInLog.add(consultationId);
    if (counts(event.type)) this.consultations.get(consultationId)?.take(event);
  }

  /** The recount of a consultation at the end of what was read. */
  countOf(id: string): ConsultationCount | undefined {
    return this.consultations.get(id)?.count;
  }

  /** How a consultation stood while a page of it was read. */
  stoodIn(motion: Motion): Stood | undefined {
    return this.consultations.get(motion.id)?.stoodIn(motion);
  }

  *all(): Generator<Recounted> {
    for (const counted of this.consultations.values()) yield counted.outcome();
  }

  /** When the first event was recorded that the site's figures do not have yet (UTC); undefined where they have all that was read. */
  get behindSince(): string | undefined {
    return [...this.consultations.values()].flatMap(({ behindSince }) => behindSince ?? []).sort()[0];
  }
}

/** Results and views are taken when the count passes their positions, so that one count serves all. */
class CountedConsultation {
  readonly count: ConsultationCount;
  private results?: RecountedResults;
  private unasked: readonly PublishedView[] = [];
  private readonly views = new Map<PublishedView, object | undefined>();
  private readonly stood: ReadonlyMap<Motion, Stood>;
  behindSince: string | undefined;

  constructor(
    private readonly published: PublishedConsultation,
    motions: readonly Motion[],
  ) {
    this.count = new ConsultationCount(published.id);
    this.stood = new Map(motions.map((motion) => [motion, new Stood(motion, this.count)]));
  }

  stoodIn(motion: Motion): Stood | undefined {
    this.settle(Infinity);
    return this.stood.get(motion);
  }

  take(event: ConsultationEvent): void {
    this.settle(event.position);
    if (this.lacks(event)) this.behindSince ??= event.recordedAt;
    this.count.take(event);
  }

  outcome(): Recounted {
    this.settle(Infinity);
    return { published: this.published, results: this.results!, views: this.views, unasked: this.unasked };
  }

  /** A view follows the events of its own activity. */
  private lacks({ data }: ConsultationEvent): boolean {
    const { activityId } = data as { readonly activityId?: string };
    return this.results !== undefined || [...this.views.keys()].some((view) => view.activityId === activityId);
  }

  /** Before the first event beyond a stated position is counted. */
  private settle(next: number): void {
    const { results, views } = this.published;
    for (const stood of this.stood.values()) stood.settle(next);
    if (!this.results && next > results.position) {
      this.results = this.count.results();
      const asked = new Set(views.map(({ view }) => view.path));
      this.unasked = this.count.views().filter(({ path }) => !asked.has(path));
    }
    for (const { view, answer } of views) {
      if (!this.views.has(view) && next > answer.position) this.views.set(view, this.count.view(view));
    }
  }
}
