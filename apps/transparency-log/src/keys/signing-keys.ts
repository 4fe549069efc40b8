import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { receiptPublicKey } from '@isegoria/service-host';
import type { IdentitySettings } from './log-identity';

/** Whose log the environment says this is. @throws Error that names the variable at fault */
export function identitySettings(defaultOrigin: string): IdentitySettings {
  const logKey = signingKey('LOG_SIGNING_KEY');
  if (!logKey) throw new Error('LOG_SIGNING_KEY or LOG_SIGNING_KEY_FILE is not set; see docs/reference/configuration.md.');
  const nextLogKey = signingKey('LOG_SIGNING_KEY_NEXT');
  return { logKey, nextLogKey, receiptKey: receiptPublicKey(), chosenOrigin: process.env['LOG_ORIGIN'] || undefined, defaultOrigin };
}

/**
 * The key of a variable, or of the file named by the same variable with `_FILE` appended, so that it can be kept apart from every other
 * secret.
 */
function signingKey(name: string): KeyObject | undefined {
  const file = process.env[`${name}_FILE`];
  const text = file ? readFileSync(file, 'utf8') : process.env[name];
  if (!text) return undefined;
  const key = keyOf(text);
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error(`${name} is no Ed25519 private key (PKCS #8, base64 of DER, or PEM in a file).`);
  return key;
}

function keyOf(text: string): KeyObject | undefined {
  try {
    return text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
