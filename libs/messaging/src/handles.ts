import { Inject, Injectable, UseInterceptors, applyDecorators, type CallHandler, type ExecutionContext } from '@nestjs/common';
import type { NestInterceptor, Type } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { map, type Observable } from 'rxjs';
import {
  Rejection,
  hasSecrets,
  mustBePermitted,
  secretFields,
  validated,
  type CommandContract,
  type CommandMessage,
} from '@isegoria/kernel';
import { arrive, type Arrived } from './conversation';
import { BUS_KEYS, type BusKeys } from './keys';

/**
 * Takes a command where it arrives, and signs the answer or the refusal. The bus is a trust boundary: who acts and what they may is
 * believed only from a part of the platform, and what they may do and the command itself are checked once more.
 */
function receives(contract: CommandContract): Type<NestInterceptor> {
  const sealed = hasSecrets(contract);
  const secrets = secretFields(contract.shape);

  @Injectable()
  class Receives implements NestInterceptor {
    constructor(@Inject(BUS_KEYS) private readonly keys: BusKeys) {}

    /** @throws Rejection UNTRUSTED_SENDER, VALIDATION_FAILED, UNKNOWN_FIELD, SIGN_IN_REQUIRED or FORBIDDEN_ROLE */
    intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
      // Nest hands on to the method what stands here.
      const [envelope] = execution.getArgs<[unknown]>();
      const context = execution.switchToRpc().getContext<object>();
      const { message, isSealed, answer } = arrivedWith(context, arrive(this.keys, contract.subject, envelope));
      if (sealed && !isSealed) throw new Rejection('UNTRUSTED_SENDER');
      execution.getArgs<[CommandMessage]>()[0] = checked(contract, secrets, message);
      return next.handle().pipe(map(answer));
    }
  }
  return Receives;
}

/** How what has arrived is refused, by the context that Nest gives with it. */
const refusals = new WeakMap<object, Arrived['refuse']>();

/** Has what arrived refused in its own way, should it be. @param context what Nest gives with the message */
export function arrivedWith(context: object, arrived: Arrived): Arrived {
  refusals.set(context, arrived.refuse);
  return arrived;
}

/**
 * A refusal as it is sent: signed for the command that it is about, as its answer would have been.
 * @param context what Nest gives with the message
 * @returns the reply as it is, for a message that no part of the platform sent
 */
export function refusalTo(context: object, reply: object): object {
  return refusals.get(context)?.(reply) ?? reply;
}

function checked({ may, shape, subject, versionedBy }: CommandContract, secrets: readonly string[], said: CommandMessage): CommandMessage {
  mustBePermitted(said.context.actor, may);
  const command = validated(shape, said.command);
  return { command, context: { ...said.context, versionedBy, asked: { subject, command: without(secrets, command) } } };
}

function without(secrets: readonly string[], command: object): object {
  if (secrets.length === 0) return command;
  return Object.fromEntries(Object.entries(command).filter(([field]) => !secrets.includes(field)));
}

/** Method decorator of a controller: handles a command that comes over NATS. The method takes one argument, a `CommandMessage`. */
export function Handles(contract: CommandContract): MethodDecorator {
  return applyDecorators(MessagePattern(contract.subject), UseInterceptors(receives(contract)));
}
