import { deliberation } from './deliberation/deliberation.read-method';
import type { ReadMethod } from './method';
import { poll } from './poll/poll.read-method';

/** The ways of taking part, as read models know them. */
export const readMethods: readonly ReadMethod[] = [deliberation, poll];

export function methodOf(kind: string, among = readMethods): ReadMethod | undefined {
  return among.find(({ contract }) => contract.kind === kind);
}
