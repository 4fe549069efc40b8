import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** Fresh secrets as the environment gives them to a service. */
export function freshSecrets(): Record<'KEY_ENCRYPTION_KEY' | 'EMAIL_HASH_KEY' | 'RECEIPT_SIGNING_KEY' | 'LOG_SIGNING_KEY', string> {
  return {
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    EMAIL_HASH_KEY: randomBytes(32).toString('base64'),
    RECEIPT_SIGNING_KEY: signingKey(),
    LOG_SIGNING_KEY: signingKey(),
  };
}

function signingKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
