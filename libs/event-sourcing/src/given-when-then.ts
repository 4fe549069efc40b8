import { deepStrictEqual } from 'node:assert';
import { Rejection, type DomainEvent, type RejectionCode } from '@isegoria/kernel';
import { fold, type Decider } from './decider';

/**
 * Specifies a decider in events: `given(decider, history).when(command).then(events)` or `.thenRejected(code)`.
 * Fails with an AssertionError that shows the difference.
 */
export function given<State, Command, Event extends DomainEvent>(decider: Decider<State, Command, Event>, history: readonly Event[] = []) {
  return {
    when(command: Command) {
      const outcome = () => decider.decide(command, fold<State, Event>(decider, history));
      return {
        then: (events: readonly Event[]) => deepStrictEqual([...outcome()], [...events]),
        thenNothing: () => deepStrictEqual([...outcome()], []),
        thenRejected: (code: RejectionCode) => deepStrictEqual(rejectionOf(outcome), code),
      };
    },
  };
}

function rejectionOf(outcome: () => readonly DomainEvent[]): RejectionCode | { events: readonly DomainEvent[] } {
  try {
    return { events: outcome() };
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}
