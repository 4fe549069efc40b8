import type { EventStore } from '@isegoria/event-sourcing';
import { smallestGroup, type UnitEvent } from '@isegoria/identity';
import { rootUnit, unitAbove, type UnitStanding } from '@isegoria/kernel';

/**
 * How it stands with a unit in the log now: its stream and those of all above it are read, a few events each. The root is always there and
 * open. Whatever begins in a unit is rare beside what is cast there later, so that nothing is followed or held for it.
 */
export async function standingOf(store: EventStore, unit: string): Promise<UnitStanding> {
  const streams = await Promise.all(belowTheRoot(unit).map((each) => store.readStream<UnitEvent>(`unit-${each}`)));
  const all = (type: UnitEvent['type']) => streams.map((events) => events.some((event) => event.type === type));
  if (all('UnitMade').includes(false)) return 'unknown';
  return all('UnitClosed').includes(true) ? 'closed' : 'open';
}

/** Whether a second official checks what the unit publishes, because it or one above it says so, as the log has it now. */
export async function needsReview(store: EventStore, unit: string): Promise<boolean> {
  const streams = await Promise.all([...belowTheRoot(unit), rootUnit].map((each) => store.readStream<UnitEvent>(`unit-${each}`)));
  return streams.some((events) => events.findLast((event) => event.type === 'UnitReviewSet')?.data.required);
}

/** Of how many people a figure in surveys of the unit is at least: the most that it and those above it say, as the log has it now. */
export async function smallestGroupOf(store: EventStore, unit: string): Promise<number> {
  const streams = await Promise.all([...belowTheRoot(unit), rootUnit].map((each) => store.readStream<UnitEvent>(`unit-${each}`)));
  const said = streams.flatMap((events) => events.findLast((event) => event.type === 'UnitSmallestGroupSet')?.data.people ?? []);
  return said.length === 0 ? smallestGroup.usual : Math.max(...said);
}

/** Within how many days of its end a new consultation of the unit is answered: what the nearest says, as the log has it now. */
export async function answerTermOf(store: EventStore, unit: string): Promise<number | null> {
  const streams = await Promise.all([...belowTheRoot(unit), rootUnit].map((each) => store.readStream<UnitEvent>(`unit-${each}`)));
  const said = streams.map((events) => events.findLast((event) => event.type === 'UnitAnswerTermSet')?.data.days ?? null);
  return said.find((days) => days !== null) ?? null;
}

/** The unit and all above it but the root. */
function belowTheRoot(unit: string): string[] {
  const above = unitAbove(unit);
  return above === undefined ? [] : [unit, ...belowTheRoot(above)];
}
