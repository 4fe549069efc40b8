import { Inject, Injectable } from '@nestjs/common';
import { keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';
import { tokenHash } from '../session/tokens';
import { Tables } from '../tables.service';
import type { LinkPurpose, LinkState } from './link.contract';

export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly accountId: string;
  /** The address that it is about, hashed. */
  readonly address: string;
  /** Sealed. */
  readonly details?: string;
  /** Milliseconds. */
  readonly validFor: number;
}

export interface Link {
  readonly purpose: LinkPurpose;
  readonly accountId: string;
  readonly address: string;
  readonly details: string | null;
  readonly issuedAt: Date;
  readonly state: LinkState;
  /** The command that used it. */
  readonly usedBy: string | null;
}

type LinkRow = Omit<Link, 'state'> & { ended: LinkState | null; expired: boolean };

/**
 * Links that work once, sent by mail. The secret in a link is a keyed hash of the command that asks for it: as good as 32 random bytes for
 * anybody without the key, and the same again when the command is repeated after a crash. The table has its hash only.
 */
@Injectable()
export class Links {
  private readonly key = secrets.emailHashKey();

  constructor(@Inject(Tables) private readonly tables: Tables) {}

  /**
   * Replaces an open link of the same purpose and account; one that takes an address back replaces none for another address, or the next
   * change would rob the first owner of it. One for a password replaces none: anybody may ask for it, and would end the one that the owner
   * has got.
   * @returns the token; the same for a repeated command
   */
  async issue({ purpose, accountId, address, details, validFor }: NewLink, commandId: string): Promise<string> {
    const token = Buffer.from(keyedHash(this.key, `link ${purpose}`, commandId), 'hex').toString('base64url');
    await this.tables.query(
      `WITH issued AS (INSERT INTO identity.link VALUES ($1, $2, $3, $4, $5, now(), $6) ON CONFLICT DO NOTHING RETURNING 1)
       UPDATE identity.link SET ended = 'replaced' WHERE purpose = $2 AND account_id = $3 AND ended IS NULL
         AND purpose <> 'password' AND (purpose <> 'undo' OR address = $4) AND EXISTS (SELECT FROM issued)`,
      [tokenHash(token), purpose, accountId, address, details ?? null, new Date(Date.now() + validFor).toISOString()],
    );
    return token;
  }

  /** Undefined for a token that never existed, or whose link was forgotten. */
  async find(token: string): Promise<Link | undefined> {
    const [row] = await this.tables.query<LinkRow>(
      `SELECT purpose, account_id AS "accountId", address, details, issued_at AS "issuedAt", ended, used_by AS "usedBy", expires_at <= $2 AS expired
       FROM identity.link WHERE token_hash = $1`,
      [tokenHash(token), new Date().toISOString()],
    );
    if (!row) return undefined;
    const { ended, expired, ...link } = row;
    return { ...link, state: ended ?? (expired ? 'expired' : 'open') };
  }

  /** The link, if this command may use it: it is open, or this command used it before. */
  async usable(token: string, purpose: LinkPurpose, commandId: string): Promise<Link | undefined> {
    const link = await this.find(token);
    return link?.purpose === purpose && (link.state === 'open' || link.usedBy === commandId) ? link : undefined;
  }

  /** @returns whether this command is the one that used it, now or before */
  async use(token: string, commandId: string): Promise<boolean> {
    const used = await this.tables.query<{ usedBy: string }>(
      `WITH used AS (UPDATE identity.link SET ended = 'used', used_by = $2 WHERE token_hash = $1 AND ended IS NULL RETURNING used_by)
       SELECT used_by AS "usedBy" FROM used UNION ALL SELECT used_by FROM identity.link WHERE token_hash = $1 AND used_by = $2`,
      [tokenHash(token), commandId],
    );
    return used.length > 0;
  }

  /** Ends the open links of one purpose about an address, which has become somebody's. @param address hashed */
  async overtake(purpose: LinkPurpose, address: string): Promise<void> {
    await this.tables.query(`UPDATE identity.link SET ended = 'overtaken' WHERE purpose = $1 AND address = $2 AND ended IS NULL`, [
      purpose,
      address,
    ]);
  }

  async endAll(accountId: string, purposes: readonly LinkPurpose[]): Promise<void> {
    await this.tables.query(`UPDATE identity.link SET ended = 'replaced' WHERE account_id = $1 AND purpose = ANY($2) AND ended IS NULL`, [
      accountId,
      purposes,
    ]);
  }

  /** Forgets everything that was sent for an account. */
  async forget(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.link WHERE account_id = $1`, [accountId]);
  }

  /** Every address that links of an account are about, hashed. */
  async addressesOf(accountId: string): Promise<string[]> {
    const rows = await this.tables.query<{ address: string }>(`SELECT DISTINCT address FROM identity.link WHERE account_id = $1`, [
      accountId,
    ]);
    return rows.map(({ address }) => address);
  }

  /** Forgets one link: nobody learns any more what became of it. */
  async forgetOne(hash: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.link WHERE token_hash = $1`, [hash]);
  }

  /**
   * Links that expired some time ago, and that no newer one of the same account stands for. On one for a password hangs nothing that a
   * newer one could need.
   * @param ago an interval of PostgreSQL
   */
  expired(purpose: LinkPurpose, ago: string): Promise<{ hash: string; accountId: string; address: string }[]> {
    return this.tables.query(
      `SELECT token_hash AS hash, account_id AS "accountId", address FROM identity.link AS old
       WHERE purpose = $1 AND expires_at < now() - $2::interval AND (purpose = 'password' OR NOT EXISTS (SELECT FROM identity.link AS newer
         WHERE newer.account_id = old.account_id AND newer.purpose = old.purpose AND newer.expires_at >= now() - $2::interval
           AND (old.purpose = 'confirmation' OR newer.address = old.address)))
       ORDER BY expires_at LIMIT 1000`,
      [purpose, ago],
    );
  }
}
