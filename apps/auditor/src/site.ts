import { Finding } from './finding';

const attempts = 4;
const firstPause = 250;
const patience = 60_000;
/** Bytes of one answer; no honest page of entries comes near. */
const largestAnswer = 256 * 1024 * 1024;

/** What the site shows to everybody. */
export class Site {
  constructor(readonly url: string) {}

  /** @throws Finding cannotRun when it does not answer, or not with JSON */
  async json<T>(path: string): Promise<T> {
    const body = await this.text(path);
    try {
      return JSON.parse(body) as T;
    } catch {
      throw new Finding('cannotRun', `${this.url}${path} does not answer with JSON.`);
    }
  }

  /** @throws Finding cannotRun when it does not answer */
  async text(path: string): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.read(path);
      } catch (error) {
        if (attempt === attempts || error instanceof Refused) throw this.unreadable(path, error as Error);
        await new Promise((resolve) => setTimeout(resolve, firstPause * 2 ** attempt));
      }
    }
  }

  private async read(path: string): Promise<string> {
    const answer = await fetch(this.url + path, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok) {
      await answer.body?.cancel();
      const mayPass = answer.status >= 500 || answer.status === 429;
      throw mayPass ? new Error(`status ${answer.status}`) : new Refused(`status ${answer.status}`);
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of answer.body ?? []) {
      length += (chunk as Uint8Array).length;
      if (length > largestAnswer) throw new Refused(`more than ${largestAnswer} bytes`);
      chunks.push(chunk as Uint8Array);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  private unreadable(path: string, error: Error): Finding {
    const cause = (error.cause as Error | undefined)?.message ?? error.message;
    return new Finding('cannotRun', `${this.url}${path} cannot be read: ${cause}.`);
  }
}

/** An answer that asking again would not change. */
class Refused extends Error {}
