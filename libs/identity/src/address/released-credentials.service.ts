import { Inject, Injectable } from '@nestjs/common';
import { keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';
import { Tables } from '../tables.service';

/**
 * The credentials that verified accounts which were erased, kept apart from the log: addresses, and in future perhaps documents. A person
 * who is verified by one of these may have taken part before, and must not count as somebody else. A credential has the name of the stream
 * that says whose it is, and is stored as a keyed hash of that name, so that a row says nothing to anybody who has the log but not the key.
 */
@Injectable()
export class ReleasedCredentials {
  private readonly key = secrets.emailHashKey();

  constructor(@Inject(Tables) private readonly tables: Tables) {}

  /**
   * @param releasedAt the log position of the release; null before it is in the log, which keeps the row until then. The last one counts
   */
  async keep(credential: string, releasedAt: number | null): Promise<void> {
    await this.tables.query(
      `INSERT INTO identity.released_credential AS kept VALUES ($1, $2::bigint) ON CONFLICT (credential) DO UPDATE
       SET released_at = CASE WHEN excluded.released_at IS NULL THEN NULL ELSE greatest(kept.released_at, excluded.released_at) END`,
      [this.hashed(credential), releasedAt],
    );
  }

  async includes(credential: string): Promise<boolean> {
    const rows = await this.tables.query(`SELECT 1 FROM identity.released_credential WHERE credential = $1`, [this.hashed(credential)]);
    return rows.length > 0;
  }

  /** Whether there are any that could be forgotten. */
  async areKept(): Promise<boolean> {
    return (await this.tables.query(`SELECT 1 FROM identity.released_credential WHERE released_at IS NOT NULL LIMIT 1`)).length > 0;
  }

  /** Forgets what was released at this log position or before. */
  async forgetUpTo(position: number): Promise<void> {
    await this.tables.query(`DELETE FROM identity.released_credential WHERE released_at <= $1`, [position]);
  }

  private hashed(credential: string): string {
    return keyedHash(this.key, 'released', credential);
  }
}
