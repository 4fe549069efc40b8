import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const idLength = 16;
const nonceLength = 12;
const tagLength = 16;

/** Where something sealed is kept: its table and the name of its row, so that no row's content can be put in another's place. */
export interface Row {
  readonly table: string;
  readonly name: string;
}

/**
 * One epoch: what the vault keeps is sealed under its key, with AES-256-GCM, until the next epoch. The key comes from two secrets kept in
 * two places (HKDF-SHA-256, RFC 5869), so that neither opens anything alone: the epoch's own, which is destroyed at its end, and the
 * key-encryption key, which stays.
 */
export class Epoch {
  private readonly bytes: Buffer;
  private readonly sealing: Buffer;
  private readonly labelling: Buffer;

  constructor(
    readonly id: string,
    epochKey: Buffer,
    keyEncryptionKey: Buffer,
  ) {
    const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', epochKey, keyEncryptionKey, `epoch ${purpose}`, 32));
    this.bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    this.sealing = keyFor('seal');
    this.labelling = keyFor('label');
  }

  /** @returns the epoch's id (16 bytes), nonce, ciphertext and tag */
  seal({ table, name }: Row, content: Buffer): Buffer {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce).setAAD(Buffer.from(`${table}\0${name}`));
    return Buffer.concat([this.bytes, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws for what was altered, or sealed in another epoch or for another row */
  open({ table, name }: Row, sealed: Buffer): Buffer {
    const body = sealed.subarray(idLength);
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, body.subarray(0, nonceLength))
      .setAAD(Buffer.from(`${table}\0${name}`))
      .setAuthTag(body.subarray(-tagLength));
    return Buffer.concat([decipher.update(body.subarray(nonceLength, -tagLength)), decipher.final()]);
  }

  /** A name by which a row is found again for as long as the epoch lasts, and which nobody can try once its key is destroyed. */
  labelOf(value: string | Buffer): Buffer {
    return createHmac('sha256', this.labelling).update(value).digest();
  }
}

/** The id of the epoch in which something was sealed. */
export function epochOf(sealed: Buffer): string {
  const hex = sealed.subarray(0, idLength).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
