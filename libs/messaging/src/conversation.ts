import type { CommandContext, CommandMessage } from '@isegoria/kernel';
import { Rejection } from '@isegoria/kernel';
import { proven, signed, type Envelope } from './envelope';
import type { BusKeys } from './keys';
import { beginExchange, joinExchange } from './sealed';

/** A command on its way: what is sent, and how the answer to it is read. */
export interface Asked {
  readonly envelope: Envelope;
  /** @throws Rejection UNTRUSTED_SENDER for an answer that no service gave to this command */
  read(answer: unknown): unknown;
  /** @throws Rejection UNTRUSTED_SENDER for a refusal that no service gave to this command */
  readRefusal(refusal: unknown): unknown;
}

/** A command that has arrived, and how it is answered. */
export interface Arrived {
  readonly message: CommandMessage;
  /** Whether nobody but the two ends can read it. */
  readonly isSealed: boolean;
  answer(reply: unknown): Envelope;
  refuse(reply: object): Envelope;
}

/** What is signed: the command, sealed as a text where it has a secret or its answer has, and what comes with it. */
interface Said {
  readonly command: object | string;
  readonly context: CommandContext;
  /** Present where the command is sealed. */
  readonly beginning?: string;
}

/** Signs a command for its subject, so that it can be given to no other. */
export function ask(keys: BusKeys, { subject, sealed }: { subject: string; sealed: boolean }, message: CommandMessage): Asked {
  const sealing = sealed ? beginExchange(needed(keys.sealing)) : undefined;
  const { command, context } = message;
  const said: Said = sealing
    ? { command: sealing.exchange.seal(JSON.stringify(command)), context, beginning: sealing.beginning }
    : { command, context };
  const envelope = signed(keys.signing, { kind: 'command', subject }, JSON.stringify(said));
  const reading = (kind: 'answer' | 'refusal') => (given: unknown) => {
    const told = proven(keys.signing, { kind, subject, to: envelope.proof }, given);
    return JSON.parse(sealing ? sealing.exchange.open(told) : told) as unknown;
  };
  return { envelope, read: reading('answer'), readRefusal: reading('refusal') };
}

/** Takes a command that came on a subject. @throws Rejection UNTRUSTED_SENDER for one that no part of the platform sent there just now */
export function arrive(keys: BusKeys, subject: string, envelope: unknown): Arrived {
  const said = JSON.parse(proven(keys.signing, { kind: 'command', subject }, envelope)) as Said;
  const { command, context, beginning } = said;
  const exchange = beginning === undefined ? undefined : joinExchange(needed(keys.opening), beginning);
  const opened: unknown = exchange ? JSON.parse(exchange.open(String(command))) : command;
  const telling = (kind: 'answer' | 'refusal') => (reply: unknown) => {
    const told = JSON.stringify(reply ?? {});
    return signed(keys.signing, { kind, subject, to: (envelope as Envelope).proof }, exchange ? exchange.seal(told) : told);
  };
  return {
    message: { command: opened as object, context },
    isSealed: exchange !== undefined,
    answer: telling('answer'),
    refuse: telling('refusal'),
  };
}

/** A part that was not given the key has nothing to do with secrets. */
function needed<Key>(key: Key | undefined): Key {
  if (key === undefined) throw new Rejection('UNTRUSTED_SENDER');
  return key;
}
