import { Injectable } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { ErrorCode, JSONCodec, headers, type MsgHdrs, type NatsConnection } from 'nats';
import {
  Rejection,
  hasSecrets,
  rejections,
  type CommandContext,
  type CommandContract,
  type RejectionCode,
  type RejectionDetails,
} from '@isegoria/kernel';
import { traced, traceparent } from '@isegoria/tracing';
import { ask, type Asked } from './conversation';
import type { BusKeys } from './keys';

/** How a refused command travels back over NATS. */
export interface RejectedReply {
  readonly code: RejectionCode;
  readonly details: RejectionDetails;
  /** The id of an unknown failure. */
  readonly incident?: string;
}

const replyWithin = 10_000;
const retryPause = 100;
const retriesWhileNobodyListens = 50;

/** What Nest's NATS transport reads and writes. */
interface Reply {
  readonly err?: unknown;
  readonly response?: unknown;
}

const codec = JSONCodec<unknown>();

/**
 * Sends commands to their services and waits for the durable answer. It speaks the form of Nest's transport over the connection's own
 * requests, which share one subscription: the transport's client subscribes and unsubscribes for each.
 */
@Injectable()
export class CommandClient {
  private connection?: Promise<NatsConnection>;

  constructor(
    private readonly proxy: ClientProxy,
    private readonly keys: BusKeys,
  ) {}

  /**
   * Signs the command for its subject and sends it; one that carries a secret, or whose answer does, is sealed.
   * @throws Rejection what the service says; UNTRUSTED_SENDER when somebody else answers; UNAVAILABLE when none listens for 5 s or none
   * answers in 10 s. The command's id makes a repeated delivery harmless, so a restart of the service is waited for.
   */
  async send<Command extends object, Reply extends object>(
    contract: CommandContract<Command, Reply>,
    command: Command,
    context: CommandContext,
  ): Promise<Reply> {
    const { subject } = contract;
    const asked = ask(this.keys, { subject, sealed: hasSecrets(contract) }, { command, context });
    return traced({ name: `send ${subject}`, kind: 'CLIENT' }, () => this.untilAnswered<Reply>(subject, asked));
  }

  private async untilAnswered<Result>(subject: string, asked: Asked): Promise<Result> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.request<Result>(subject, asked);
      } catch (error) {
        if (error instanceof Rejection) throw error;
        if (!nobodyListens(error) || attempt >= retriesWhileNobodyListens) throw new Rejection('UNAVAILABLE');
        await new Promise((resolve) => setTimeout(resolve, retryPause));
      }
    }
  }

  private async request<Result>(subject: string, { envelope, read, readRefusal }: Asked): Promise<Result> {
    this.connection ??= this.proxy.connect().then(() => this.proxy.unwrap<NatsConnection>());
    const connection = await this.connection;
    const options = { timeout: replyWithin, ...traceHeaders() };
    const message = await connection.request(subject, codec.encode({ pattern: subject, data: envelope, id: subject }), options);
    const { err, response } = codec.decode(message.data) as Reply;
    if (err === undefined) return read(response) as Result;
    const refusal = readRefusal(err);
    throw isRejectedReply(refusal) ? new CommandRejection(refusal) : new Rejection('UNAVAILABLE');
  }
}

/** Beside the command and not in it: what is signed or recorded says nothing of traces. */
function traceHeaders(): { headers?: MsgHdrs } {
  const parent = traceparent();
  if (parent === undefined) return {};
  const carried = headers();
  carried.set('traceparent', parent);
  return { headers: carried };
}

/** A rejection that came from another service, with the id of the incident when it was an unknown failure there. */
export class CommandRejection extends Rejection {
  readonly incident?: string;
  constructor({ code, details, incident }: RejectedReply) {
    super(code, details);
    this.incident = incident;
  }
}

function isRejectedReply(error: unknown): error is RejectedReply {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code) in rejections && 'details' in error;
}

function nobodyListens(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === ErrorCode.NoResponders;
}
