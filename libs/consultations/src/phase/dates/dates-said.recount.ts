import type { CountedEvent } from '../../methods/method/method.recount';
import type { PhaseDates } from '../phase.contract';

/** The dates that an event gives to a phase; undefined if it gives none. */
export type DatesSaid = (event: CountedEvent, phaseId: string) => PhaseDates | undefined;
