/** The options of CONNECT that the broker heeds. */
export interface ConnectOptions {
  readonly verbose?: boolean;
  readonly pedantic?: boolean;
  readonly echo?: boolean;
  readonly headers?: boolean;
  readonly no_responders?: boolean;
}

const HEEDED = ['verbose', 'pedantic', 'echo', 'headers', 'no_responders'];

/** Reads the argument of CONNECT; nothing when it is no JSON object or a heeded option is not a truth value. */
export function parseConnectOptions(json: string): ConnectOptions | undefined {
  try {
    const options: unknown = JSON.parse(json);
    if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined;
    const given = options as Record<string, unknown>;
    return HEEDED.every((name) => ['boolean', 'undefined'].includes(typeof given[name])) ? (given as ConnectOptions) : undefined;
  } catch {
    return undefined;
  }
}
