import type { Decider } from '@isegoria/event-sourcing';
import type { ConsultationEvent } from '../consultation/consultation.contract';
import { consultation, type ConsultationState } from '../consultation/known-consultation.decider';
import type { AssuranceRaised } from './assurance-raise.contract';

/** Pseudonyms in one event: it stays well below the 1 MB that a store takes at once. */
export const mostInEvent = 10_000;

export interface RaiseAssurance {
  readonly consultationId: string;
  readonly voters: readonly string[];
}

interface RaiseState {
  readonly consultation: ConsultationState | undefined;
  readonly raised: ReadonlySet<string>;
}

/** Raises each person once, in a consultation that the log has not closed: its own stream, at the expected revision, makes sure of both. */
export const assuranceRaiseDecider: Decider<RaiseState, RaiseAssurance, ConsultationEvent> = {
  initialState: { consultation: undefined, raised: new Set() },

  decide({ consultationId, voters }, { consultation: state, raised }) {
    if (!state || hasEnded(state)) return [];
    const sorted = [...new Set(voters)].filter((voter) => !raised.has(voter)).sort();
    const events: AssuranceRaised[] = [];
    for (let from = 0; from < sorted.length; from += mostInEvent)
      events.push({ type: 'AssuranceRaised', data: { consultationId, level: 'email', voters: sorted.slice(from, from + mostInEvent) } });
    return events;
  },

  evolve(state, event) {
    return {
      consultation: consultation.evolve(state.consultation, event),
      raised: event.type === 'AssuranceRaised' ? new Set([...state.raised, ...event.data.voters]) : state.raised,
    };
  },
};

/** Whatever the dates say: what the log has not closed can still change. */
export function hasEnded({ phases, closedEarly }: ConsultationState): boolean {
  return closedEarly || phases.every(({ closed }) => closed);
}
