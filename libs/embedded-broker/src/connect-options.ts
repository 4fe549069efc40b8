import type { Credentials } from './users';

/** The options of CONNECT that the broker heeds. */
export interface ConnectOptions extends Credentials {
  readonly verbose?: boolean;
  readonly pedantic?: boolean;
  readonly echo?: boolean;
  readonly headers?: boolean;
  readonly no_responders?: boolean;
}

const TEXTS = ['user', 'pass', 'auth_token'];
const HEEDED = ['verbose', 'pedantic', 'echo', 'headers', 'no_responders'];

/** Reads the argument of CONNECT; nothing when it is no JSON object or a heeded option is of another kind. */
export function parseConnectOptions(json: string): ConnectOptions | undefined {
  try {
    const options: unknown = JSON.parse(json);
    if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined;
    const given = options as Record<string, unknown>;
    const are = (names: readonly string[], kind: string) => names.every((name) => [kind, 'undefined'].includes(typeof given[name]));
    return are(HEEDED, 'boolean') && are(TEXTS, 'string') ? (given as ConnectOptions) : undefined;
  } catch {
    return undefined;
  }
}
