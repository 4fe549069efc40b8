import type { AnySha256 } from './tree/hash';
import type { VerifyEd25519 } from './signing/signed-note';

/** What verification needs of a runtime. */
export interface Cryptography {
  sha256: AnySha256;
  verifyEd25519: VerifyEd25519;
}

/** This runtime cannot verify: which says nothing about what was to be verified. */
export class CryptoUnavailable extends Error {
  override readonly name = 'CryptoUnavailable';
}

/**
 * Verification by WebCrypto: any browser with Ed25519 (Chromium 137, Firefox 129, Safari 17 and later), on a secure origin
 * (https or localhost: browsers give no `crypto.subtle` elsewhere), and Node 20.
 * Its functions reject with {@link CryptoUnavailable} where the runtime lacks what they need.
 */
export const webCrypto: Cryptography = { sha256, verifyEd25519 };

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle().digest('SHA-256', new Uint8Array(bytes)));
}

async function verifyEd25519(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    const key = await subtle().importKey('raw', new Uint8Array(publicKey), { name: 'Ed25519' }, false, ['verify']);
    return await subtle().verify({ name: 'Ed25519' }, key, new Uint8Array(signature), new Uint8Array(bytes));
  } catch (error) {
    const name = error instanceof Error ? error.name : undefined;
    if (error instanceof CryptoUnavailable) throw error;
    if (name === 'NotSupportedError') throw new CryptoUnavailable('This runtime has no Ed25519');
    // Any other refusal is of the key or the signature itself.
    return false;
  }
}

function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!found) throw new CryptoUnavailable('This runtime has no WebCrypto, or the page is not on a secure origin');
  return found;
}
