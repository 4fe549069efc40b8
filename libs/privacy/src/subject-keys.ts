import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { derivedKey, seal, sealReference, unseal, type SealedPlace, type Unsealed } from './seal';

/**
 * What became of a sealed text: it opens, or the vault says that its key is no more. A text that could not be read is neither of these, but
 * an error. `opening`, with the text, proves the commitment; null for a text sealed in version 1.
 */
export type Opened = ({ readonly state: 'open' } & Unsealed) | { readonly state: 'erased' };

/** How long a process may go on using a key that was destroyed meanwhile, where it does not hear of it, in milliseconds. */
const cacheTime = 60_000;

/**
 * The keys of people: made at registration, used to seal their words and to name them by a pseudonym a context.
 * Wrapped with AES-256-GCM under the key-encryption key; the person's id is authenticated, so rows cannot be swapped.
 */
export class SubjectKeys {
  private readonly keys: LRUCache<string, Buffer>;
  private readonly pseudonyms: LRUCache<string, string>;
  private readonly wanted = new Set<string>();
  private fetching?: Promise<Map<string, Buffer | null>>;
  private readonly owners: LRUCache<string, string>;
  /** How often this process was told to forget: a reading that was under way meanwhile may bring what is to be forgotten. */
  private forgettings = 0;

  /**
   * @param keyEncryptionKey 32 bytes
   * @param remembered how many keys, pseudonyms and owners of pseudonyms are remembered each; what is forgotten is read again
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly keyEncryptionKey: Buffer,
    remembered = 100_000,
  ) {
    if (keyEncryptionKey.length !== 32) throw new Error('The key-encryption key must be 32 bytes.');
    const limits = { max: remembered, ttl: cacheTime };
    this.keys = new LRUCache(limits);
    this.pseudonyms = new LRUCache(limits);
    this.owners = new LRUCache(limits);
  }

  /** Makes a key for each person who has none; never again for one whose key was destroyed. */
  async create(personIds: readonly string[]): Promise<void> {
    const wrapped = personIds.map((personId) => this.wrap(personId, randomBytes(32)));
    await this.dataSource.query(
      `INSERT INTO vault.person_key (person_id, wrapped) SELECT * FROM unnest($1::uuid[], $2::bytea[]) ON CONFLICT DO NOTHING`,
      [personIds, wrapped],
    );
  }

  /** Destroys a person's key and cuts the tie to every pseudonym, for good; done once or often is the same. */
  async destroy(personId: string): Promise<void> {
    await this.dataSource.transaction(async (vault) => {
      await vault.query(`INSERT INTO vault.person_key VALUES ($1, NULL) ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL`, [personId]);
      // A statement of its own: it sees the pseudonyms for which the one before had to wait.
      await vault.query(`DELETE FROM vault.pseudonym WHERE person_id = $1`, [personId]);
    });
    this.forget(personId);
  }

