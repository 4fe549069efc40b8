import { Secret, TOTP } from 'otpauth';

/** Seconds for which a code counts; one step before and after it are taken, since clocks differ (RFC 6238, section 5.2). */
const period = 30;
const window = 1;
/** Bytes of a secret: as long as the hash (RFC 4226, section 4). */
const size = 20;

/** SHA-1, six digits and 30 seconds: what every app knows, whatever the link says. */
const forSecret = (secret: Secret, issuer = '', label = '') => new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period });

/** @returns a new secret, in base32 */
export function newTotpSecret(): string {
  return new Secret({ size }).base32;
}

/** The link from which an app takes a secret. @param issuer the site; @param label the account, as the app shows it */
export function totpLink(secret: string, issuer: string, label: string): string {
  return forSecret(Secret.fromBase32(secret), issuer, label).toString();
}

/**
 * The step of time to which a code belongs, so that it can be taken once.
 * @param now milliseconds
 * @returns undefined for a wrong code
 */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const token = inPlainDigits(code);
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const delta = forSecret(Secret.fromBase32(secret)).validate({ token, window, timestamp: now });
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta;
}

/** Arabic keyboards type other digits, and people set codes in groups. */
const inPlainDigits = (code: string): string =>
  code.replace(/\s/g, '').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
