import type { Problem, RejectionCode, Session } from '@isegoria/contracts';

/** A request that the API refused; `problem` says why (RFC 9457). */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
  }
}

/** For `catch`: lets a refusal with this code pass as undefined, and throws everything else on. */
export function unless(code: RejectionCode) {
  return (error: unknown): undefined => {
    if (error instanceof ApiProblem && error.problem.code === code) return undefined;
    throw error;
  };
}

/** Whom an office speaks for, and when the person originally spoke. */
export interface ImportedVoice {
  readonly accountId: string;
  readonly originalTime: string;
}

export interface WriteOptions {
  /** Makes a retry harmless. */
  readonly idempotencyKey?: string;
  readonly onBehalfOf?: ImportedVoice;
}

/** The public API, as any program may use it. */
export class ApiClient {
  /** @param origin the site's address, such as http://localhost:8080 */
  constructor(
    readonly origin: string,
    private readonly token?: string,
  ) {}

  /** @throws ApiProblem WRONG_CREDENTIALS */
  async signIn(email: string, password: string): Promise<ApiClient> {
    const session = await this.post<Session>('/sessions', { email, password });
    return new ApiClient(this.origin, session.token);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: object = {}, options?: WriteOptions): Promise<T> {
    return this.send<T>('POST', path, body, options);
  }

  put<T>(path: string, body: object = {}, options?: WriteOptions): Promise<T> {
    return this.send<T>('PUT', path, body, options);
  }

  private async send<T>(method: string, path: string, body?: object, { idempotencyKey, onBehalfOf }: WriteOptions = {}): Promise<T> {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        ...(onBehalfOf ? { 'isegoria-on-behalf-of': onBehalfOf.accountId, 'isegoria-original-time': onBehalfOf.originalTime } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    const value: unknown = text === '' ? undefined : JSON.parse(text);
    if (!answer.ok) throw new ApiProblem(value as Problem);
    return value as T;
  }
}
