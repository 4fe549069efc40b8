import type { LogKeys } from '@isegoria/contracts';
import { openCheckpoint, parseVerifierKey, verifyConsistency, webCrypto, type Checkpoint, type VerifierKey } from '@isegoria/merkle-log';
import { Finding } from '../finding';
import type { Site } from '../site';
import { sha256 } from '../tree/rebuilt-log';
import type { RememberedCheckpoint } from './memory';

/** Why the key is trusted: named by the auditor, the one of the last audit, or simply shown by the site. */
export type KeyTrust = 'pinned' | 'remembered' | 'first-use';

export interface TrustedKey {
  readonly key: VerifierKey;
  readonly text: string;
  readonly trust: KeyTrust;
}

/** A checkpoint whose signature was verified. */
export type SignedHead = Checkpoint & { readonly note: string };

/** The name that the log goes by: that of the key the auditor holds, else the one that the site shows. */
export async function nameOfLog(site: Site, pinned: string | undefined): Promise<string> {
  if (pinned !== undefined) return (await readKey(pinned, 'The key that --key names')).name;
  return (await readKey(await shownKey(site), 'The key that the site shows')).name;
}

/** @throws Finding signature when the site shows another key than at the last audit; cannotRun for a key that is none */
export async function trustedKey(site: Site, pinned: string | undefined, last: RememberedCheckpoint | undefined, file: string): Promise<TrustedKey> {
  if (pinned !== undefined) return { key: await readKey(pinned, 'The key that --key names'), text: pinned, trust: 'pinned' };
  const shown = await shownKey(site);
  if (last && shown !== last.key) {
    throw new Finding('signature', `The site shows another log key than at the audit of ${last.at}; if you know why, name the right one with --key, or move ${file} away.`);
  }
  return { key: await readKey(shown, 'The key that the site shows'), text: shown, trust: last ? 'remembered' : 'first-use' };
}

async function shownKey(site: Site): Promise<string> {
  const { checkpointKey } = await site.json<Partial<LogKeys>>('/log/keys');
  if (typeof checkpointKey !== 'string') throw new Finding('cannotRun', `${site.url}/log/keys shows no key.`);
  return checkpointKey;
}

async function readKey(text: string, what: string): Promise<VerifierKey> {
  const key = await parseVerifierKey(text, sha256);
  if (!key) throw new Finding('cannotRun', `${what} is not a verifier key (name+id+base64).`);
  return key;
}

/** The newest checkpoint. @throws Finding signature */
export async function signedHead(site: Site, { key }: TrustedKey): Promise<SignedHead> {
  const note = await site.text('/log/checkpoint');
  const opened = await openCheckpoint(note, [key], webCrypto.verifyEd25519);
  if (opened.ok) return { ...opened.checkpoint, note };
  const reasons = {
    malformed: 'cannot be read',
    'unknown-key': 'is not signed by the trusted key',
    'wrong-signature': 'has a wrong signature',
    'other-log': 'is of another log',
  };
  throw new Finding('signature', `The checkpoint ${reasons[opened.reason]} (trusted is ${key.name}+${key.keyId}).`);
}

/** @throws Finding log when the newest checkpoint does not continue the one of the last audit */
export async function refuseRewrittenHistory(site: Site, last: RememberedCheckpoint, head: SignedHead): Promise<void> {
  if (head.size < last.size) {
    throw new Finding('log', `The log shrank: it signed ${last.size} entries at the audit of ${last.at}, and now shows a checkpoint of ${head.size}.`);
  }
  const proof = await site.json<{ path?: unknown }>(`/log/proofs/consistency?from=${last.size}&to=${head.size}`);
  const path = (Array.isArray(proof.path) ? proof.path : ['']).map((hash) => Buffer.from(String(hash), 'base64'));
  const continues = { from: last.size, fromRoot: Buffer.from(last.root, 'base64'), to: head.size, toRoot: head.root, path };
  if (!(await verifyConsistency(continues, sha256))) throw rewritten(last);
}

/** The leaves themselves are held against the last audit too, whatever the log proves. */
export function rewritten(last: RememberedCheckpoint): Finding {
  return new Finding('log', `The log was rewritten: its first ${last.size} entries are not those that it signed at the audit of ${last.at}.`);
}
