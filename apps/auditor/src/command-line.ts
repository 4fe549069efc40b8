import { parseArgs } from 'node:util';
import { Finding } from './finding';

export interface AuditOptions {
  /** Without a slash at the end. */
  readonly url: string;
  readonly json: boolean;
  readonly help: boolean;
  /** The verifier key that the auditor holds from elsewhere. */
  readonly key?: string;
  /** Where the last checkpoint is kept. */
  readonly stateFile?: string;
}

export const help = `Checks a participation site from outside, with no account and no trust in its operator.

  npm run audit -- URL [--key VKEY] [--state FILE] [--json]

It reads the whole log, rebuilds its tree and compares it with the signed checkpoint; holds every event against its leaf;
looks for gaps; holds the checkpoint against the one of the last audit; recounts every figure and opinion map of every
consultation from the events, and compares them with what the site publishes.

  --key VKEY     the log's verifier key, as you got it by another way than from the site itself. Without it, the key of
                 your last audit is trusted, and at the first audit the one that the site shows
  --state FILE   where the last checkpoint is kept (default: ~/.isegoria-audit/<name of the log>.json)
  --json         the result as one JSON object on standard output
  --help         this text

Exit codes
  0  all of it was verified
  1  the audit could not be made: wrong arguments, the site does not answer, or answers what cannot be read
  2  a signature or a key is not the trusted one
  3  the log is not what was signed: an altered, missing or doubled entry, a gap, or a history that was rewritten
  4  a published figure differs from the recount
`;

/** @throws Finding cannotRun with what is wrong */
export function readCommandLine(args: readonly string[]): AuditOptions {
  const { values, positionals } = parsed(args);
  const { help: wantsHelp = false, json = false, key, state: stateFile } = values;
  if (wantsHelp) return { url: '', json, help: true };
  if (positionals.length !== 1) throw new Finding('cannotRun', 'Name the address of one site, such as https://participate.example (--help says more).');
  return { url: addressOf(positionals[0]!), json, help: false, key, stateFile };
}

function parsed(args: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, key: { type: 'string' }, state: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Finding('cannotRun', `${(error as Error).message.split('.')[0]} (--help says more).`);
  }
}

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Finding('cannotRun', `${text} is not the address of a site: it begins with https:// or http://.`);
  return url.href.replace(/\/+$/, '');
}
