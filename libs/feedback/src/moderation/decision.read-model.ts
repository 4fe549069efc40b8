import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import type { Reasoned } from './decided.contract';

type Decision = Recorded<DomainEvent<string, Reasoned>>;

/** What a row keeps of the decision to hide its words. */
export function hiddenIn(event: Decision) {
  return { hiddenReason: event.data.reason, hiddenRule: event.data.rule ?? null, ...decidedIn(event) };
}

/** What a row keeps of the decision to show its words again. */
export function restoredIn(event: Decision) {
  return { hiddenReason: null, hiddenRule: null, ...decidedIn(event) };
}

function decidedIn(event: Decision) {
  return { decidedBy: event.data.by, decidedAt: timeOf(event) };
}
