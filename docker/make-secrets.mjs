import { generateKeyPairSync, randomBytes } from 'node:crypto';

/**
 * Prints the secrets of one installation as an environment file. From the root of the clone:
 *
 *   (umask 077; node docker/make-secrets.mjs > docker/.env)
 *   (umask 077; node docker/make-secrets.mjs log > docker/log.env)
 *
 * Made once and kept for as long as the installation lives: without KEY_ENCRYPTION_KEY no sealed text can be opened again. The key of the
 * log is kept apart from the others: the people who keep it need not have them, and the other way round.
 */
const base64 = (key, type) => key.export({ format: 'der', type }).toString('base64');
const acts = generateKeyPairSync('ed25519');
const receipts = generateKeyPairSync('ed25519');
const identity = generateKeyPairSync('x25519');
const services = ['IDENTITY', 'CONTENT', 'FEEDBACK', 'CONSULTATIONS', 'PROJECTOR', 'TRANSPARENCY_LOG', 'GATEWAY'];
// A letter first: nats-server takes what begins with a digit for a number.
const passwords = (part) => services.map((service) => `${part}_${service}_PASSWORD=p${randomBytes(18).toString('hex')}`).join('\n');

if (process.argv[2] === 'log') console.log(`LOG_SIGNING_KEY=${base64(generateKeyPairSync('ed25519').privateKey, 'pkcs8')}`);
else
  console.log(`KEY_ENCRYPTION_KEY=${randomBytes(32).toString('base64')}
EMAIL_HASH_KEY=${randomBytes(32).toString('base64')}
COMMAND_ID_KEY=${randomBytes(32).toString('base64')}
BUS_SIGNING_KEY=${randomBytes(32).toString('base64')}
IDENTITY_OPENING_KEY=${base64(identity.privateKey, 'pkcs8')}
IDENTITY_SEALING_KEY=${base64(identity.publicKey, 'spki')}
ACT_SIGNING_KEY=${base64(acts.privateKey, 'pkcs8')}
ACT_PUBLIC_KEY=${base64(acts.publicKey, 'spki')}
RECEIPT_SIGNING_KEY=${base64(receipts.privateKey, 'pkcs8')}
RECEIPT_PUBLIC_KEY=${base64(receipts.publicKey, 'spki')}
EVENT_STORE_PASSWORD=${randomBytes(18).toString('base64url')}
EVENT_STORE_OPS_PASSWORD=${randomBytes(18).toString('base64url')}
DATABASE_PASSWORD=${randomBytes(18).toString('base64url')}
${passwords('DATABASE')}
${passwords('NATS')}
BOOTSTRAP_ADMIN_EMAIL=administrator@example.org
BOOTSTRAP_ADMIN_PASSWORD=${randomBytes(12).toString('base64url')}`);
