import type { ComputedOpinionMap } from '@isegoria/consultations/read-models';
import type { ConsultationResults } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';
import { ConsultationRecount, type CountedEvent, type RecountedResults } from './consultation-recount';
import type { PublishedConsultation } from './published';

const countedTypes = new Set<string>([
  'ConsultationDrafted',
  'ConsultationPublished',
  'StatementSubmitted',
  'StatementAccepted',
  'StatementRejected',
  'StatementVoteCast',
  'PollBallotCast',
  'BallotExcluded',
  'BallotReinstated',
  'CommentSubmitted',
  'QuestionAsked',
  'QuestionAnswered',
] satisfies CountedEvent['type'][]);

/** The event of an entry where it counts for a consultation. */
export function countedEvent({ position, leaf, body }: TakenEntry): (CountedEvent & { data: { consultationId: string } }) | undefined {
  if (!countedTypes.has(leaf.type) || typeof body?.data.consultationId !== 'string') return undefined;
  return { type: leaf.type, position, recordedAt: leaf.time, ...body } as unknown as CountedEvent & { data: { consultationId: string } };
}

/** What one published consultation came to, each part counted to the position that the site states for it. */
export interface Recounted {
  readonly published: PublishedConsultation;
  readonly results: RecountedResults;
  readonly map?: ComputedOpinionMap;
}

/** Counts all published consultations in one reading of the log. */
export class Recount {
  private readonly consultations: ReadonlyMap<string, Counting>;
  /** Consultations that the log says were published. */
  readonly publishedInLog = new Set<string>();

  constructor(published: readonly PublishedConsultation[]) {
    this.consultations = new Map(published.map((consultation) => [consultation.id, new Counting(consultation)]));
  }

  take(entry: TakenEntry): void {
    const event = countedEvent(entry);
    if (!event) return;
    const { consultationId } = event.data;
    if (event.type === 'ConsultationPublished') this.publishedInLog.add(consultationId);
    this.consultations.get(consultationId)?.take(event);
  }

  /** What a consultation came to at the end of what was given. */
  resultsOf(id: string): ConsultationRecount | undefined {
    return this.consultations.get(id)?.count;
  }

  *all(): Generator<Recounted> {
    for (const counting of this.consultations.values()) yield counting.outcome();
  }
}

/** Results and map are taken when the count passes their positions, so that one count serves both. */
class Counting {
  readonly count: ConsultationRecount;
  private results?: RecountedResults;
  private map?: ComputedOpinionMap;

  constructor(private readonly published: PublishedConsultation) {
    this.count = new ConsultationRecount(published.id);
  }

  take(event: CountedEvent): void {
    this.settle(event.position);
    if (this.results && (this.map || !this.published.map)) return;
    this.count.take(event);
  }

  outcome(): Recounted {
    this.settle(Infinity);
    return { published: this.published, results: this.results!, ...(this.map ? { map: this.map } : {}) };
  }

  /** Before the first event beyond a stated position is counted. */
  private settle(next: number): void {
    const { results, map }: { results: Pick<ConsultationResults, 'position'>; map?: { position: number } } = this.published;
    if (!this.results && next > results.position) this.results = this.count.results();
    if (map && !this.map && next > map.position) this.map = this.count.opinionMap();
  }
}
