import { Payload } from '@nestjs/microservices';
import type { PipeTransform } from '@nestjs/common';
import { Rejection, validated, type Actor, type CommandContext, type CommandMessage, type EventMetadata, type Role } from '@isegoria/contracts';

/** Checks the command of a message once more where it arrives: the bus is a trust boundary. */
class ValidCommand<T extends object> implements PipeTransform<CommandMessage, CommandMessage<T>> {
  constructor(private readonly commandClass: new () => T) {}

  transform({ command, context }: CommandMessage): CommandMessage<T> {
    return { command: validated(this.commandClass, command), context };
  }
}

/** Parameter decorator of a message handler: `handle(@Command(CastPollBallot) { command, context }: CommandMessage<CastPollBallot>)`. */
export function Command<T extends object>(commandClass: new () => T): ParameterDecorator {
  return Payload(new ValidCommand(commandClass));
}

/** The actor of a command that needs one. @throws Rejection SIGN_IN_REQUIRED */
export function signedIn({ actor }: CommandContext): Actor {
  if (!actor) throw new Rejection('SIGN_IN_REQUIRED');
  return actor;
}

/** The actor of a command that only some roles may give. @throws Rejection SIGN_IN_REQUIRED or FORBIDDEN_ROLE */
export function withRole(context: CommandContext, ...allowed: readonly Role[]): Actor {
  const actor = signedIn(context);
  if (!actor.roles.some((role) => allowed.includes(role))) throw new Rejection('FORBIDDEN_ROLE');
  return actor;
}

/** What is recorded beside the events of a command received at `now`; the event store adds the version of each. */
export function metadataOf(context: CommandContext, now: Date): Omit<EventMetadata, 'schema'> {
  return { at: now.toISOString(), correlationId: context.correlationId, ...(context.imported ? { imported: context.imported } : {}) };
}
