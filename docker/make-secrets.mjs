import { generateKeyPairSync, randomBytes } from 'node:crypto';

/**
 * Prints the secrets of one installation as an environment file. From the root of the clone:
 *
 *   (umask 077; node docker/make-secrets.mjs > docker/.env)
 *   (umask 077; docker run --rm -i node:20-slim node --input-type=module - < docker/make-secrets.mjs > docker/.env)   without Node
 *
 * Made once and kept for as long as the installation lives: without KEY_ENCRYPTION_KEY no sealed text can be opened again.
 */
const signingKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

console.log(`KEY_ENCRYPTION_KEY=${randomBytes(32).toString('base64')}
EMAIL_HASH_KEY=${randomBytes(32).toString('base64')}
RECEIPT_SIGNING_KEY=${signingKey()}
LOG_SIGNING_KEY=${signingKey()}
DATABASE_PASSWORD=${randomBytes(18).toString('base64url')}
BOOTSTRAP_ADMIN_EMAIL=administrator@example.org
BOOTSTRAP_ADMIN_PASSWORD=${randomBytes(12).toString('base64url')}`);
