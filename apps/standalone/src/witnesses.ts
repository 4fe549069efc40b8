import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosignerKey, formatCosignerKey, webCrypto } from '@isegoria/merkle-log';
import type { DataFolder } from './data-folder';
import { freePort } from './parts/free-port';
import { SupervisedProcess } from './supervised-process';

/** One of the witnesses that this machine runs beside the platform. */
export interface LocalWitness {
  readonly name: string;
  readonly port: number;
  /** Its secret key, PEM. */
  readonly keyFile: string;
  /** What those who trust it know of it. */
  readonly verifierKey: string;
}

const count = 3;
const quorum = 2;

/** The witnesses of this data folder; their keys are made at the first start with them. */
export async function localWitnesses(folder: DataFolder): Promise<LocalWitness[]> {
  mkdirSync(folder.in('witnesses'), { recursive: true, mode: 0o700 });
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const name = `witness-${at + 1}`;
      const keyFile = join('witnesses', `${name}.pem`);
      if (!folder.has(keyFile)) folder.write(keyFile, newKey());
      return {
        name,
        port: await freePort(),
        keyFile: folder.in(keyFile),
        verifierKey: await verifierKeyOf(`localhost/${name}`, folder.in(keyFile)),
      };
    }),
  );
}

/** How the log learns about its witnesses. */
export function witnessVariables(witnesses: readonly LocalWitness[]): Record<string, string> {
  if (witnesses.length === 0) return {};
  const list = witnesses.map(({ port, verifierKey }) => `http://127.0.0.1:${port} ${verifierKey}`);
  return { LOG_WITNESSES: list.join(','), LOG_WITNESS_QUORUM: String(quorum) };
}

/**
 * Starts the witnesses of a log that runs already: a witness knows the keys of the logs that it serves, and a log may have another name
 * than its address.
 */
export async function startWitnesses(
  witnesses: readonly LocalWitness[],
  logPort: number,
  folder: DataFolder,
  say: (sentence: string) => void,
  onStop: (stop: () => Promise<void>) => void,
): Promise<void> {
  if (witnesses.length === 0) return;
  const { checkpointKeys } = (await (await fetch(`http://127.0.0.1:${logPort}/log/keys`)).json()) as { checkpointKeys: string[] };
  const processes = witnesses.map(({ name, port, keyFile }) => {
    const env = {
      HOST: '127.0.0.1',
      WITNESS_KEY_FILE: keyFile,
      WITNESS_NAME: `localhost/${name}`,
      WITNESS_LOGS: checkpointKeys.join(' '),
      WITNESS_DATA: folder.in('witnesses', name),
    };
    return new SupervisedProcess(
      { name, program: join(import.meta.dirname, '..', 'witness', 'main.js'), port, env, logFile: folder.in('logs', `${name}.log`) },
      say,
    );
  });
  for (const process of processes) onStop(() => process.stop());
  await Promise.all(processes.map((process) => process.start().then(() => say(`${process.plan.name} is ready`))));
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
}

async function verifierKeyOf(name: string, keyFile: string): Promise<string> {
  const publicKey = createPublicKey(createPrivateKey(readFileSync(keyFile))).export({ format: 'der', type: 'spki' });
  return formatCosignerKey(await cosignerKey(name, publicKey.subarray(-32), webCrypto.sha256));
}
