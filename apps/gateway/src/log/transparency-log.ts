import { Injectable } from '@nestjs/common';
import { Rejection, type LogKeys, type ReceiptProof } from '@isegoria/contracts';
import { setting } from '@isegoria/service-host';

const answerWithin = 3_000;
const keysKeptFor = 60_000;

/** The transparency log, over its own HTTP interface at LOG_URL. */
@Injectable()
export class TransparencyLog {
  private readonly url = setting('LOG_URL').replace(/(?<!\/)\/+$/, '');
  private keptKeys?: { readonly keys: Promise<LogKeys>; readonly until: number };

  /** Undefined while the log has no event of this id under a checkpoint. @throws Rejection UNAVAILABLE */
  proofOf(eventId: string): Promise<ReceiptProof | undefined> {
    return this.get<ReceiptProof>(`/log/receipts/${encodeURIComponent(eventId)}`);
  }

  /** The same proof as text (C2SP tlog-proof). Undefined while no checkpoint covers the event. @throws Rejection UNAVAILABLE */
  proofTextOf(eventId: string): Promise<string | undefined> {
    return this.ask(`/log/receipts/${encodeURIComponent(eventId)}/proof`, (answer) => answer.text());
  }

  /** @throws Rejection UNAVAILABLE */
  async keys(): Promise<LogKeys> {
    if (!this.keptKeys || this.keptKeys.until < Date.now()) {
      const keys = this.get<LogKeys>('/log/keys').then(orUnavailable);
      this.keptKeys = { keys, until: Date.now() + keysKeptFor };
      keys.catch(() => (this.keptKeys = undefined));
    }
    return this.keptKeys.keys;
  }

  private get<T>(path: string): Promise<T | undefined> {
    return this.ask(path, async (answer) => (await answer.json()) as T);
  }

  private async ask<T>(path: string, read: (answer: Response) => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await fetch(this.url + path, { signal: AbortSignal.timeout(answerWithin), redirect: 'error' });
      if (answer.status === 404) return void (await answer.body?.cancel());
      if (!answer.ok) throw new Error(`The log answered with status ${answer.status}.`);
      return await read(answer);
    } catch (cause) {
      throw Object.assign(new Rejection('UNAVAILABLE'), { cause });
    }
  }
}

function orUnavailable<T>(found: T | undefined): T {
  if (found === undefined) throw new Rejection('UNAVAILABLE');
  return found;
}
