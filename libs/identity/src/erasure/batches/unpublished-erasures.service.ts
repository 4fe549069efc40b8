import { Inject, Injectable } from '@nestjs/common';
import { SubjectKeys, sealReference } from '@isegoria/privacy';
import { setting } from '@isegoria/service-host';
import type { Account } from '../../account/accounts.service';
import { Tables } from '../../tables.service';

/** What a batch consists of; pseudonyms are sorted, and nothing says which account had which. */
export interface Batch {
  readonly id: string;
  readonly accounts: readonly string[];
  readonly authors: readonly string[];
}

/**
 * Erasures of which the public log does not tell yet. They wait for others, so that the words that vanished at one moment, which anybody
 * may have noticed, are not told apart from those of others by an entry.
 */
@Injectable()
export class UnpublishedErasures {
  /** Only people who wrote something hide one another: an account without words costs nothing to make. */
  readonly together = wholeNumber('ERASURES_TOGETHER', setting('ERASURES_TOGETHER', '10'));
  readonly withinDays = wholeNumber('ERASURES_WITHIN_DAYS', setting('ERASURES_WITHIN_DAYS', '30'));

  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  /**
   * Destroys the key of an account and remembers, in the same transaction, what the public log is to tell.
   * @param isPublished when it is told already, and the key came back with an older backup
   */
  async destroyKey({ id, state: { profile } }: Account, isPublished: boolean): Promise<void> {
    // The profile was sealed under a pseudonym too, which is not one of an author.
    const own = profile === null ? undefined : sealReference(profile);
    await this.keys.destroy(id, async (vault, pseudonyms) => {
      if (isPublished) return;
      const authors = pseudonyms.filter((pseudonym) => pseudonym !== own);
      await vault.query(`INSERT INTO identity.unpublished_erasure (account_id, wrote) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
        id,
        authors.length > 0,
      ]);
      await vault.query(`INSERT INTO identity.unpublished_author (author) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [authors]);
    });
  }

  /** People who wrote something and of whom the log does not tell yet. */
  async pending(): Promise<number> {
    const [row] = await this.tables.query<{ count: number }>(`SELECT count(*)::int FROM identity.unpublished_erasure WHERE wrote`);
    return row!.count;
  }

  /** Whether there are enough people for a batch, or one of them has waited long enough. */
  async areDue(): Promise<boolean> {
    const [row] = await this.tables.query<{ due: boolean }>(
      `SELECT count(*) FILTER (WHERE wrote) >= $1 OR coalesce(min(erased_on) <= current_date - $2::int, false) AS due
       FROM identity.unpublished_erasure WHERE batch IS NULL`,
      [this.together, this.withinDays],
    );
    return row!.due;
  }

  /** Batches that were begun; at most one where nothing was restored. */
  async begun(): Promise<string[]> {
    const rows = await this.tables.query<{ batch: string }>(
      `SELECT batch FROM identity.unpublished_erasure WHERE batch IS NOT NULL UNION SELECT batch FROM identity.unpublished_author WHERE batch IS NOT NULL`,
    );
    return rows.map(({ batch }) => batch);
  }

  /** Puts everything that waits into a batch: in one statement, so that the words of an account are never in another one than it is. */
  async putInto(batch: string): Promise<void> {
    await this.tables.query(
      `WITH accounts AS (UPDATE identity.unpublished_erasure SET batch = $1 WHERE batch IS NULL)
       UPDATE identity.unpublished_author SET batch = $1 WHERE batch IS NULL`,
      [batch],
    );
  }

  async in(id: string): Promise<Batch> {
    const accounts = await this.tables.query<{ account_id: string }>(
      `SELECT account_id FROM identity.unpublished_erasure WHERE batch = $1 ORDER BY account_id`,
      [id],
    );
    const authors = await this.tables.query<{ author: string }>(
      `SELECT author FROM identity.unpublished_author WHERE batch = $1 ORDER BY author COLLATE "C"`,
      [id],
    );
    return { id, accounts: accounts.map(({ account_id }) => account_id), authors: authors.map(({ author }) => author) };
  }

  /** The log tells of it now. */
  async forget(batch: string): Promise<void> {
    await this.tables.query(
      `WITH accounts AS (DELETE FROM identity.unpublished_erasure WHERE batch = $1) DELETE FROM identity.unpublished_author WHERE batch = $1`,
      [batch],
    );
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} must be a whole number, 1 or more.`);
  return number;
}
