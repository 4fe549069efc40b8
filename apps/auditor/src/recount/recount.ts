import type { AnsweredView, PublishedView } from '@isegoria/audit-kit';
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
  /** Answers that the log leads to, and what the site says does not. */
  readonly besides: readonly AnsweredView[];
}

/** Counts all published consultations in one reading of the log. */
export class Recount {
  private readonly consultations: ReadonlyMap<string, CountedConsultation>;
  /** Consultations that the log says were published. */
  readonly publishedInLog = new Set<string>();

  /**
   * @param motions of the site while its pages were read
   * @param besides what was answered besides before, by consultation
   */
  constructor(published: readonly PublishedConsultation[], motions: readonly Motion[] = [], besides: Besides = {}) {
    const within = (id: string) => motions.filter((motion) => motion.id === id);
    this.consultations = new Map(
      published.map((one) => [one.id, new CountedConsultation(one, within(one.id), [...(besides[one.id] ?? [])])]),
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

  /**
   * Asks for what the log leads to, up to a place, and what the site says does not. Each answer is counted up to the place that it states,
   * if the log is read on to there.
   */
  async askBesides(place: number, ask: (views: readonly PublishedView[]) => Promise<AnsweredView[]>): Promise<void> {
    for (const counted of this.consultations.values()) {
      const unasked = counted.unaskedAt(place);
      if (unasked.length > 0) counted.add(await ask(unasked));
    }
  }

  /** What was answered besides. */
  get besides(): Besides {
    return Object.fromEntries([...this.consultations].flatMap(([id, { besides }]) => (besides.length > 0 ? [[id, besides]] : [])));
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

/** Answers that the log leads to, and what the site says does not, by consultation. */
export type Besides = Readonly<Record<string, readonly AnsweredView[]>>;

/** Results and views are taken when the count passes their positions, so that one count serves all. */
class CountedConsultation {
  readonly count: ConsultationCount;
  private results?: RecountedResults;
  private unasked: readonly PublishedView[] = [];
  private taken = -1;
  private readonly views = new Map<PublishedView, object | undefined>();
  private readonly stood: ReadonlyMap<Motion, Stood>;
  behindSince: string | undefined;

  constructor(
    private readonly published: PublishedConsultation,
    motions: readonly Motion[],
    readonly besides: AnsweredView[],
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
    this.taken = event.position;
  }

  /** What nobody has asked for, though the log leads to it up to a place. */
  unaskedAt(place: number): readonly PublishedView[] {
    this.settle(place + 1);
    const answered = new Set(this.besides.map(({ view }) => view.path));
    const unasked = this.unasked.filter(({ path }) => !answered.has(path));
    this.unasked = [];
    return unasked;
  }

  add(answered: readonly AnsweredView[]): void {
    this.besides.push(...answered);
    this.settle(this.taken + 1);
  }

  outcome(): Recounted {
    this.settle(Infinity);
    return { published: this.published, results: this.results!, views: this.views, besides: this.besides };
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
    for (const { view, answer } of [...views, ...this.besides]) {
      if (!this.views.has(view) && next > answer.position) this.views.set(view, this.count.view(view));
    }
  }
}
