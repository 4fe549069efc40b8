import type { DomainEvent } from '@isegoria/kernel';

/**
 * A decider (Chassaing, "Functional Event Sourcing Decider"): the rules of one stream, pure. `decide` returns the events that a command
 * leads to (none: nothing to change) or throws a `Rejection`; `evolve` folds an event into the state and never changes its arguments.
 * Time, chance and ids come in with the command.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  readonly initialState: State;
  decide(command: Command, state: State): readonly Event[];
  /** @param revision where the event stands in its stream; undefined for one that stands in none */
  evolve(state: State, event: Event, revision?: number): State;
  /** For a command that changes nothing and whose answer is about an event: the revision of the event that recorded what it asks for. */
  recordedAt?(command: Command, state: State): number | undefined;
}

/**
 * For the default of an `evolve`: an event that only a newer program knows leaves the state as it is. It accepts no type that still lacks a
 * case, so a known type cannot be forgotten.
 */
export function unchangedBy<State>(_unknown: never, state: State): State {
  return state;
}

/** Folds a history into the state it leads to. */
export function fold<State, Event extends DomainEvent>(
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  events: Iterable<Event>,
): State {
  let state = decider.initialState;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}
