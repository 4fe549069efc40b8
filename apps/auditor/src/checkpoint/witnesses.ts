import { readFile } from 'node:fs/promises';
import {
  checkPolicy,
  isQuorum,
  parsePolicy,
  webCrypto,
  type Cosignature,
  type VerifierKey,
  type WitnessPolicy,
} from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import { sha256 } from '../tree/rebuilt-log';
import type { TrustedKeys } from './trusted-keys';
import type { SignedHead } from './signed-head';

/** Whom the auditor, or otherwise the site, names as witnesses. */
export interface Witnesses {
  readonly policy: WitnessPolicy;
  readonly from: 'auditor' | 'site';
}

/** Who cosigned the checkpoint; null if nobody was asked to. */
export type Witnessed = {
  readonly policy: Witnesses['from'];
  readonly cosigned: readonly string[];
  readonly of: number;
  /** Since when they were a quorum (seconds since 1970); undefined where none is asked for. */
  readonly quorumSince: number | undefined;
} | null;

/** @throws Finding cannotRun for a file that is not a policy */
export async function policyIn(file: string): Promise<Witnesses> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Finding('cannotRun', `The policy cannot be read: ${error.message}.`);
  });
  return { policy: await parsed(text, file), from: 'auditor' };
}

/** What the site says about its witnesses; undefined if it serves no policy. */
export async function policyOf(source: Source): Promise<Witnesses | undefined> {
  const text = await source.optional('/log/policy');
  return text === undefined ? undefined : { policy: await parsed(text, `${source.name}/log/policy`), from: 'site' };
}

export const keysIn = ({ policy }: Witnesses): VerifierKey[] => policy.logs.map(({ key }) => key);

/**
 * @returns who cosigned, or the finding that they are too few, which may pass: a log publishes a checkpoint before its witnesses have
 * answered
 * @throws Finding signature for a cosignature that is wrong
 */
export async function witnessedBy(
  { note }: SignedHead,
  { policy, from }: Witnesses,
  { keys }: TrustedKeys,
  isRequired: boolean,
): Promise<Witnessed | Finding> {
  if (isRequired && policy.quorum === 'none') return new Finding('quorum', 'The policy asks for no witness, and --require-quorum does.');
  const checked = await checkPolicy(note, { ...policy, logs: keys.map((key) => ({ key })) }, webCrypto.verifyEd25519);
  if (!checked.ok && checked.reason !== 'no-quorum')
    throw new Finding('signature', `A cosignature under the checkpoint is wrong (${checked.reason}).`);
  const cosigned = checked.cosignatures.map(({ key }) => key.name);
  const since = quorumSince(policy, checked.cosignatures);
  if (checked.ok) return { policy: from, cosigned, of: policy.witnesses.length, quorumSince: since };
  const names = cosigned.length > 0 ? cosigned.join(', ') : 'none';
  return new Finding(
    'quorum',
    `The checkpoint of ${checked.checkpoint.size} entries lacks its quorum of witnesses: of ${policy.witnesses.length}, ${names} cosigned it.`,
  );
}

/** The latest time from which on a quorum had cosigned; undefined where none is asked for. */
function quorumSince(policy: WitnessPolicy, cosignatures: readonly Cosignature[]): number | undefined {
  if (policy.quorum === 'none') return undefined;
  const newestFirst = cosignatures.toSorted((one, other) => other.time - one.time);
  const enough = newestFirst.findIndex((_, index) => isQuorum(policy, newestFirst.slice(0, index + 1)));
  return newestFirst[enough]?.time;
}

async function parsed(text: string, name: string): Promise<WitnessPolicy> {
  const result = await parsePolicy(text, sha256);
  if (result.ok) return result.policy;
  throw new Finding('cannotRun', `${name} is not a witness policy: line ${result.line}, ${result.reason}.`);
}
