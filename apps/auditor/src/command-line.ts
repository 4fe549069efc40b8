import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Finding } from '@isegoria/audit-kit';
import { placeOf, type Place } from './replay/place';

export type Command = 'audit' | 'replay' | 'diff';

export interface AuditOptions {
  readonly command: Command;
  /** The address of a site, without a slash at the end, or a bundle. */
  readonly target: { readonly url: string } | { readonly bundle: string };
  readonly json: boolean;
  readonly help: boolean;
  /** The verifier key that the auditor holds from elsewhere. */
  readonly key?: string;
  /** Where the last checkpoint is kept. */
  readonly stateFile?: string;
  /** A file with a checkpoint to go on from. */
  readonly since?: string;
  readonly asOf?: Place;
  readonly from?: Place;
  readonly to?: Place;
  readonly consultation?: string;
  /** A file with a witness policy. */
  readonly policy?: string;
  readonly requireQuorum: boolean;
  readonly receipts: readonly string[];
  readonly token?: string;
  /** How old a site's checkpoint may be, and how far its figures may be behind (seconds). */
  readonly staleAfter: number;
  /** How long to wait for a checkpoint that covers the figures, and for cosignatures (seconds). */
  readonly wait: number;
  /** The file to write a bundle to. */
  readonly bundle?: string;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  json: flag,
  help: { type: 'boolean', short: 'h' },
  key: text,
  state: text,
  since: text,
  'as-of': text,
  from: text,
  to: text,
  consultation: text,
  policy: text,
  'require-quorum': flag,
  receipt: { type: 'string', multiple: true },
  token: text,
  bundle: text,
  'stale-after': text,
  wait: text,
} as const;

const seeHelp = '(--help says more)';

/** @throws Finding cannotRun with what is wrong */
export function readCommandLine(args: readonly string[]): AuditOptions {
  const { values, positionals } = parsed(args);
  const { json = false, key, state: stateFile, since, consultation, policy, receipt: receipts = [], token, bundle } = values;
  const bounds = {
    requireQuorum: values['require-quorum'] ?? false,
    staleAfter: minutes(values['stale-after'] ?? '60'),
    wait: seconds(values.wait ?? '10'),
  };
  const shared = { json, key, stateFile, since, consultation, policy, receipts, bundle, ...bounds };
  if (values.help) return { ...shared, command: 'audit', target: { url: '' }, help: true };
  const [first, ...rest] = positionals;
  const command: Command = first === 'replay' || first === 'diff' ? first : 'audit';
  const [target, ...others] = command === 'audit' ? positionals : rest;
  if (target === undefined || others.length > 0)
    throw new Finding('cannotRun', `Name one site, such as https://participate.example, or one bundle ${seeHelp}.`);
  const places = { asOf: placeOf(values['as-of'], '--as-of'), from: placeOf(values.from, '--from'), to: placeOf(values.to, '--to') };
  const read = { ...shared, ...places, command, target: targetOf(target), help: false, token: tokenOf(token) };
  refuseSenseless(read);
  return read;
}

function refuseSenseless({ command, since, asOf, from, to, bundle, consultation }: AuditOptions): void {
  const refuse = (isWrong: boolean, sentence: string) => {
    if (isWrong) throw new Finding('cannotRun', `${sentence} ${seeHelp}.`);
  };
  refuse(command === 'replay' && !asOf, 'replay needs --as-of');
  refuse(command === 'diff' && !(from && to), 'diff needs --from and --to');
  refuse(command !== 'diff' && !!(from ?? to), '--from and --to are for diff');
  refuse(command === 'diff' && !!asOf, '--as-of is not for diff');
  refuse(command === 'audit' && consultation !== undefined, '--consultation is for replay and diff');
  refuse(
    since !== undefined && (command !== 'audit' || !!asOf || bundle !== undefined),
    '--since reads a part of the log only, which is not enough here',
  );
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Finding('cannotRun', `${(error as Error).message.split('.')[0]} ${seeHelp}.`);
  }
}

/** In seconds. */
function minutes(given: string): number {
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given) * 60;
  throw new Finding('cannotRun', `--stale-after ${given} is no number of minutes ${seeHelp}.`);
}

function seconds(given: string): number {
  if (/^\d{1,4}$/.test(given)) return Number(given);
  throw new Finding('cannotRun', `--wait ${given} is no number of seconds ${seeHelp}.`);
}

/** Secrets come from standard input, since other users of a machine can see its processes. */
function tokenOf(given: string | undefined): string | undefined {
  const token = given === '-' ? readFileSync(0, 'utf8').trim() : given;
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new Finding('cannotRun', `--token is no token ${seeHelp}.`);
}

function targetOf(given: string): AuditOptions['target'] {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return { url: url.href.replace(/(?<!\/)\/+$/, '') };
  if (statSync(given, { throwIfNoEntry: false })?.isFile()) return { bundle: given };
  throw new Finding('cannotRun', `${given} is neither a bundle nor the address of a site: that begins with https:// or http://.`);
}
