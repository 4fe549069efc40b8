import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';
import { Epoch, epochOf, type Row } from './epoch';
import { epochKeyLength, type EpochKeys } from './epoch-keys';

/** How long a process remembers an epoch's key, in milliseconds. */
const rememberedFor = 60_000;

/** How often a row is read anew whose epoch ended before its key was read. */
const readings = 5;

/**
 * The epochs of a vault. PostgreSQL does not overwrite what is deleted: it stays in the files of tables and in the write-ahead log. So what
 * the vault keeps is sealed under the key of an epoch, which is kept elsewhere; when the epoch has ended, everything that still lives is
 * sealed anew, and with the old key all that was deleted becomes unreadable.
 */
export class Epochs {
  private readonly remembered = new LRUCache<string, Epoch>({ max: 8, ttl: rememberedFor });

  /** @param keyEncryptionKey 32 bytes */
  constructor(
    readonly dataSource: DataSource,
    readonly keys: EpochKeys,
    private readonly keyEncryptionKey: Buffer,
  ) {
    if (keyEncryptionKey.length !== epochKeyLength) throw new Error(`The key-encryption key must be ${epochKeyLength} bytes.`);
  }

  /**
   * Seals in the present epoch, in a transaction during which it does not end; the first epoch begins when the first thing is sealed.
   */
  inPresent<Result>(work: (vault: EntityManager, present: Epoch) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (vault) => {
      await lastingCommit(vault);
      const id = (await presentId(vault)) ?? (await this.beginFirst(vault));
      return work(vault, await this.known(id));
    });
  }

  /** Ends the present epoch: from here on, nothing is sealed in it. The key of the next one is on disk, and was read back, before. */
  async begin(vault: EntityManager): Promise<string> {
    const id = randomUUID();
    await this.keys.make(id);
    await this.known(id);
    await vault.query(`INSERT INTO vault.epoch (id) VALUES ($1)`, [id]);
    // Waits for whoever is sealing in the present one.
    await vault.query(
      `INSERT INTO vault.present_epoch (id) VALUES ($1) ON CONFLICT (one) DO UPDATE SET id = excluded.id, since = excluded.since`,
      [id],
    );
    return id;
  }

  /** @throws EpochKeyMissing when what is in the vault cannot be opened, as where the folder of the keys is the wrong one */
  async check(): Promise<void> {
    const [present]: { id: string }[] = await this.dataSource.query(`SELECT id FROM vault.present_epoch`);
    if (present) await this.known(present.id);
  }

  /** All whose keys may exist: the present one, and those that ended and are not cleared. */
  async all(vault: EntityManager): Promise<Epoch[]> {
    const rows: { id: string }[] = await vault.query(`SELECT id FROM vault.epoch`);
    const epochs = await Promise.all(rows.map(({ id }) => this.find(id)));
    return epochs.filter((epoch) => epoch !== undefined);
  }

  /** @throws an Error that names the epoch when its key is missing */
  open(row: Row, sealed: Buffer): Promise<Buffer> {
    return this.known(epochOf(sealed)).then((epoch) => epoch.open(row, sealed));
  }

  /**
   * Reads rows and opens them; reads them again when an epoch ended in between and took its key along, since they are sealed anew by then.
   * @throws an Error that names the epoch when its key is missing for good
   */
  async reading<Found>(read: () => Promise<Found>): Promise<Found> {
    for (let reading = 1; ; reading++) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof EpochKeyMissing) || reading === readings) throw error;
      }
    }
  }

  /** Forgets the key of an epoch and has it destroyed. */
  async destroy(id: string): Promise<void> {
    this.remembered.delete(id);
    await this.keys.destroy(id);
  }

  /** The epoch, by its key as it is kept now, not as it is remembered. @throws EpochKeyMissing */
  async fresh(id: string): Promise<Epoch> {
    this.remembered.delete(id);
    return this.known(id);
  }

  private async known(id: string): Promise<Epoch> {
    const epoch = await this.find(id);
    if (!epoch) throw new EpochKeyMissing(id);
    return epoch;
  }

  private async find(id: string): Promise<Epoch | undefined> {
    const remembered = this.remembered.get(id);
    if (remembered) return remembered;
    const key = await this.keys.read(id);
    if (!key) return undefined;
    const epoch = new Epoch(id, key, this.keyEncryptionKey);
    this.remembered.set(id, epoch);
    return epoch;
  }

  private async beginFirst(vault: EntityManager): Promise<string> {
    await vault.query(`SELECT pg_advisory_xact_lock(hashtext('isegoria first epoch'))`);
    return (await presentId(vault)) ?? (await this.begin(vault));
  }
}

/** The key of an epoch is not where it is kept. */
export class EpochKeyMissing extends Error {
  constructor(id: string) {
    super(`The key of epoch ${id} is missing where the keys of epochs are kept; see docs/how-to/back-up.md.`);
  }
}

async function presentId(vault: EntityManager): Promise<string | undefined> {
  const [present]: { id: string }[] = await vault.query(`SELECT id FROM vault.present_epoch FOR SHARE`);
  return present?.id;
}

/** The transaction is on disk when it is committed, whatever the server's default is: an old key may be destroyed right after. */
export async function lastingCommit(vault: EntityManager): Promise<void> {
  await vault.query(`SET LOCAL synchronous_commit = 'on'`);
}
