import { deepStrictEqual, notStrictEqual } from 'node:assert';
import { catalogue, upcast, type DomainEvent, type EventContract } from '@isegoria/kernel';
import type { Decider } from './decider';

/** Names that only a newer program has events for; the second is one that every object has as a property. */
const newerTypes = ['SomethingNewer', 'constructor'];

/** Folds of the live log see the place of an event. */
const position = 1;

/**
 * Specifies that a fold takes a sample of every version of every event of its stream, and that the result is the same if a newer program
 * writes to the same stream: types that are unknown here, and versions with more members. Fails with an AssertionError.
 */
export function foldsWhatIsNewer<State, Event extends DomainEvent>(
  known: readonly EventContract[],
  { initialState, evolve }: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  stream: string,
): void {
  const contracts = known.filter((contract) => contract.stream.has(stream));
  notStrictEqual(contracts.length, 0, `No event is declared for ${stream}.`);
  let [plain, disturbed] = [withNewer(initialState), withNewer(initialState)];
  deepStrictEqual(plain, initialState);
  for (const { type, data } of contracts.flatMap(samplesOf)) {
    plain = evolve(plain, { type, data, position } as unknown as Event);
    notStrictEqual(plain, undefined, `${type} leads to no state.`);
    disturbed = withNewer(evolve(disturbed, { type, data: { ...data, addedLater: { by: null } }, position } as unknown as Event));
    deepStrictEqual(disturbed, plain);
  }

  function withNewer(state: State): State {
    return newerTypes.reduce((before, type) => evolve(before, { type, data: {}, position } as unknown as Event), state);
  }
}

/** Of every version, each in the present form. */
function samplesOf(contract: EventContract): DomainEvent[] {
  const { type, earlier, sample } = contract;
  const brought = earlier.map((version, index) => upcast(catalogue([contract]), type, index + 1, version.sample));
  return [...brought, sample].map((data) => ({ type, data }));
}
