import { UsePipes, applyDecorators, type PipeTransform } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { mustBePermitted, validated, type CommandContract, type CommandMessage } from '@isegoria/kernel';

/** Checks a command once more where it arrives, and who sent it: the bus is a trust boundary. */
class Received implements PipeTransform<CommandMessage, CommandMessage> {
  constructor(private readonly contract: CommandContract) {}

  /** @throws Rejection VALIDATION_FAILED, UNKNOWN_FIELD, SIGN_IN_REQUIRED or FORBIDDEN_ROLE */
  transform({ command, context }: CommandMessage): CommandMessage {
    mustBePermitted(context.actor, this.contract.may);
    return { command: validated(this.contract.shape, command), context };
  }
}

/** Method decorator of a controller: handles a command that comes over NATS. The method takes one argument, a `CommandMessage`. */
export function Handles(contract: CommandContract): MethodDecorator {
  return applyDecorators(MessagePattern(contract.subject), UsePipes(new Received(contract)));
}
