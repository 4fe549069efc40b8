import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { secrets } from '@isegoria/service-host';

const algorithm = 'aes-256-gcm';
const [ivLength, tagLength, idLength] = [12, 16, 16];

const key = () => createHmac('sha256', secrets.emailHashKey()).update('unsubscribe').digest();

/**
 * A token that turns mails to an account off. It names the account to this service alone: ids of accounts are in the public log, and a mail
 * shows everybody on its way whose address it has. Nothing is kept for it.
 */
export function unsubscribeToken(accountId: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key(), iv);
  const sealed = Buffer.concat([cipher.update(Buffer.from(accountId.replaceAll('-', ''), 'hex')), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** The account that a token is for; undefined for anything that this service has not made. */
export function accountIn(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ivLength + idLength + tagLength) return undefined;
  const decipher = createDecipheriv(algorithm, key(), bytes.subarray(0, ivLength), { authTagLength: tagLength });
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    const id = Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]).toString('hex');
    return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  } catch {
    return undefined;
  }
}
