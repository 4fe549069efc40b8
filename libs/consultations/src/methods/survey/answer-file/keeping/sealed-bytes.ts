import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const [tagLength, nonce] = [16, Buffer.alloc(12)];

/**
 * Bytes sealed under a key that is theirs alone (AES-256-GCM; hence the nonce). The key comes from the person's own and from the bytes, so
 * the same bytes again are the same sealed bytes.
 */
export function sealBytes(key: Buffer, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws for bytes that were altered */
export function unsealBytes(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
}

/**
 * What names a file in the log: SHA-256 of its sealed bytes. Without the key, which is in the sealed details, it says nothing of the file;
 * with it, nobody can show another file for it.
 */
export const nameOfSealed = (sealed: Uint8Array): string => createHash('sha256').update(sealed).digest('hex');
