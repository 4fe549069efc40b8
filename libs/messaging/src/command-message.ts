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

/** Under which id a command that is handled now is recorded, and with which metadata. */
export function deliveryOf(context: CommandContext): { commandId: string; metadata: ReturnType<typeof metadataOf> } {
  return { commandId: context.commandId, metadata: metadataOf(context, new Date()) };
}
