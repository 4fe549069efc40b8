import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { derivedKey, seal, sealReference, unseal, type SealedPlace, type Unsealed } from './seal';

/** How long a process may go on using a key that was destroyed meanwhile, where it does not hear of it, in milliseconds. */
const cacheTime = 60_000;

/** What is done in the transaction that destroys a key. */
export type Alongside = (vault: EntityManager, pseudonyms: readonly string[]) => Promise<void>;

/**
 * The keys of people: made at registration, used to seal their words and to name them by a pseudonym a context.
 * Wrapped with AES-256-GCM under the key-encryption key; the person's id is authenticated, so rows cannot be swapped.
 */
export class SubjectKeys {
  private readonly keys = new LRUCache<string, Buffer>({ max: 100_000, ttl: cacheTime });
  private readonly pseudonyms = new LRUCache<string, string>({ max: 100_000, ttl: cacheTime });
  private readonly wanted = new Set<string>();
  private fetching?: Promise<Map<string, Buffer | null>>;
  private readonly owners = new LRUCache<string, string>({ max: 100_000, ttl: cacheTime });
  /** Those whom this process was told to forget: a reading that was under way may still bring their keys. */
  private readonly forgotten = new LRUCache<string, true>({ max: 100_000, ttl: cacheTime });

  /** @param keyEncryptionKey 32 bytes */
  constructor(
    private readonly dataSource: DataSource,
    private readonly keyEncryptionKey: Buffer,
  ) {
    if (keyEncryptionKey.length !== 32) throw new Error('The key-encryption key must be 32 bytes.');
  }

  /** Makes a key for each person who has none; never again for one whose key was destroyed. */
  async create(personIds: readonly string[]): Promise<void> {
    const wrapped = personIds.map((personId) => this.wrap(personId, randomBytes(32)));
    await this.dataSource.query(
      `INSERT INTO vault.person_key (person_id, wrapped) SELECT * FROM unnest($1::uuid[], $2::bytea[]) ON CONFLICT DO NOTHING`,
      [personIds, wrapped],
    );
  }

  /**
   * Destroys a person's key and cuts the tie to every pseudonym, for good; done once or often is the same.
   * @param alongside done in the same transaction, with the pseudonyms that wrote something and that nobody can find any longer
   */
  async destroy(personId: string, alongside: Alongside = async () => undefined): Promise<void> {
    await this.dataSource.transaction(async (vault) => {
      await vault.query(`INSERT INTO vault.person_key VALUES ($1, NULL) ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL`, [personId]);
      // A statement of its own: it sees the pseudonyms for which the one before had to wait.
      const [gone]: [{ pseudonym: string }[]] = await vault.query(`DELETE FROM vault.pseudonym WHERE person_id = $1 RETURNING pseudonym`, [
        personId,
      ]);
      await alongside(
        vault,
        gone.map(({ pseudonym }) => pseudonym),
      );
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
    this.forgotten.set(personId, true);
    this.keys.delete(personId);
    for (const [pseudonym, owner] of this.owners.entries()) if (owner === personId) this.owners.delete(pseudonym);
    for (const name of this.pseudonyms.keys()) if (name.startsWith(`${personId} `)) this.pseudonyms.delete(name);
  }

  /** Forgets everything that is remembered, where word of a destroyed key may have been missed. */
  forgetAll(): void {
    for (const remembered of [this.keys, this.owners, this.pseudonyms]) remembered.clear();
  }

  /**
   * The person's pseudonym in one context (a consultation, say): 32 hex digits, linkable to no other context without the key.
   * @throws Rejection ACCOUNT_ERASED when the key was destroyed
   */
  async pseudonym(personId: string, context: string): Promise<string> {
    const known = this.pseudonyms.get(`${personId} ${context}`);
    if (known !== undefined) return known;
    const pseudonym = pseudonymOf(await this.keyOf(personId), context);
    if (!this.forgotten.has(personId)) this.pseudonyms.set(`${personId} ${context}`, pseudonym);
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

  /** The texts again, in order; null where the key no longer exists. @throws for one that was altered or does not fit its commitment */
  async open(sealedTexts: readonly string[]): Promise<(string | null)[]> {
    return (await this.unseal(sealedTexts)).map((unsealed) => unsealed?.text ?? null);
  }

  /** The texts with the openings of their commitments, for proving what an author wrote. Otherwise like `open`. */
  async unseal(sealedTexts: readonly string[]): Promise<(Unsealed | null)[]> {
    const references = sealedTexts.map(sealReference);
    await this.fetch(references.filter((reference) => !this.keys.has(this.owners.get(reference) ?? '')));
    return sealedTexts.map((sealed, index) => {
      const owner = this.owners.get(references[index]!);
      const key = owner === undefined ? undefined : this.keys.get(owner);
      return key === undefined ? null : unseal(key, sealed);
    });
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
    if (!this.forgotten.has(personId)) this.owners.set(pseudonym, personId);
  }

  private async fetch(pseudonyms: readonly string[]): Promise<void> {
    if (pseudonyms.length === 0) return;
    const rows: { pseudonym: string; person_id: string; wrapped: Buffer }[] = await this.dataSource.query(
      `SELECT p.pseudonym, p.person_id, k.wrapped FROM vault.pseudonym p JOIN vault.person_key k USING (person_id)
       WHERE p.pseudonym = ANY($1) AND k.wrapped IS NOT NULL`,
      [[...new Set(pseudonyms)]],
    );
    for (const { pseudonym, person_id, wrapped } of rows) {
      if (this.forgotten.has(person_id)) continue;
      this.owners.set(pseudonym, person_id);
      this.keys.set(person_id, this.unwrap(person_id, wrapped));
    }
  }

  private async keyOf(personId: string): Promise<Buffer> {
    const cached = this.keys.get(personId);
    if (cached) return cached;
    const key = await this.fetchSoon(personId);
    if (key === undefined) throw new Error('This person has no key: none was ever made.');
    if (key === null || this.forgotten.has(personId)) throw new Rejection('ACCOUNT_ERASED');
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
    const rows: { person_id: string; wrapped: Buffer | null }[] = await this.dataSource.query(
      `SELECT person_id, wrapped FROM vault.person_key WHERE person_id = ANY($1::uuid[])`,
      [personIds],
    );
    const keys = new Map(rows.map(({ person_id, wrapped }) => [person_id, wrapped && this.unwrap(person_id, wrapped)]));
    for (const [id, key] of keys) if (key && !this.forgotten.has(id)) this.keys.set(id, key);
    return keys;
  }

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
