import { Inject } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
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

const busKeys = Symbol('the keys of the bus');

interface Controller {
  readonly [busKeys]: BusKeys;
}

type Handler = (this: Controller, message: CommandMessage) => unknown;

/**
 * Method decorator of a controller: handles a command that comes over NATS. The method takes one argument, a `CommandMessage`.
 *
 * Takes a command where it arrives, and signs the answer or the refusal. The bus is a trust boundary: who acts and what they may is
 * believed only from a part of the platform, and what they may do and the command itself are checked once more. The method itself is
 * wrapped, since a Nest interceptor costs each command several observables.
 *
 * The method throws Rejection UNTRUSTED_SENDER, VALIDATION_FAILED, UNKNOWN_FIELD, SIGN_IN_REQUIRED or FORBIDDEN_ROLE
 */
export function Handles(contract: CommandContract): MethodDecorator {
  const sealed = hasSecrets(contract);
  const secrets = secretFields(contract.shape);
  return (target, name, descriptor) => {
    const handle = descriptor.value as Handler;
    async function take(this: Controller, envelope: unknown, context: object): Promise<unknown> {
      const { message, isSealed, answer } = arrivedWith(context, arrive(this[busKeys], contract.subject, envelope));
      if (sealed && !isSealed) throw new Rejection('UNTRUSTED_SENDER');
      return answer(await handle.call(this, checked(contract, secrets, message)));
    }
    descriptor.value = take as typeof descriptor.value;
    Inject(BUS_KEYS)(target, busKeys);
    Payload()(target, name, 0);
    Ctx()(target, name, 1);
    MessagePattern(contract.subject)(target, name, descriptor);
  };
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
