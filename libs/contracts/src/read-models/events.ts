import type { DomainEvent } from '../event';

/** The one stream of what administrators decided about read models. */
export const readModelsStream = 'read-models';

/**
 * An event that a group of read models cannot apply is left out of it, in this version, so that the group goes on. Its figures say from
 * then on that they are incomplete; a later version of the group applies the event again.
 */
export type ProjectionEventSkipped = DomainEvent<
  'ProjectionEventSkipped',
  { group: string; version: number; eventId: string; by: string; reason: string }
>;
