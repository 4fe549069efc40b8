import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { formatCosignerKey, parseVerifierKey, webCrypto, type VerifierKey } from '@isegoria/merkle-log';
import type { WitnessOptions } from './command-line';
import { CosignedHeads } from './cosigned-heads';
import { keepEvidence } from './evidence';
import { witnessServer } from './server';
import { witnessKey } from './witness-key';

/** A witness at work. */
export interface RunningWitness {
  readonly port: number;
  /** Its verifier key, for policies. */
  readonly key: string;
  /** Ends after the current requests. */
  stop(): Promise<void>;
}

/** Starts a witness. @throws Error that says in a sentence why it cannot run */
export async function startWitness(options: WitnessOptions): Promise<RunningWitness> {
  const logs = await knownLogs(options.logs);
  const key = await witnessKey(options.key, options.name);
  const heads = await CosignedHeads.open(options.data);
  const server = witnessServer({
    key,
    logs,
    heads,
    now: () => Math.floor(Date.now() / 1_000),
    async onFork(cosigned, other) {
      const file = await keepEvidence(join(options.data, 'evidence'), cosigned, other);
      if (file)
        console.error(`The log ${cosigned.checkpoint.origin} signed two trees of ${cosigned.checkpoint.size} entries; both are in ${file}`);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    key: formatCosignerKey(key.key),
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeIdleConnections())),
  };
}

async function knownLogs(texts: readonly string[]): Promise<Map<string, VerifierKey[]>> {
  const logs = new Map<string, VerifierKey[]>();
  for (const text of texts) {
    const key = await parseVerifierKey(text, webCrypto.sha256);
    if (!key) throw new Error(`${text} is no Ed25519 verifier key of a log: it is <name>+<8 hex digits>+<base64>`);
    logs.set(key.name, [...(logs.get(key.name) ?? []), key]);
  }
  if (logs.size === 0) throw new Error('--log is needed (--help says more)');
  return logs;
}
