import { generateKeyPairSync, randomBytes, type KeyPairKeyObjectResult } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Names =
  | 'KEY_ENCRYPTION_KEY'
  | 'KEY_EPOCHS_FOLDER'
  | 'EMAIL_HASH_KEY'
  | 'COMMAND_ID_KEY'
  | 'BUS_SIGNING_KEY'
  | 'IDENTITY_OPENING_KEY'
  | 'IDENTITY_SEALING_KEY'
  | 'ACT_SIGNING_KEY'
  | 'ACT_PUBLIC_KEY'
  | 'RECEIPT_SIGNING_KEY'
  | 'RECEIPT_PUBLIC_KEY'
  | 'LOG_SIGNING_KEY';

/** Fresh secrets as the environment gives them to a service, with the public half of one and a folder that does not exist yet. */
export function freshSecrets(): Record<Names, string> {
  const [receipts, acts] = [keyPair(generateKeyPairSync('ed25519')), keyPair(generateKeyPairSync('ed25519'))];
  const identity = keyPair(generateKeyPairSync('x25519'));
  return {
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    KEY_EPOCHS_FOLDER: join(tmpdir(), `isegoria-epochs-${randomBytes(6).toString('hex')}`),
    EMAIL_HASH_KEY: randomBytes(32).toString('base64'),
    COMMAND_ID_KEY: randomBytes(32).toString('base64'),
    BUS_SIGNING_KEY: randomBytes(32).toString('base64'),
    IDENTITY_OPENING_KEY: identity.secret,
    IDENTITY_SEALING_KEY: identity.open,
    ACT_SIGNING_KEY: acts.secret,
    ACT_PUBLIC_KEY: acts.open,
    RECEIPT_SIGNING_KEY: receipts.secret,
    RECEIPT_PUBLIC_KEY: receipts.open,
    LOG_SIGNING_KEY: keyPair(generateKeyPairSync('ed25519')).secret,
  };
}

function keyPair({ privateKey, publicKey }: KeyPairKeyObjectResult): { readonly secret: string; readonly open: string } {
  return {
    secret: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    open: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
