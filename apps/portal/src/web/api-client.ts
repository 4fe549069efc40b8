import type { Accepted, Language, Problem, RejectionCode } from '@isegoria/contracts';

/** The API refused something, or did not answer (`UNAVAILABLE`). */
export class ApiError extends Error {
  constructor(readonly problem: Pick<Problem, 'code' | 'status' | 'detail'> & Partial<Problem>) {
    super(problem.code);
    this.name = 'ApiError';
  }

  is(...codes: RejectionCode[]): boolean {
    return codes.includes(this.problem.code);
  }
}

export interface Caller {
  readonly language: Language;
  /** The session token; absent for a visitor who is not signed in. */
  readonly token?: string;
  /** The visitor's address, so that the API limits floods by visitor and not by portal. */
  readonly address?: string;
}

/** Longer than the five seconds for which the API waits for a position. */
const patience = 8_000;

/** The public API as one visitor sees it. Paths are below `/api/v1`. Every method rejects with an {@link ApiError}. */
export class Api {
  constructor(
    private readonly gatewayUrl: string,
    private readonly caller: Caller,
    /** The log position that every answer must include: people read their own writes. */
    private readonly after?: number,
  ) {}

  async get<T>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<T> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries({ after: this.after, ...query })) if (value !== undefined) parameters.set(name, String(value));
    return (await this.call('GET', parameters.size > 0 ? `${path}?${parameters}` : path)) as T;
  }

  async post<T = Accepted>(path: string, body: object, idempotencyKey?: string): Promise<T> {
    return (await this.call('POST', path, body, idempotencyKey)) as T;
  }

  async put<T = Accepted>(path: string, body: object, idempotencyKey?: string): Promise<T> {
    return (await this.call('PUT', path, body, idempotencyKey)) as T;
  }

  async delete<T = Accepted>(path: string, idempotencyKey?: string): Promise<T> {
    return (await this.call('DELETE', path, undefined, idempotencyKey)) as T;
  }

  /** A file, to be passed on as it comes; what was waited for is its beginning. */
  async download(path: string, type: string): Promise<Response> {
    const patienceOver = new AbortController();
    const timer = setTimeout(() => patienceOver.abort(), patience);
    const answer = await this.send('GET', path, { accept: type }, undefined, patienceOver.signal).finally(() => clearTimeout(timer));
    if (!answer.ok) throw new ApiError(problemIn(await textOf(answer), answer.status));
    return answer;
  }

  private async call(method: string, path: string, body?: object, idempotencyKey?: string): Promise<unknown> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body) headers['content-type'] = 'application/json';
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    const answer = await this.send(method, path, headers, body, AbortSignal.timeout(patience));
    const text = await textOf(answer);
    if (!answer.ok) throw new ApiError(problemIn(text, answer.status));
    return text === '' ? undefined : JSON.parse(text);
  }

  private async send(method: string, path: string, headers: Record<string, string>, body: object | undefined, signal: AbortSignal): Promise<Response> {
    const { token, language, address } = this.caller;
    const own: Record<string, string> = { 'accept-language': language };
    if (token) own['authorization'] = `Bearer ${token}`;
    if (address) own['x-forwarded-for'] = address;
    return fetch(`${this.gatewayUrl}/api/v1${path}`, { method, headers: { ...headers, ...own }, body: body && JSON.stringify(body), signal }).catch((error: unknown) => {
      throw unavailable(error);
    });
  }
}

function textOf(answer: Response): Promise<string> {
  return answer.text().catch((error: unknown) => {
    throw unavailable(error);
  });
}

function unavailable(cause: unknown): ApiError {
  const error = new ApiError({ code: 'UNAVAILABLE', status: 503, detail: '' });
  error.cause = cause;
  return error;
}

function problemIn(text: string, status: number): ApiError['problem'] {
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    if (typeof problem.code === 'string' && typeof problem.detail === 'string') return { ...problem, status } as Problem;
  } catch {
    // Something between the portal and the API answered with its own page.
  }
  return { code: status >= 500 ? 'UNAVAILABLE' : 'NOT_FOUND', status, detail: '' };
}
