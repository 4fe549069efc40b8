import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Epochs } from './epochs';
import { personKeys, pseudonyms } from './sealed-tables';

const keyLength = 32;
const keyRow = (personId: string) => ({ table: personKeys.table, name: personId });
const pseudonymRow = (pseudonym: string) => ({ table: pseudonyms.table, name: pseudonym });

/** What is done in the transaction that destroys a key. */
export type Alongside = (vault: EntityManager, pseudonyms: readonly string[]) => Promise<void>;

/** What the vault holds of people: their keys, and whose a pseudonym is, both sealed in epochs. */
export class VaultPeople {
  constructor(private readonly epochs: Epochs) {}

  /** Makes a key for each person who has none; never again for one whose key was destroyed. */
  async create(personIds: readonly string[]): Promise<void> {
    await this.epochs.inPresent((vault, present) =>
      vault.query(
        `INSERT INTO vault.person_key (person_id, wrapped) SELECT * FROM unnest($1::uuid[], $2::bytea[]) ON CONFLICT DO NOTHING`,
        [personIds, personIds.map((personId) => present.seal(keyRow(personId), randomBytes(keyLength)))],
      ),
    );
  }

  /**
   * Destroys the key, for good, and says no more whose the person's pseudonyms are.
   * @param alongside done in the same transaction, with the pseudonyms that wrote something and that nobody can find any longer
   */
  async destroy(personId: string, alongside: Alongside): Promise<void> {
    // While the epoch lasts: otherwise a pseudonym could be sealed anew, under a label that is not looked for.
    await this.epochs.inPresent(async (vault) => {
      await vault.query(
        `INSERT INTO vault.person_key VALUES ($1, NULL, clock_timestamp())
         ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at`,
        [personId],
      );
      // A statement of its own: it sees the pseudonyms for which the one before had to wait.
      const [gone]: [{ pseudonym: string }[]] = await vault.query(
        `DELETE FROM vault.pseudonym WHERE person_label = ANY($1) RETURNING pseudonym`,
        [await this.labelsOf(personId, vault)],
      );
      await alongside(
        vault,
        gone.map(({ pseudonym }) => pseudonym),
      );
    });
  }

  async isDestroyed(personId: string): Promise<boolean> {
    const rows: unknown[] = await this.epochs.dataSource.query(`SELECT 1 FROM vault.person_key WHERE person_id = $1 AND wrapped IS NULL`, [
      personId,
    ]);
    return rows.length > 0;
  }

  /**
   * Notes whose a pseudonym is. The lock makes this and the destruction of the key wait for each other: no pseudonym is tied to a person
   * who was erased. @returns false for such a person
   */
  note(pseudonym: string, personId: string): Promise<boolean> {
    return this.epochs.inPresent(async (vault, present) => {
      const alive = `SELECT 1 FROM vault.person_key WHERE person_id = $1 AND wrapped IS NOT NULL FOR SHARE`;
      if (((await vault.query(alive, [personId])) as unknown[]).length === 0) return false;
      await vault.query(`INSERT INTO vault.pseudonym (pseudonym, person, person_label) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
        pseudonym,
        present.seal(pseudonymRow(pseudonym), Buffer.from(personId)),
        present.labelOf(personId),
      ]);
      return true;
    });
  }

  /** The keys of people; null where one was destroyed, none for people of whom nothing is known. */
  keys(personIds: readonly string[]): Promise<Map<string, Buffer | null>> {
    return this.epochs.reading(async () => {
      const rows: { person_id: string; wrapped: Buffer | null }[] = await this.epochs.dataSource.query(
        `SELECT person_id, wrapped FROM vault.person_key WHERE person_id = ANY($1::uuid[])`,
        [personIds],
      );
      const opened = rows.map(async ({ person_id, wrapped }) => {
        return [person_id, wrapped && (await this.epochs.open(keyRow(person_id), wrapped))] as const;
      });
      return new Map(await Promise.all(opened));
    });
  }

  /** Whose the pseudonyms are; none for those that are nobody's, or no longer anybody's. */
  owners(names: readonly string[]): Promise<Map<string, string>> {
    return this.epochs.reading(async () => {
      const rows: { pseudonym: string; person: Buffer }[] = await this.epochs.dataSource.query(
        `SELECT pseudonym, person FROM vault.pseudonym WHERE pseudonym = ANY($1)`,
        [names],
      );
      const opened = rows.map(async ({ pseudonym, person }) => {
        return [pseudonym, (await this.epochs.open(pseudonymRow(pseudonym), person)).toString()] as const;
      });
      return new Map(await Promise.all(opened));
    });
  }

  private async labelsOf(personId: string, vault: EntityManager): Promise<Buffer[]> {
    return (await this.epochs.all(vault)).map((epoch) => epoch.labelOf(personId));
  }
}
