import { openCheckpoint, type Checkpoint, type OpenedCheckpoint } from '../signing/checkpoint';
import { verifyCosignatures, type Cosignature } from '../signing/cosignature';
import { equalBytes } from '../encoding';
import type { AnySha256 } from '../tree/hash';
import type { VerifyEd25519 } from '../signing/signed-note';
import { parseCosignerKey, parseVerifierKey, type CosignerKey, type VerifierKey } from '../signing/verifier-key';

/** Whom one believes about a log (C2SP tlog-policy). */
export interface WitnessPolicy {
  /** A checkpoint must be signed by one of these, under the name that is its origin. */
  logs: { key: VerifierKey; url?: string }[];
  /** The names are known in the policy alone; a cosignature carries the name of the key. */
  witnesses: { name: string; key: CosignerKey; url?: string }[];
  /** Who must have cosigned. */
  quorum: Quorum;
}

/** A witness by its name in the policy, or at least `threshold` of the members; `none` where nobody has to cosign. */
export type Quorum = string | { threshold: number; members: Quorum[] };

/** What {@link parsePolicy} read, or the first line that is wrong (from 1) and what a line must be. */
export type ParsedPolicy = { ok: true; policy: WitnessPolicy } | { ok: false; line: number; reason: string };

/** What {@link checkPolicy} found. If cosignatures are missing, it lists those that exist. */
export type CheckedPolicy =
  | { ok: true; checkpoint: Checkpoint; cosignatures: Cosignature[] }
  | { ok: false; reason: Extract<OpenedCheckpoint, { ok: false }>['reason'] }
  | { ok: false; reason: 'no-quorum'; checkpoint: Checkpoint; cosignatures: Cosignature[] };

/** UTF-16 units and lines: far above the 32 logs, witnesses and groups that the document asks for. */
const MAX_LENGTH = 262_144;
const MAX_LINES = 2_000;
const KEYWORDS = ['none', 'all', 'any'];

/** Reads the text of a policy, its `log`, `witness`, `group` and `quorum` lines (C2SP tlog-policy). Never throws. */
export async function parsePolicy(text: string, sha256: AnySha256): Promise<ParsedPolicy> {
  const lines = text.slice(0, MAX_LENGTH + 1).split('\n', MAX_LINES + 1);
  if (text.length > MAX_LENGTH || lines.length > MAX_LINES) return { ok: false, line: lines.length, reason: 'the policy is too long' };
  const reader = new PolicyReader(sha256);
  for (const [at, line] of lines.entries()) {
    const reason = await reader.read(line);
    if (reason !== undefined) return { ok: false, line: at + 1, reason };
  }
  const { logs, witnesses, quorum } = reader;
  if (quorum === undefined) return { ok: false, line: lines.length, reason: 'a policy has one quorum line' };
  return { ok: true, policy: { logs, witnesses, quorum } };
}

/**
 * Tells whether a checkpoint may be relied on: one of the logs signed it, none of the known signatures is wrong, and the witnesses that
 * cosigned it are a quorum. Never throws for a bad note; rejects only where `verify` does.
 */
export async function checkPolicy(note: string, policy: WitnessPolicy, verify: VerifyEd25519): Promise<CheckedPolicy> {
  const logKeys = policy.logs.map(({ key }) => key);
  const opened = await openCheckpoint(note, logKeys, verify);
  if (!opened.ok) return opened;
  const verified = await verifyCosignatures(
    note,
    policy.witnesses.map(({ key }) => key),
    verify,
  );
  if (!verified.ok) return verified;
  const { checkpoint } = opened;
  const { cosignatures } = verified;
  return isQuorum(policy, cosignatures)
    ? { ok: true, checkpoint, cosignatures }
    : { ok: false, reason: 'no-quorum', checkpoint, cosignatures };
}

/** Whether these cosignatures, already verified, are as many as the policy asks for. */
export function isQuorum({ witnesses, quorum }: WitnessPolicy, cosignatures: readonly Cosignature[]): boolean {
  const cosigned = new Set(witnesses.filter(({ key }) => cosignatures.some((one) => one.key === key)).map(({ name }) => name));
  return isMet(quorum, cosigned);
}

