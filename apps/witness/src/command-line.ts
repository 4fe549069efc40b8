import { parseArgs } from 'node:util';

export interface WitnessOptions {
  /** File with the witness's own Ed25519 key. */
  readonly key: string;
  /** Verifier keys of the logs. */
  readonly logs: readonly string[];
  /** Folder for the state and for evidence. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** The witness's name; if it is left out, one is made from the key. */
  readonly name?: string;
}

export const help = `A witness for verifiable logs (C2SP tlog-witness). It cosigns a checkpoint only after it has verified that the log did nothing but grow
since the last one that it cosigned. It needs Node.js and a folder, nothing else.

  node tools/run.mjs witness -- --key FILE --log VERIFIER_KEY --data DIR [--port N] [--host ADDRESS] [--name NAME]

  --key FILE      its secret Ed25519 key, PKCS#8 in PEM (openssl genpkey -algorithm ed25519). Where there is no such file, one is made.
                  Keep it apart from the log's operators: it is what makes the witness independent     (or WITNESS_KEY_FILE)
  --log KEY       the verifier key of a log that it serves; may be repeated. Several keys of one name are keys of one log, which
                  changes from one to the other                                         (or WITNESS_LOGS, parted by blanks)
  --data DIR      where it remembers the last checkpoint of each log. Never put back an old copy: the witness would have forgotten
                  what it signed                                                                            (or WITNESS_DATA)
  --port N        default 8480; 0 for any free one                                                                  (or PORT)
  --host ADDRESS  default 127.0.0.1; put a server with TLS in front of it                                           (or HOST)
  --name NAME     the name in its cosignatures, such as witness.court.example/1 (default: made from its key)     (or WITNESS_NAME)
  --help          this text

Its own verifier key, for the policies of those who trust it, is printed at the start and shown on its page /.
`;

/**
 * Reads the options of the command line and, for those left out, the environment. @returns 'help' if that is asked for
 * @throws Error that says in a sentence what is wrong
 */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): WitnessOptions | 'help' {
  const options = {
    key: { type: 'string' },
    log: { type: 'string', multiple: true },
    data: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    name: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  // `run.mjs witness -- --key ...` passes the two dashes on.
  const { values } = parseArgs({ args: args[0] === '--' ? args.slice(1) : [...args], options });
  if (values.help) return 'help';
  return {
    key: needed('--key', values.key ?? env['WITNESS_KEY_FILE']),
    logs:
      values.log ??
      needed('--log', env['WITNESS_LOGS'])
        .split(/\s+/)
        .filter((log) => log !== ''),
    data: needed('--data', values.data ?? env['WITNESS_DATA']),
    port: portOf(values.port ?? env['PORT'] ?? '8480'),
    host: values.host ?? env['HOST'] ?? '127.0.0.1',
    name: values.name ?? env['WITNESS_NAME'],
  };
}

function needed(option: string, value: string | undefined): string {
  if (!value) throw new Error(`${option} is needed (--help says more)`);
  return value;
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) throw new Error(`${text} is no port: it is a number up to 65535`);
  return port;
}
