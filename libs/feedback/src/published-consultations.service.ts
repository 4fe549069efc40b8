import type { OnModuleDestroy } from '@nestjs/common';
import type { ConsultationEvent } from '@isegoria/consultations';
import { liveFold, type EventStore, type LiveFold } from '@isegoria/event-sourcing';
import { Rejection, type Recorded } from '@isegoria/kernel';
import { logged } from '@isegoria/service-host';

/** All that feedback needs to know about a consultation. */
export interface PublishedConsultation {
  readonly unit: string;
  /** The log position at which it was first published. */
  readonly publishedAt: number;
}
/** Without a position while it is a draft. */
type Known = (Pick<PublishedConsultation, 'unit'> & Partial<PublishedConsultation>) | undefined;

export const knownToFeedback = {
  initialState: undefined as Known,
  evolve(known: Known, { type, data, position }: Recorded<ConsultationEvent>): Known {
    if (type === 'ConsultationDrafted') return { unit: data.unit };
    return known && type === 'ConsultationPublished' ? { publishedAt: position, ...known } : known;
  },
};

/** The consultations that are asked for and that people can see, as last heard from the log, kept in memory. */
export class PublishedConsultations implements OnModuleDestroy {
  private readonly consultations: LiveFold<Known>;

  private constructor(store: EventStore) {
    this.consultations = liveFold(store, 'consultation-', knownToFeedback, logged);
  }

  /** Resolves when the log is being followed; anything recorded before is read when it is asked for. */
  static async follow(this: void, store: EventStore): Promise<PublishedConsultations> {
    const heard = new PublishedConsultations(store);
    await heard.consultations.ready;
    return heard;
  }

  /**
   * Policy: feedback is about published consultations. A draft is not public yet, so it is refused as if it did not exist.
   * @throws Rejection CONSULTATION_NOT_FOUND
   */
  async mustInclude(consultationId: string): Promise<PublishedConsultation> {
    const stream = `consultation-${consultationId}`;
    const { state: heard, fresh } = await this.consultations.known(stream);
    // A published consultation stays published, so a yes from memory can be trusted and only a no is checked.
    const known = isPublished(heard) || fresh ? heard : await this.consultations.fresh(stream);
    if (!isPublished(known)) throw new Rejection('CONSULTATION_NOT_FOUND');
    return known;
  }

  onModuleDestroy(): void {
    this.consultations.stop();
  }
}

function isPublished(known: Known): known is PublishedConsultation {
  return known?.publishedAt !== undefined;
}
