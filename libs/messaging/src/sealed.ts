import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Rejection } from '@isegoria/kernel';

/** The end of one exchange: seals what goes out and opens what comes in. What its own side has sealed, it does not open. */
export interface SealedExchange {
  seal(text: string): string;
  /** @throws Rejection UNTRUSTED_SENDER for what the other end of this exchange did not seal */
  open(sealed: string): string;
}

/**
 * Begins an exchange that only the holder of a private key can read, in the manner of HPKE (RFC 9180): X25519 with a key pair for this
 * exchange alone, HKDF-SHA-256, AES-256-GCM. A question that is recorded and sent again is answered for the one who asked first, and
 * nobody else can read that.
 * @returns the beginning, which the holder needs, and the sender's end
 */
export function beginExchange(recipient: KeyObject): { beginning: string; exchange: SealedExchange } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const keys = keysOf(diffieHellman({ privateKey, publicKey: recipient }), publicKey, recipient);
  return { beginning: rawOf(publicKey), exchange: exchangeWith(keys.question, keys.answer) };
}

/** The recipient's end. @throws Rejection UNTRUSTED_SENDER for what is no beginning */
export function joinExchange(own: KeyObject, beginning: string): SealedExchange {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: beginning }, format: 'jwk' });
    const keys = keysOf(diffieHellman({ privateKey: own, publicKey }), publicKey, createPublicKey(own));
    return exchangeWith(keys.answer, keys.question);
  } catch {
    throw new Rejection('UNTRUSTED_SENDER');
  }
}

/** A key for each direction, bound to both public keys. */
function keysOf(shared: Buffer, sender: KeyObject, recipient: KeyObject): { question: Buffer; answer: Buffer } {
  const salt = `${rawOf(sender)}.${rawOf(recipient)}`;
  const key = (direction: string) => Buffer.from(hkdfSync('sha256', shared, salt, `isegoria bus ${direction}`, 32));
  return { question: key('question'), answer: key('answer') };
}

function exchangeWith(outgoing: Buffer, incoming: Buffer): SealedExchange {
  return {
    seal(text) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', outgoing, nonce);
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', incoming, bytes.subarray(0, nonceLength), { authTagLength: tagLength });
        decipher.setAuthTag(bytes.subarray(-tagLength));
        return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]).toString();
      } catch {
        throw new Rejection('UNTRUSTED_SENDER');
      }
    },
  };
}

const nonceLength = 12;
const tagLength = 16;

/** The 32 bytes of RFC 7748, as a JWK has them. */
function rawOf(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x!;
}
