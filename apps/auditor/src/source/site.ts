import { Finding } from '@isegoria/audit-kit';
import { entryPages } from './entry-pages';
import { parsedJson, type Source } from './source';

const attempts = 4;
const firstPause = 250;
const patience = 60_000;
/** A portal keeps what it shows everybody for a second. */
const aMoment = 2_000;
/** Bytes of one answer; no honest page of entries comes near. */
const largestAnswer = 96 * 1024 * 1024;
/** Statuses for what a site does not serve. */
const notServed = [400, 404, 405, 409, 410, 501];

const sealedFile = /^\/api\/v1\/activities\/[0-9a-f-]{36}\/answer-files\/[0-9a-f]{64}\/sealed$/;

/** What the site shows to everybody, and to the holder of a token the bodies that only auditors get. */
export class Site implements Source {
  readonly isLive = true;

  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  get name(): string {
    return this.url;
  }

  get at(): string {
    return new Date().toISOString();
  }

  async json<T>(path: string): Promise<T> {
    return parsedJson<T>(await this.text(path), this.url + path);
  }

  async text(path: string): Promise<string> {
    return (await this.answer(path)).toString('utf8');
  }

  async optional(path: string): Promise<string | undefined> {
    return (await this.bytes(path))?.toString('utf8');
  }

  page(path: string): Promise<string | undefined> {
    return this.patiently(path, async (isLast) => {
      const answer = await fetch(this.url + path, { signal: AbortSignal.timeout(patience) });
      const body = (await bodyOf(answer)).toString('utf8');
      // A page that says that the site is busy passes; whatever stays is what people see.
      if (mayPass(answer.status) && !isLast) throw new Error(`status ${answer.status}`);
      return isPage(answer.headers.get('content-type'), body) ? body : undefined;
    });
  }

  anew(path: string): Promise<string | undefined> {
    return this.optional(path);
  }

  pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, aMoment));
  }

  noted(_name: string, now: string): Promise<string> {
    return Promise.resolve(now);
  }

  async bytes(path: string): Promise<Buffer | undefined> {
    try {
      return await this.answer(path);
    } catch (error) {
      if (error instanceof Finding && error.cause instanceof Refused && notServed.includes(error.cause.status)) return undefined;
      throw error;
    }
  }

  lines(from: number, to: number): AsyncGenerator<string[]> {
    return entryPages(this, from, to);
  }

  private answer(path: string): Promise<Buffer> {
    return this.patiently(path, () => this.read(path));
  }

  /** Asks again where the answer may be another one then. */
  private async patiently<Answer>(path: string, ask: (isLast: boolean) => Promise<Answer>): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(attempt === attempts);
      } catch (error) {
        if (error instanceof Finding) throw error;
        if (attempt === attempts || error instanceof Refused) throw this.unreadable(path, error as Error);
        await new Promise((resolve) => setTimeout(resolve, firstPause * 2 ** attempt));
      }
    }
  }

  private async read(path: string): Promise<Buffer> {
    // The token goes only where auditors are given more than others, not to any other address that the site might send us to: to everything
    // else the site must answer as it answers everybody.
    const secret =
      this.token !== undefined && (path.startsWith('/log/entries') || path.startsWith('/api/v1/openings/') || sealedFile.test(path))
        ? { headers: { authorization: `Bearer ${this.token}` }, redirect: 'error' as const }
        : {};
    const answer = await fetch(this.url + path, { signal: AbortSignal.timeout(patience), ...secret });
    if (!answer.ok) {
      await answer.body?.cancel();
      if ('headers' in secret) refuseSession(answer.status);
      throw mayPass(answer.status) ? new Error(`status ${answer.status}`) : new Refused(`status ${answer.status}`, answer.status);
    }
    return bodyOf(answer);
  }

  private unreadable(path: string, error: Error): Finding {
    const cause = (error.cause as Error | undefined)?.message ?? error.message;
    const finding = new Finding('cannotRun', `${this.url}${path} cannot be read: ${cause}.`);
    finding.cause = error;
    return finding;
  }
}

const mayPass = (status: number): boolean => (status >= 500 && status !== 501) || status === 429;

async function bodyOf(answer: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > largestAnswer) throw new Refused(`more than ${largestAnswer} bytes`, answer.status);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/** A browser shows anything as a page that is not said to be something else, or, where nothing is said, looks like it. */
function isPage(type: string | null, body: string): boolean {
  if (type !== null && type !== '') return !/^[^;]*\bjson\b/i.test(type) && body.trim() !== '';
  try {
    return typeof JSON.parse(body) === 'string';
  } catch {
    return body.trim() !== '';
  }
}

/** @throws Finding cannotRun if the log does not accept the session as that of an auditor */
function refuseSession(status: number): void {
  if (status === 401)
    throw new Finding('cannotRun', 'The session of --token is over, or never was one of this site: sign in again, and give its token.');
  if (status === 403)
    throw new Finding(
      'cannotRun',
      'The session of --token is of an account without the role of auditor, which alone gets the bodies of account and staff events.',
    );
}

/** Whether asking again would not change the answer. */
class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}
