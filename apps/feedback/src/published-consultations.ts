import type { OnModuleDestroy } from '@nestjs/common';
import { Rejection, type ConsultationEvent } from '@isegoria/contracts';
import { liveFold, type EventStore, type LiveFold } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';

/** Whether a consultation was ever published: all that feedback needs to know of it. */
export const published = {
  initialState: false,
  evolve: (before: boolean, { type }: ConsultationEvent) => before || type === 'ConsultationPublished',
};

/** The consultations that people can see, as last heard from the log and held in memory. */
export class PublishedConsultations implements OnModuleDestroy {
  private readonly consultations: LiveFold<boolean>;

  private constructor(store: EventStore) {
    this.consultations = liveFold(store, 'consultation-', published, (error) =>
      log.warn({ err: error }, 'the log does not answer; following it again'),
    );
  }

  /** Resolves when all that is recorded has been heard. */
  static async follow(this: void, store: EventStore): Promise<PublishedConsultations> {
    const heard = new PublishedConsultations(store);
    await heard.consultations.ready;
    return heard;
  }

  /**
   * Policy: feedback is about published consultations. A draft is nobody's business yet, so it is refused like one that never was.
   * @throws Rejection CONSULTATION_NOT_FOUND
   */
  async mustInclude(consultationId: string): Promise<void> {
    const stream = `consultation-${consultationId}`;
    // A published one stays so: what was heard can be believed, and only a no is checked.
    if (!this.consultations.peek(stream) && !(await this.consultations.fresh(stream))) throw new Rejection('CONSULTATION_NOT_FOUND');
  }

  onModuleDestroy(): void {
    this.consultations.stop();
  }
}
