import { Injectable } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { lastValueFrom, timeout } from 'rxjs';
import { Rejection, rejections, type CommandContext, type RejectionCode, type RejectionDetails } from '@isegoria/contracts';

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

/** Sends commands to their services and waits for the durable answer. */
@Injectable()
export class CommandClient {
  constructor(private readonly proxy: ClientProxy) {}

  /**
   * @param subject one of the subjects in contracts
   * @throws Rejection what the service says; UNAVAILABLE when none listens for 5 s or none answers in 10 s. The command's id makes a
   * repeated delivery harmless, so a restart of the service is waited for.
   */
  async send<Reply>(subject: string, command: object, context: CommandContext): Promise<Reply> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await lastValueFrom(this.proxy.send<Reply>(subject, { command, context }).pipe(timeout(replyWithin)));
      } catch (error) {
        if (isRejectedReply(error)) throw new CommandRejection(error);
        if (!nobodyListens(error) || attempt >= retriesWhileNobodyListens) throw new Rejection('UNAVAILABLE');
        await new Promise((resolve) => setTimeout(resolve, retryPause));
      }
    }
  }
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
  const message = error instanceof Error ? error.message : String((error as { message?: unknown } | null)?.message ?? error);
  return /no subscribers|503|NO_RESPONDERS/i.test(message);
}
