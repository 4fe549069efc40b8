import { Rejection, type Actor, type CommandContext, type EventMetadata, type Origin } from '@isegoria/kernel';

/** The actor of a command that needs one. @throws Rejection SIGN_IN_REQUIRED */
export function signedIn({ actor }: CommandContext): Actor {
  if (!actor) throw new Rejection('SIGN_IN_REQUIRED');
  return actor;
}

/**
 * What is recorded beside the events of a command received at `now`; the event store adds the version of each, and of the origin records
 * only what proves an act of staff.
 */
export function metadataOf(context: CommandContext, now: Date): Omit<EventMetadata, 'schema' | 'act'> & { readonly origin: Origin } {
  const { correlationId, request, imported } = context;
  const beside = { ...(request === undefined ? {} : { request }), ...(imported ? { imported } : {}) };
  return { at: now.toISOString(), correlationId, ...beside, origin: originOf(context) };
}

/** Who acts for an imported person is the office. */
function originOf({ actor, imported, session, asked }: CommandContext): Origin {
  return { account: imported?.by ?? actor?.accountId ?? null, session, asked };
}

/** Under which id a command received at `now` is recorded, with which metadata, on what it is based, and whether it may come again. */
export function deliveryOf(context: CommandContext, now = new Date()) {
  const { commandId, request, versions, versionedBy } = context;
  const basedOn = versions && versionedBy ? { basedOn: { versions, types: versionedBy } } : {};
  // Without a key the id is random, so that a retry is another command.
  return { commandId, metadata: metadataOf(context, now), comesOnce: request === undefined, ...basedOn };
}
