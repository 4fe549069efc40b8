import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A setting of the environment. @throws an Error that names the variable when it is missing */
export function setting(name: string, fallback?: string): string {
  const value = process.env[name] ?? fallback;
  if (value === undefined || value === '')
    throw new Error(`The environment variable ${name} is not set; see docs/reference/configuration.md.`);
  return value;
}

/** The three addresses that a service knows. */
export const addresses = {
  /** EventStoreDB connection string. */
  eventStore: () => setting('EVENTSTORE_URL'),
  /** NATS servers, separated by commas. */
  nats: () => setting('NATS_URL'),
  /** PostgreSQL URL. */
  database: () => setting('DATABASE_URL'),
};

/** The most bytes of streams that a service remembers. @throws an Error when the setting is not a whole number of megabytes */
export function streamMemory(): number {
  const megabytes = Number(setting('STREAM_MEMORY_MB', '64'));
  if (!Number.isInteger(megabytes) || megabytes < 1) throw new Error('STREAM_MEMORY_MB must be a whole number of megabytes, 1 or more.');
  return megabytes * 1024 * 1024;
}

/** Secrets, as base64 in the environment. Each throws an Error that names its variable where that is missing or has another length. */
export const secrets = {
  /** Seals the keys of people, together with the key of an epoch. */
  keyEncryptionKey: () => symmetricKey('KEY_ENCRYPTION_KEY'),
  /** Hashes e-mail addresses into stream names; keys the ids that the identity service gives. */
  emailHashKey: () => symmetricKey('EMAIL_HASH_KEY'),
  /** Makes the ids of commands, and so of events, from who acts and what the request says. */
  commandIdKey: () => symmetricKey('COMMAND_ID_KEY'),
  /** Signs what goes over the bus. */
  busSigningKey: () => symmetricKey('BUS_SIGNING_KEY'),
  /** X25519 private key (PKCS #8, DER) that opens the secrets in what is sent to identity. */
  identityOpeningKey: () => createPrivateKey({ key: der('IDENTITY_OPENING_KEY'), format: 'der', type: 'pkcs8' }),
  /** Ed25519 private key (PKCS #8, DER) that signs acts of staff. */
  actSigningKey: () => createPrivateKey({ key: der('ACT_SIGNING_KEY'), format: 'der', type: 'pkcs8' }),
  /** Ed25519 private key (PKCS #8, DER) that signs receipts. */
  receiptSigningKey: () => createPrivateKey({ key: der('RECEIPT_SIGNING_KEY'), format: 'der', type: 'pkcs8' }),
};

/** Ed25519 public key (SubjectPublicKeyInfo, DER, as base64 in the environment) that receipts are verified with. */
export function receiptPublicKey(): KeyObject {
  return createPublicKey({ key: der('RECEIPT_PUBLIC_KEY'), format: 'der', type: 'spki' });
}

/**
 * Ed25519 public key (SubjectPublicKeyInfo, DER, as base64 in the environment) that acts of staff are verified with, and the one that the
 * services are changing to, if they are.
 */
export function actPublicKeys(): { current: KeyObject; next?: KeyObject } {
  const keyIn = (key: Buffer) => createPublicKey({ key, format: 'der', type: 'spki' });
  const next = process.env['ACT_PUBLIC_KEY_NEXT'];
  return { current: keyIn(der('ACT_PUBLIC_KEY')), ...(next && { next: keyIn(Buffer.from(next, 'base64')) }) };
}

/** X25519 public key (SubjectPublicKeyInfo, DER, as base64 in the environment) under which secrets are sealed for identity. */
export function identitySealingKey(): KeyObject {
  return createPublicKey({ key: der('IDENTITY_SEALING_KEY'), format: 'der', type: 'spki' });
}

const symmetricKeyLength = 32;

function symmetricKey(name: string): Buffer {
  const key = Buffer.from(setting(name), 'base64');
  const wrong = key.length !== symmetricKeyLength;
  if (wrong) throw new Error(`${name} must be ${symmetricKeyLength} bytes in base64; see docs/reference/configuration.md.`);
  return key;
}

function der(name: string): Buffer {
  return Buffer.from(setting(name), 'base64');
}
