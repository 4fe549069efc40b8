import type { OnModuleDestroy } from '@nestjs/common';
import type { ConsultationEvent } from '@isegoria/consultations';
import { liveFold, type EventStore, type LiveFold } from '@isegoria/event-sourcing';
import { Rejection, type Recorded } from '@isegoria/kernel';
import { logged } from '@isegoria/service-host';

/** The log position at which a consultation was first published: all that feedback needs to know of it. */
export const publishedAt = {
  initialState: null as number | null,
  evolve: (before: number | null, { type, position }: Recorded<ConsultationEvent>) =>
    before ?? (type === 'ConsultationPublished' ? position : null),
};

/** The consultations that are asked for and that people can see, as last heard from the log and held in memory. */
export class PublishedConsultations implements OnModuleDestroy {
  private readonly consultations: LiveFold<number | null>;

  private constructor(store: EventStore) {
    this.consultations = liveFold(store, 'consultation-', publishedAt, logged);
  }

  /** Resolves when the log is being followed; what was recorded before is read when it is asked for. */
  static async follow(this: void, store: EventStore): Promise<PublishedConsultations> {
    const heard = new PublishedConsultations(store);
    await heard.consultations.ready;
    return heard;
  }

  /**
   * Policy: feedback is about published consultations. A draft is nobody's business yet, so it is refused like one that never was.
   * @returns the log position at which it was first published
   * @throws Rejection CONSULTATION_NOT_FOUND
   */
  async mustInclude(consultationId: string): Promise<number> {
    const stream = `consultation-${consultationId}`;
    const { state: known, fresh } = await this.consultations.known(stream);
    // A published one stays so: what was heard can be believed, and only a no is checked.
    const position = known ?? (fresh ? undefined : await this.consultations.fresh(stream));
    if (position == null) throw new Rejection('CONSULTATION_NOT_FOUND');
    return position;
  }

  onModuleDestroy(): void {
    this.consultations.stop();
  }
}
