import { signIn, signInWithCode } from '@isegoria/identity';
import { addressOf, type CommandContract, type Language, type ParsedRoute, type QueryContract } from '@isegoria/kernel';
import { ApiProblem, problemIn, unavailable } from './api-problem';

export interface Caller {
  /** The session token; absent for a visitor who is not signed in. */
  readonly token?: string;
  /** The language in which problems are told; English when absent. */
  readonly language?: Language;
  /** The visitor's address where a program speaks for many, so that the API limits floods by visitor. */
  readonly address?: string;
  /** What the visitor's browser calls itself, where a program speaks for many. */
  readonly agent?: string;
  /** The log position that every answer must include: people read their own writes. */
  readonly after?: number;
  /**
   * Where every request may be sent again, because it has a key of its own or asks for what may stand already: how long it is, in
   * milliseconds, while a part of the platform starts or restarts.
   */
  readonly repeatsFor?: number;
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
  /** The `version` of what was read before it was changed: where there is a newer one, nothing is changed (VERSION_CHANGED). */
  readonly version?: number;
}

/** Longer than the five seconds for which the API waits for a position, in milliseconds. */
const patience = 15_000;
/** Between a request and the same once more, in milliseconds. */
const untilRepeated = 500;

type Fields = Readonly<Record<string, unknown>>;

/** The public API, as any program may use it: commands and queries by their contracts. Every method rejects with an {@link ApiProblem}. */
export class ApiClient {
  /** @param origin the site's address, such as http://localhost:8080 */
  constructor(
    readonly origin: string,
    private readonly caller: Caller = {},
  ) {}

  /** The same API for somebody with another session, language or position. */
  as(caller: Caller): ApiClient {
    return new ApiClient(this.origin, { ...this.caller, ...caller });
  }

  /**
   * @param code of the account's second factor, where it has one
   * @throws ApiProblem WRONG_CREDENTIALS; CODE_REQUIRED or WRONG_CODE
   */
  async signIn(email: string, password: string, code?: string): Promise<ApiClient> {
    const { token, needsCode } = await this.do(signIn, { email, password });
    const first = this.as({ token });
    if (!needsCode) return first;
    if (code === undefined) throw new ApiProblem({ code: 'CODE_REQUIRED', status: 401, detail: '' });
    const session = await first.do(signInWithCode, { code });
    return this.as({ token: session.token });
  }

  /** Sends a command. */
  async do<Command extends object, Reply extends object>(
    contract: CommandContract<Command, Reply>,
    command: Command,
    options: WriteOptions = {},
  ): Promise<Reply> {
    const route = routeOf(contract);
    const { method, parameters } = route;
    const address = method === 'GET' ? asking(route, command as Fields) : addressOf(route, command as Fields);
    const body = method === 'GET' || method === 'DELETE' ? undefined : without(command as Fields, parameters);
    return (await this.patiently(() => this.json(method, address, headersOf(options), body))) as Reply;
  }

  /** Asks a query. */
  async ask<Parameters extends object, View extends object>(contract: QueryContract<Parameters, View>, asked: Parameters): Promise<View> {
    return (await this.patiently(() => this.json('GET', this.addressFor(contract, asked)))) as View;
  }

  /** Asks a query whose answer is a file or a stream, to be passed on as it comes; resolves when it begins. */
  async open<Parameters extends object>(contract: QueryContract<Parameters>, asked: Parameters): Promise<Response> {
    const patienceOver = new AbortController();
    const timer = setTimeout(() => patienceOver.abort(), patience);
    const answer = await this.send(
      'GET',
      this.addressFor(contract, asked),
      { accept: contract.type ?? '*/*' },
      undefined,
      patienceOver.signal,
    ).finally(() => clearTimeout(timer));
    if (!answer.ok) throw problemIn(await textOf(answer), answer.status);
    return answer;
  }

  private addressFor<Parameters extends object>({ route }: QueryContract<Parameters>, asked: Parameters): string {
    return asking(route, { after: this.caller.after, ...(asked as Fields) });
  }

  private async patiently<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    const deadline = Date.now() + (this.caller.repeatsFor ?? 0);
    for (;;) {
      try {
        return await request();
      } catch (error) {
        const passes = error instanceof ApiProblem && error.is('UNAVAILABLE', 'TOO_MANY_REQUESTS', 'INTERNAL');
        if (!passes || Date.now() >= deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, untilRepeated));
      }
    }
  }

  private async json(method: string, address: string, headers: Record<string, string> = {}, body?: object): Promise<unknown> {
    const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    const answer = await this.send(
      method,
      address,
      { accept: 'application/json', ...type, ...headers },
      body,
      AbortSignal.timeout(patience),
    );
    const text = await textOf(answer);
    if (!answer.ok) throw problemIn(text, answer.status);
    return text === '' ? undefined : JSON.parse(text);
  }

  private async send(method: string, address: string, headers: Record<string, string>, body: object | undefined, signal: AbortSignal) {
    const { token, language, address: visitor, agent } = this.caller;
    // The portal stands beside the API: packing and unpacking there would only take time.
    const own: Record<string, string> = { 'accept-encoding': 'identity' };
    if (token !== undefined) own['authorization'] = `Bearer ${token}`;
    if (language !== undefined) own['accept-language'] = language;
    if (visitor !== undefined) own['x-forwarded-for'] = visitor;
    if (agent !== undefined) own['user-agent'] = agent;
    const request = { method, headers: wellFormed({ ...headers, ...own }), body: body && JSON.stringify(body), signal };
    return fetch(`${this.origin}/api/v1${address}`, request).catch((error: unknown) => {
      throw unavailable(error);
    });
  }
}

/** A value with a character that no header may hold is at fault itself, not the connection. @throws ApiProblem MALFORMED_REQUEST */
function wellFormed(headers: Record<string, string>): Headers {
  try {
    return new Headers(headers);
  } catch {
    throw new ApiProblem({ code: 'MALFORMED_REQUEST', status: 400, detail: '' });
  }
}

function routeOf({ name, route }: CommandContract) {
  if (!route) throw new Error(`${name} is no command of the API.`);
  return route;
}

/** The address with its path filled in, and what else is asked behind the question mark. */
function asking(route: ParsedRoute, fields: Fields): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(without(fields, route.parameters))) {
    if (value !== undefined) query.set(name, String(value));
  }
  return addressOf(route, fields) + (query.size > 0 ? `?${query}` : '');
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function headersOf({ idempotencyKey, onBehalfOf, version }: WriteOptions): Record<string, string> {
  return {
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(onBehalfOf ? { 'isegoria-on-behalf-of': onBehalfOf.accountId, 'isegoria-original-time': onBehalfOf.originalTime } : {}),
  };
}

function textOf(answer: Response): Promise<string> {
  return answer.text().catch((error: unknown) => {
    throw unavailable(error);
  });
}
