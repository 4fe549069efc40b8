import { Finding } from '../finding';
import type { GivenEvent } from '../tree/rebuilt-log';
import type { PublishedConsultation } from './published';
import { ConsultationRecount, type CountedEvent } from './consultation-recount';

const countedTypes = new Set<string>([
  'ConsultationDrafted',
  'ConsultationPublished',
  'StatementSubmitted',
  'StatementAccepted',
  'StatementRejected',
  'StatementVoteCast',
  'PollBallotCast',
  'CommentSubmitted',
  'QuestionAsked',
  'QuestionAnswered',
] satisfies CountedEvent['type'][]);

/** The recount of one published consultation. */
export interface Recounted {
  readonly published: PublishedConsultation;
  readonly results: ConsultationRecount;
  /** Counted to the position of the opinion map, which is computed less often. */
  readonly map?: ConsultationRecount;
}

/** Counts all published consultations in one reading of the log. */
export class Recount {
  private readonly consultations: ReadonlyMap<string, Recounted>;
  /** Consultations that the log says were published. */
  readonly publishedInLog = new Set<string>();

  constructor(published: readonly PublishedConsultation[]) {
    this.consultations = new Map(
      published.map((consultation) => {
        const { id, results, map } = consultation;
        const recount = { published: consultation, results: new ConsultationRecount(id, results.position) };
        return [id, map ? { ...recount, map: new ConsultationRecount(id, map.position) } : recount];
      }),
    );
  }

  /** @throws Finding log for a body that no event has */
  take(given: GivenEvent): void {
    if (!countedTypes.has(given.type)) return;
    const event = countedEvent(given);
    const { consultationId } = event.data;
    if (consultationId === null) return;
    if (event.type === 'ConsultationPublished') this.publishedInLog.add(consultationId);
    const recounted = this.consultations.get(consultationId);
    recounted?.results.take(event);
    recounted?.map?.take(event);
  }

  all(): IterableIterator<Recounted> {
    return this.consultations.values();
  }
}

function countedEvent({ seq, type, position, time, data, metadata }: GivenEvent): CountedEvent {
  try {
    const event = { type, position, recordedAt: time, data: JSON.parse(data), metadata: JSON.parse(metadata) } as CountedEvent;
    if (typeof event.data === 'object' && event.data !== null && typeof event.metadata === 'object' && event.metadata !== null) return event;
  } catch {
    // Told below.
  }
  throw new Finding('log', `The body of entry ${seq} is not that of an event.`);
}
