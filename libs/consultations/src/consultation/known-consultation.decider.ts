import { aboutWordsOf } from './about/about.contract';
import { unchangedBy } from '@isegoria/event-sourcing';
import type { Recorded } from '@isegoria/kernel';
import { officialActs } from '../official-act/official-acts.decider';
import { phaseAfter, undated } from '../phase/phase.decider';
import type { ConsultationState } from './consultation-state.decider';
import type { ConsultationEvent } from './consultation.contract';

export type { ConsultationState };

export const consultationStream = (consultationId: string) => `consultation-${consultationId}`;

/** The fold of a `consultation-<id>` stream. */
export const consultation = {
  initialState: undefined as ConsultationState | undefined,

  evolve(state: ConsultationState | undefined, event: ConsultationEvent): ConsultationState | undefined {
    if (event.type === 'ConsultationDrafted') {
      const { unit, externalId, language, phases, title, description, about, categories, answerWithinDays, by } = event.data;
      const words = { title, description, about: aboutWordsOf(about) };
      const begun = { phases: phases.map(undated), closedEarly: false, outcome: null, categories, answerWithinDays, writtenBy: by };
      return { unit, externalId, language, words, ...begun };
    }
    if (!state) return state;
    if (event.type === 'PhaseOpened' || event.type === 'PhaseClosed')
      return { ...state, phases: state.phases.map((phase) => phaseAfter(phase, event)) };
    const act = officialActs.find((one) => one.event === event.type);
    return act ? act.evolve(state, event.data) : unchangedBy(event as never, state);
  },
};

/** A consultation as decisions about contributions to it need to know it. */
export type KnownConsultation = ConsultationState & {
  /** The log position at which it was first published; undefined while it is not. */
  readonly publishedAt?: number;
};

/** Folds what is in the log: an event that was just decided has no position yet, so the decider cannot know it. */
export const knownConsultation = {
  initialState: undefined as KnownConsultation | undefined,

  evolve(known: KnownConsultation | undefined, event: Recorded<ConsultationEvent>): KnownConsultation | undefined {
    const state = consultation.evolve(known, event);
    const publishedAt = known?.publishedAt ?? (event.type === 'ConsultationPublished' ? event.position : undefined);
    return state && { ...state, publishedAt };
  },
};
