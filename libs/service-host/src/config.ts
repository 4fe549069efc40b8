import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A setting of the environment. @throws an Error that names the variable when it is missing */
export function setting(name: string, fallback?: string): string {
  const value = process.env[name] ?? fallback;
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set; see docs/reference/configuration.md.`);
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

/** Secrets, as base64 in the environment. */
export const secrets = {
  /** 32 bytes that wrap the keys of people. */
  keyEncryptionKey: () => Buffer.from(setting('KEY_ENCRYPTION_KEY'), 'base64'),
  /** 32 bytes that hash e-mail addresses into stream names. */
  emailHashKey: () => Buffer.from(setting('EMAIL_HASH_KEY'), 'base64'),
  /** Ed25519 private key (PKCS #8, DER) that signs receipts. */
  receiptSigningKey: () => createPrivateKey({ key: der('RECEIPT_SIGNING_KEY'), format: 'der', type: 'pkcs8' }),
};

/** Ed25519 public key (SubjectPublicKeyInfo, DER, as base64 in the environment) that receipts are verified with. */
export function receiptPublicKey(): KeyObject {
  return createPublicKey({ key: der('RECEIPT_PUBLIC_KEY'), format: 'der', type: 'spki' });
}

function der(name: string): Buffer {
  return Buffer.from(setting(name), 'base64');
}
