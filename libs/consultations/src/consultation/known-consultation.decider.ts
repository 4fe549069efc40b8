import type { Recorded } from '@isegoria/kernel';
import type { ConsultationEvent } from '../events.contract';
import { consultationDecider, type ConsultationState } from './consultation.decider';

/** A consultation as decisions about contributions to it need to know it. */
export type KnownConsultation = ConsultationState & {
  /** The log position at which it was first published; undefined while it is not. */
  readonly publishedAt?: number;
};

/** Folds what the log has: an event that is just decided has no position yet, so that the decider cannot know it. */
export const knownConsultation = {
  initialState: undefined as KnownConsultation | undefined,

  evolve(known: KnownConsultation | undefined, event: Recorded<ConsultationEvent>): KnownConsultation | undefined {
    const state = consultationDecider.evolve(known, event);
    const publishedAt = known?.publishedAt ?? (event.type === 'ConsultationPublished' ? event.position : undefined);
    return state && { ...state, publishedAt };
  },
};
