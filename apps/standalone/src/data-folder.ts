import { generateKeyPairSync, randomBytes, type KeyPairKeyObjectResult } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepToOwner } from './owner-alone';
import { StartRefused } from './start-refused';

/** The secrets of one installation, made at its first start and readable by its owner alone. */
export interface Secrets {
  readonly KEY_ENCRYPTION_KEY: string;
  readonly EMAIL_HASH_KEY: string;
  readonly COMMAND_ID_KEY: string;
  readonly BUS_SIGNING_KEY: string;
  readonly IDENTITY_OPENING_KEY: string;
  readonly IDENTITY_SEALING_KEY: string;
  readonly ACT_SIGNING_KEY: string;
  readonly ACT_PUBLIC_KEY: string;
  readonly RECEIPT_SIGNING_KEY: string;
  readonly RECEIPT_PUBLIC_KEY: string;
  readonly EVENT_STORE_PASSWORD: string;
  readonly BROKER_PASSWORD: string;
  readonly DATABASE_PASSWORD: string;
  readonly BOOTSTRAP_ADMIN_PASSWORD: string;
}

const logKeyFile = 'log-signing-key.pem';
/** Where files of secrets lie beside those of the folder itself. */
const secretFolders = ['key-epochs', 'witnesses'];

/** The one folder that holds an installation: database, events, logs of the services, secrets. */
export class DataFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = resolve(path);
  }

  /**
   * Opens the folder, making it when missing, keeps it to its owner, and takes it for this process.
   * @throws StartRefused when it cannot be written or closed to others, or another process has it; nothing but its permissions is changed
   * then
   */
  static open(path: string): DataFolder {
    const folder = new DataFolder(path);
    folder.makeWritable();
    keepToOwner(folder.path, secretFolders);
    folder.take();
    return folder;
  }

  in(...names: string[]): string {
    return join(this.path, ...names);
  }

  has(name: string): boolean {
    return existsSync(this.in(name));
  }

  /** Writes a file whole or not at all, for its owner's eyes. */
  write(name: string, content: string): void {
    const aside = this.in(`${name}.new`);
    writeFileSync(aside, content, { mode: 0o600 });
    renameSync(aside, this.in(name));
  }

  remove(name: string): void {
    rmSync(this.in(name), { force: true });
  }

  secrets(): Secrets {
    if (!this.has('secrets.json')) {
      if (this.has('events') || this.has('postgres')) {
        throw new StartRefused(
          `${this.path} holds data but not its secrets.json: put that file back, or choose another folder with --data.`,
        );
      }
      this.write('secrets.json', JSON.stringify(freshSecrets(), null, 2));
    }
    return this.completed(this.readSecrets());
  }

  private readSecrets(): Secrets {
    try {
      return JSON.parse(readFileSync(this.in('secrets.json'), 'utf8')) as Secrets;
    } catch {
      throw new StartRefused(
        `${this.in('secrets.json')} cannot be read: put the right file back; without it the sealed texts cannot be opened.`,
      );
    }
  }

  /** A folder from before there were some of the secrets gets those: nothing that is stored depends on them. */
  private completed(secrets: Secrets): Secrets {
    const completed = { ...replaceableSecrets(), ...secrets };
    if (Object.keys(completed).length === Object.keys(secrets).length) return secrets;
    this.write('secrets.json', JSON.stringify(completed, null, 2));
    return completed;
  }

  /** The file with the key that signs the log's checkpoints: apart from the other secrets, for the log alone. */
  logSigningKey(): string {
    if (!this.has(logKeyFile)) {
      if (this.has('events') || this.has('postgres')) {
        throw new StartRefused(`${this.path} holds data but not its ${logKeyFile}: put that file back; without it the log cannot go on.`);
      }
      this.write(logKeyFile, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
    }
    return this.in(logKeyFile);
  }

  release(): void {
    this.remove('isegoria.pid');
  }

  private makeWritable(): void {
    try {
      mkdirSync(this.path, { recursive: true, mode: 0o700 });
      if (!statSync(this.path).isDirectory()) throw new Error('not a folder');
      accessSync(this.path, constants.W_OK | constants.X_OK);
      writeFileSync(this.in('.probe'), '');
      rmSync(this.in('.probe'));
    } catch {
      throw new StartRefused(`The data folder ${this.path} cannot be written: choose another with --data, or change its permissions.`);
    }
  }

  private take(): void {
    const lock = this.in('isegoria.pid');
    for (;;) {
      try {
        return writeFileSync(lock, String(process.pid), { flag: 'wx' });
      } catch {
        const owner = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }));
        if (isIsegoria(owner))
          throw new StartRefused(
            `Isegoria already runs on ${this.path} (process ${owner}): stop it first, or choose another folder with --data.`,
          );
        rmSync(lock, { force: true });
      }
    }
  }
}

/** Process ids are used again after a restart of the machine, so the name counts as well where it can be read. */
function isIsegoria(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').match(/start\.mjs|standalone/) !== null;
  } catch {
    return false;
  }
}

function freshSecrets(): Secrets {
  const [receipts, acts] = [keyPair(generateKeyPairSync('ed25519')), keyPair(generateKeyPairSync('ed25519'))];
  return {
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    EMAIL_HASH_KEY: randomBytes(32).toString('base64'),
    ACT_SIGNING_KEY: acts.secret,
    ACT_PUBLIC_KEY: acts.open,
    RECEIPT_SIGNING_KEY: receipts.secret,
    RECEIPT_PUBLIC_KEY: receipts.open,
    DATABASE_PASSWORD: randomBytes(18).toString('base64url'),
    BOOTSTRAP_ADMIN_PASSWORD: randomBytes(9).toString('base64url'),
    ...replaceableSecrets(),
  };
}

/** Nothing that is stored depends on these. */
function replaceableSecrets() {
  const identity = keyPair(generateKeyPairSync('x25519'));
  return {
    EVENT_STORE_PASSWORD: randomBytes(18).toString('base64url'),
    BROKER_PASSWORD: randomBytes(18).toString('base64url'),
    COMMAND_ID_KEY: randomBytes(32).toString('base64'),
    BUS_SIGNING_KEY: randomBytes(32).toString('base64'),
    IDENTITY_OPENING_KEY: identity.secret,
    IDENTITY_SEALING_KEY: identity.open,
  };
}

/** Both halves as base64 of DER: PKCS #8 and SubjectPublicKeyInfo. */
function keyPair({ privateKey, publicKey }: KeyPairKeyObjectResult): { readonly secret: string; readonly open: string } {
  return {
    secret: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    open: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
