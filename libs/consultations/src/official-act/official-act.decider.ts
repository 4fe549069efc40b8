import type { CommandContract, DomainEvent } from '@isegoria/kernel';
import type { Beginning } from '../methods/method/method.decider';
import type { ConsultationState } from '../consultation/consultation-state.decider';
import type { ConsultationEvent } from '../consultation/consultation.contract';

export interface OfConsultation {
  readonly consultationId: string;
}

/** Who acts, and when. */
export interface Acting {
  readonly by: string;
  readonly now: Date;
}

/** Something that officials do to a consultation once it is drafted: its rule, and what its event changes. */
export interface OfficialAct<Command extends OfConsultation = OfConsultation, Event extends DomainEvent = DomainEvent> {
  readonly contract: CommandContract<Command>;
  readonly event: Event['type'];
  /** Whether nothing is counted after it. */
  readonly closes?: true;
  /** @throws Rejection when a rule says no */
  decide(command: Command, state: ConsultationState, acting: Acting): ConsultationEvent[];
  evolve(state: ConsultationState, data: Event['data']): ConsultationState;
  /** The streams that it begins besides, from what its event says. */
  begins?(command: Command, data: Event['data']): readonly Beginning[];
}

/** Declares an act, whose rule knows its own command and event; code that uses the list of acts knows neither. */
export function officialAct<Command extends OfConsultation, Event extends DomainEvent>(act: OfficialAct<Command, Event>): OfficialAct {
  return act as unknown as OfficialAct;
}
