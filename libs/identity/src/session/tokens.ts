import { createHash, randomBytes } from 'node:crypto';

/** An opaque session token: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: SHA-256, lower-case hex. Enough for tokens of 32 random bytes, which cannot be guessed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
