import { unchangedBy } from '@isegoria/event-sourcing';
import type { Recorded } from '@isegoria/kernel';
import { phaseAfter, type DatedPhase, type PhaseState, type Phases } from '../phase/phase.decider';
import type { ConsultationEvent } from './consultation.contract';

export const consultationStream = (consultationId: string) => `consultation-${consultationId}`;

/** What the rules need to know of a consultation. */
export interface ConsultationState extends Phases {
  /** The unit whose consultation it is. */
  readonly unit: string;
  readonly externalId: string | null;
  readonly outcome: { readonly youSaid: string; readonly weDid: string } | null;
}

/** The fold of a `consultation-<id>` stream. */
export const consultation = {
  initialState: undefined as ConsultationState | undefined,

  evolve(state: ConsultationState | undefined, event: ConsultationEvent): ConsultationState | undefined {
    if (event.type === 'ConsultationDrafted') {
      const { unit, externalId, phases } = event.data;
      const undated = phases.map(({ phaseId }) => ({ phaseId, opensAt: null, closesAt: null, opened: false, closed: false }));
      return { unit, externalId, phases: undated, closedEarly: false, outcome: null };
    }
    if (!state) return state;
    switch (event.type) {
      case 'ConsultationPublished': {
        const dates = new Map(event.data.phases.map((dated) => [dated.phaseId, dated]));
        return { ...state, phases: state.phases.map((phase) => withDates(phase, dates.get(phase.phaseId))) };
      }
      case 'PhaseOpened':
      case 'PhaseClosed':
        return { ...state, phases: state.phases.map((phase) => phaseAfter(phase, event)) };
      case 'ConsultationClosed':
        return { ...state, closedEarly: true };
      case 'OutcomePublished':
        return { ...state, outcome: { youSaid: event.data.youSaid, weDid: event.data.weDid } };
      default:
        return unchangedBy(event, state);
    }
  },
};

function withDates(phase: PhaseState, dates: DatedPhase | undefined): PhaseState {
  return dates ? { ...phase, opensAt: Date.parse(dates.opensAt), closesAt: Date.parse(dates.closesAt) } : phase;
}

/** A consultation as decisions about contributions to it need to know it. */
export type KnownConsultation = ConsultationState & {
  /** The log position at which it was first published; undefined while it is not. */
  readonly publishedAt?: number;
};

/** Folds what the log has: an event that is just decided has no position yet, so that the decider cannot know it. */
export const knownConsultation = {
  initialState: undefined as KnownConsultation | undefined,

  evolve(known: KnownConsultation | undefined, event: Recorded<ConsultationEvent>): KnownConsultation | undefined {
    const state = consultation.evolve(known, event);
    const publishedAt = known?.publishedAt ?? (event.type === 'ConsultationPublished' ? event.position : undefined);
    return state && { ...state, publishedAt };
  },
};
