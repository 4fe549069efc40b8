import { IsArray, IsInt, IsISO8601, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainText, Nested, OrNull, command, event, limits, query, stream, type DomainEvent } from '@isegoria/kernel';

/** Leaves out of a group the event at which it stopped. */
export class SkipEvent {
  @Matches(/^[a-z-]{1,40}$/)
  group: string;

  @IsUUID()
  eventId: string;

  /** Public. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const skipEvent = command(SkipEvent, {
  route: 'POST /read-models/:group/skips',
  may: 'administer',
  summary: 'Leave the event at which a group of read models stopped out of it, with the reason, on record',
});

export class StoppedAt {
  @IsUUID() readonly eventId: string;
  @IsInt() readonly position: number;
  /** SQLSTATE or the name of the error. */
  @IsString() readonly code: string;
}

/** How the rows of a group of read models stand. */
export class ReadModelView {
  @IsString() readonly group: string;
  @IsInt() readonly version: number;
  /** The log position that the rows include, and when they came so far. */
  @IsInt() readonly position: number;
  @IsISO8601() readonly computedAt: string;
  /** The event that cannot be applied; null while the group goes on. */
  @OrNull() @Nested(() => StoppedAt) readonly stopped: StoppedAt | null;
  /** Events that were left out on record. While there are any, the figures of the group are incomplete. */
  @IsArray() @IsUUID(undefined, { each: true }) readonly skippedEvents: readonly string[];
}

export class ReadModels {
  @Nested(() => ReadModelView, { each: true }) readonly items: readonly ReadModelView[];
}

/** There are a handful of groups, so that they need no pages. */
export class ListReadModels {}
export const listReadModels = query(ListReadModels, ReadModels, {
  route: 'GET /read-models',
  may: 'anyone',
  summary: 'How each group of read models stands: its position, the event at which it stopped, what was left out of it',
});

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
    'An event that a group of read models cannot apply is left out of it, in this version, so that the group goes on. Its figures say ' +
    'from then on that they are incomplete; a later version of the group applies the event again.',
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