  /** Whether the person's key was destroyed; false for a person of whom nothing is known. */
  async isDestroyed(personId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM vault.person_key WHERE person_id = $1 AND wrapped IS NULL`, [
      personId,
    ]);
    return rows.length > 0;
  }

  /** Forgets what this process remembers of a person whose key was destroyed. */
  forget(personId: string): void {
    this.forgettings += 1;
    this.keys.delete(personId);
    for (const [pseudonym, owner] of this.owners.entries()) if (owner === personId) this.owners.delete(pseudonym);
    for (const name of this.pseudonyms.keys()) if (name.startsWith(`${personId} `)) this.pseudonyms.delete(name);
  }

  /** Forgets everything that is remembered, where word of a destroyed key may have been missed. */
  forgetAll(): void {
    this.forgettings += 1;
    for (const remembered of [this.keys, this.owners, this.pseudonyms]) remembered.clear();
  }

  /**
   * The person's pseudonym in one context (a consultation, say): 32 hex digits, linkable to no other context without the key.
   * @throws Rejection ACCOUNT_ERASED when the key was destroyed
   */
  async pseudonym(personId: string, context: string): Promise<string> {
    const known = this.pseudonyms.get(`${personId} ${context}`);
    if (known !== undefined) return known;
    const before = this.forgettings;
    const pseudonym = pseudonymOf(await this.keyOf(personId), context);
    if (before === this.forgettings) this.pseudonyms.set(`${personId} ${context}`, pseudonym);
    return pseudonym;
  }

  /**
   * Seals a text under the person's key and commits to it; the pseudonym of the context names the key. The same place and text give the
   * same bytes.
   * @throws Rejection ACCOUNT_ERASED when the key was destroyed
   */
  async seal(personId: string, context: string, place: SealedPlace, text: string): Promise<string> {
    const key = await this.keyOf(personId);
    const pseudonym = pseudonymOf(key, context);
    if (!this.owners.has(pseudonym)) await this.noteOwner(pseudonym, personId);
    return seal(key, pseudonym, place, text);
  }

  /**
   * The texts again, in order. Only what the vault says at this moment makes a text erased: what this process remembers or forgets never
   * does. @throws for a text that was altered or does not fit its commitment, and when the vault cannot be read
   */
  async open(sealedTexts: readonly string[]): Promise<Opened[]> {
    const references = sealedTexts.map(sealReference);
    const keys = await this.keysBehind(new Set(references));
    return sealedTexts.map((sealed, index) => {
      const key = keys.get(references[index]!);
      return key === undefined ? { state: 'erased' } : { state: 'open', ...unseal(key, sealed) };
    });
  }

  /** The keys that the pseudonyms name; those of which the vault has none are left out. */
  private async keysBehind(pseudonyms: ReadonlySet<string>): Promise<Map<string, Buffer>> {
    const keys = new Map<string, Buffer>();
    for (const pseudonym of pseudonyms) {
      const key = this.keys.get(this.owners.get(pseudonym) ?? '');
      if (key) keys.set(pseudonym, key);
    }
    const others = [...pseudonyms].filter((pseudonym) => !keys.has(pseudonym));
    if (others.length === 0) return keys;
    for (const { pseudonym, key } of await this.read(() => this.ownersOf(others), this.rememberOwners)) keys.set(pseudonym, key);
    return keys;
  }

  /**
   * Reads the vault, and reads it again if this process was told to forget something meanwhile: what came may be from before.
   * @param remember is called at once with what is certain to be newer
   */
  private async read<Found>(find: () => Promise<Found>, remember: (found: Found) => void): Promise<Found> {
    for (;;) {
      const before = this.forgettings;
      const found = await find();
      if (before !== this.forgettings) continue;
      remember(found);
      return found;
    }
  }

  /** The lock makes this and the destruction of the key wait for each other: no pseudonym is tied to a person who was erased. */
  private async noteOwner(pseudonym: string, personId: string): Promise<void> {
    const noted: unknown[] = await this.dataSource.query(
      `WITH person AS (SELECT person_id FROM vault.person_key WHERE person_id = $2 AND wrapped IS NOT NULL FOR SHARE),
            noted AS (INSERT INTO vault.pseudonym SELECT $1, person_id FROM person ON CONFLICT DO NOTHING)
       SELECT 1 FROM person`,
      [pseudonym, personId],
    );
    if (noted.length === 0) throw new Rejection('ACCOUNT_ERASED');
    this.owners.set(pseudonym, personId);
  }

  private async ownersOf(pseudonyms: readonly string[]): Promise<{ pseudonym: string; personId: string; key: Buffer }[]> {
    const rows: { pseudonym: string; person_id: string; wrapped: Buffer }[] = await this.dataSource.query(
      `SELECT p.pseudonym, p.person_id, k.wrapped FROM vault.pseudonym p JOIN vault.person_key k USING (person_id)
       WHERE p.pseudonym = ANY($1) AND k.wrapped IS NOT NULL`,
      [pseudonyms],
    );
    return rows.map(({ pseudonym, person_id, wrapped }) => ({ pseudonym, personId: person_id, key: this.unwrap(person_id, wrapped) }));
  }

  private readonly rememberOwners = (found: readonly { pseudonym: string; personId: string; key: Buffer }[]): void => {
    for (const { pseudonym, personId, key } of found) {
      this.owners.set(pseudonym, personId);
      this.keys.set(personId, key);
    }
  };

  private async keyOf(personId: string): Promise<Buffer> {
    const cached = this.keys.get(personId);
    if (cached) return cached;
    const key = await this.fetchSoon(personId);
    if (key === undefined) throw new Error('This person has no key: none was ever made.');
    if (key === null) throw new Rejection('ACCOUNT_ERASED');
    return key;
  }

  /** Asks for the keys of all people who act in one turn of the event loop at once: a rush of first votes costs few queries. */
  private async fetchSoon(personId: string): Promise<Buffer | null | undefined> {
    this.fetching ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.fetchWanted());
    this.wanted.add(personId);
    return (await this.fetching).get(personId);
  }

  /** Null for a key that was destroyed. */
  private async fetchWanted(): Promise<Map<string, Buffer | null>> {
    const personIds = [...this.wanted];
    this.wanted.clear();
    this.fetching = undefined;
    return this.read(() => this.keysIn(personIds), this.rememberKeys);
  }

  private async keysIn(personIds: readonly string[]): Promise<Map<string, Buffer | null>> {
    const rows: { person_id: string; wrapped: Buffer | null }[] = await this.dataSource.query(
      `SELECT person_id, wrapped FROM vault.person_key WHERE person_id = ANY($1::uuid[])`,
      [personIds],
    );
    return new Map(rows.map(({ person_id, wrapped }) => [person_id, wrapped && this.unwrap(person_id, wrapped)]));
  }

  private readonly rememberKeys = (found: ReadonlyMap<string, Buffer | null>): void => {
    for (const [personId, key] of found) if (key) this.keys.set(personId, key);
  };

  private wrap(personId: string, key: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyEncryptionKey, nonce).setAAD(Buffer.from(personId));
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  private unwrap(personId: string, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.keyEncryptionKey, wrapped.subarray(0, 12))
      .setAAD(Buffer.from(personId))
      .setAuthTag(wrapped.subarray(-16));
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  }
}

function pseudonymOf(personKey: Buffer, context: string): string {
  return createHmac('sha256', derivedKey(personKey, 'pseudonym')).update(context).digest('hex').slice(0, 32);
}
