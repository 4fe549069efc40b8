import { event } from '../contract/event';
import { stream } from '../contract/stream';
import type { DomainEvent } from '../event';

/** The one stream of what administrators decided about read models. */
export const readModelsStream = 'read-models';
const readModels = stream(readModelsStream, 'public');

export type ProjectionEventSkipped = DomainEvent<
  'ProjectionEventSkipped',
  { group: string; version: number; eventId: string; by: string; reason: string }
>;
export const projectionEventSkipped = event<ProjectionEventSkipped>('ProjectionEventSkipped', {
  stream: readModels,
  says:
    'An event that a group of read models cannot apply is left out of it, in this version, so that the group goes on. Its figures say from then on ' +
    'that they are incomplete; a later version of the group applies the event again.',
  may: 'administer',
  act: { subject: 'group' },
  sample: {
    group: 'consultations',
    version: 1,
    eventId: 'e7e27000-0000-4000-8000-000000000001',
    by: '0ff1ce00-0000-4000-8000-000000000001',
    reason: 'Written by a fault.',
  },
});

export const eventsOfReadModels = [projectionEventSkipped] as const;