function isMet(quorum: Quorum, cosigned: ReadonlySet<string>): boolean {
  if (typeof quorum === 'string') return quorum === 'none' || cosigned.has(quorum);
  return quorum.members.filter((member) => isMet(member, cosigned)).length >= quorum.threshold;
}

class PolicyReader {
  readonly logs: WitnessPolicy['logs'] = [];
  readonly witnesses: WitnessPolicy['witnesses'] = [];
  quorum: Quorum | undefined;
  readonly #byName = new Map<string, Quorum>();
  readonly #members = new Set<string>();

  constructor(private readonly sha256: AnySha256) {}

  /** @returns what is wrong with the line, or undefined */
  async read(line: string): Promise<string | undefined> {
    if (hasControls(line)) return 'a line has no control characters but tabs';
    const [kind, ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
    if (kind === undefined || kind.startsWith('#')) return undefined;
    if (kind === 'log') return this.#log(items);
    if (kind === 'witness') return this.#witness(items);
    if (kind === 'group') return this.#group(items);
    if (kind === 'quorum') return this.#quorum(items);
    return 'a line begins with log, witness, group, quorum or #';
  }

  async #log([vkey = '', url, ...rest]: string[]): Promise<string | undefined> {
    const key = await parseVerifierKey(vkey, this.sha256);
    if (!key || rest.length > 0) return 'a log line is: log <Ed25519 verifier key> [<url>]';
    if (isKnown(key, this.logs)) return 'this key has a log line already';
    this.logs.push({ key, ...(url !== undefined && { url }) });
    return undefined;
  }

  async #witness([name = '', vkey = '', url, ...rest]: string[]): Promise<string | undefined> {
    const key = await parseCosignerKey(vkey, this.sha256);
    if (!key || rest.length > 0) return 'a witness line is: witness <name> <Ed25519 cosignature key> [<url>]';
    if (isKnown(key, this.witnesses)) return 'this key has a witness line already';
    const fault = this.#define(name, name);
    if (fault === undefined) this.witnesses.push({ name, key, ...(url !== undefined && { url }) });
    return fault;
  }

  #group([name = '', threshold = '', ...members]: string[]): string | undefined {
    if (members.length === 0) return 'a group line is: group <name> all|any|<number> <name> ...';
    const parts: Quorum[] = [];
    for (const member of members) {
      const known = this.#byName.get(member);
      if (known === undefined) return 'a group has members that a line above defines';
      if (this.#members.has(member)) return 'a name is a member once, of one group';
      this.#members.add(member);
      parts.push(known);
    }
    const needed = thresholdOf(threshold, members.length);
    if (needed === undefined) return 'the threshold of a group is all, any, or a number from 1 to the number of its members';
    return this.#define(name, { threshold: needed, members: parts });
  }

  #quorum([name = '', ...rest]: string[]): string | undefined {
    if (this.quorum !== undefined) return 'a policy has one quorum line';
    const quorum = name === 'none' ? 'none' : this.#byName.get(name);
    if (quorum === undefined || rest.length > 0) return 'a quorum line is: quorum none, or quorum <a name that a line above defines>';
    this.quorum = quorum;
    return undefined;
  }

  #define(name: string, quorum: Quorum): string | undefined {
    if (KEYWORDS.includes(name)) return 'none, all and any are no names';
    if (this.#byName.has(name)) return 'a line above defines this name already';
    this.#byName.set(name, quorum);
    return undefined;
  }
}

/** Keys are the same where the public keys are, whatever their names. */
const isKnown = ({ publicKey }: { publicKey: Uint8Array }, known: readonly { key: { publicKey: Uint8Array } }[]): boolean =>
  known.some(({ key }) => equalBytes(key.publicKey, publicKey));

function thresholdOf(text: string, members: number): number | undefined {
  if (text === 'all') return members;
  if (text === 'any') return 1;
  const threshold = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
  return threshold >= 1 && threshold <= members ? threshold : undefined;
}

function hasControls(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true;
  }
  return false;
}
