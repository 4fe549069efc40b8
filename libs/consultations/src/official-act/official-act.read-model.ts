import type { EntityManager } from 'typeorm';
import type { DomainEvent, Recorded } from '@isegoria/kernel';
import type { ConsultationView } from '../consultation/consultation.contract';
import type { PhaseInRow } from '../phase/phase.read-model';

/**
 * What the event of an official act changes in rows, and what everybody sees of it besides the columns of the consultation. It keeps its
 * data in a column that exists already, so that a new version can answer from the rows of the previous one while its own are built.
 */
export interface RowsOfAct<Event extends DomainEvent = DomainEvent> {
  readonly type: Event['type'];
  apply(event: Recorded<Event>, rows: EntityManager): Promise<void>;
  /** @param phases as they stand in the row of the consultation */
  view?(phases: readonly PhaseInRow[]): Partial<ConsultationView>;
}

/** Declares it for one type of event; code that uses the list knows none. */
export function rowsOfAct<Event extends DomainEvent>(act: RowsOfAct<Event>): RowsOfAct {
  return act as unknown as RowsOfAct;
}
