import { Rejection, type Actor, type CommandContext, type EventMetadata } from '@isegoria/kernel';

/** The actor of a command that needs one. @throws Rejection SIGN_IN_REQUIRED */
export function signedIn({ actor }: CommandContext): Actor {
  if (!actor) throw new Rejection('SIGN_IN_REQUIRED');
  return actor;
}

/** What is recorded beside the events of a command received at `now`; the event store adds the version of each. */
export function metadataOf(context: CommandContext, now: Date): Omit<EventMetadata, 'schema'> {
  const { correlationId, request, imported } = context;
  return { at: now.toISOString(), correlationId, ...(request === undefined ? {} : { request }), ...(imported ? { imported } : {}) };
}

/** Under which id a command received at `now` is recorded, with which metadata, and whether it may come again. */
export function deliveryOf(context: CommandContext, now = new Date()) {
  const { commandId, request } = context;
  // Without a key the id is random, so that a retry is another command.
  return { commandId, metadata: metadataOf(context, now), comesOnce: request === undefined };
}
