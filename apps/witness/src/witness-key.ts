import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { cosignerKey, webCrypto, type CosignerKey, type SignEd25519 } from '@isegoria/merkle-log';
import { writeNew } from './durable-file';

/** Who cosigns. */
export interface WitnessKey {
  readonly key: CosignerKey;
  readonly sign: SignEd25519;
}

/**
 * Reads the key of a witness, or makes one if the file does not exist, readable only by its owner.
 * @param name of the witness; without one, `isegoria-witness/` and the first eight hex digits of the public key
 * @throws Error that says in a sentence what is wrong
 */
export async function witnessKey(file: string, name?: string): Promise<WitnessKey> {
  const secret = keyOf(file, (await stored(file)) ?? (await made(file)));
  const publicKey = new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32));
  const named = name ?? `isegoria-witness/${Buffer.from(publicKey.subarray(0, 4)).toString('hex')}`;
  return {
    key: await cosignerKey(named, publicKey, webCrypto.sha256),
    sign: (bytes) => new Uint8Array(sign(null, bytes, secret)),
  };
}

async function stored(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function made(file: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  await writeNew(file, pem, 0o600);
  return pem;
}

function keyOf(file: string, pem: string): KeyObject {
  const key = pemKey(pem);
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error(`${file} holds no Ed25519 key in PEM (openssl genpkey -algorithm ed25519 makes one)`);
  return key;
}

function pemKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
