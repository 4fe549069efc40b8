import { deliberation } from './deliberation/deliberation.method';
import type { Method } from './method';
import { poll } from './poll/poll.method';

/** The ways of taking part, as deciders know them. */
export const methods: readonly Method[] = [deliberation, poll];
