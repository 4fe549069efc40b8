import { Inject, Injectable } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { BUS_KEYS, sessionEnded, tell, type BusKeys, type SessionEnded } from '@isegoria/messaging';
import { BUS } from '@isegoria/service-host';
import { Tables } from '../tables.service';
import { newToken, tokenHash } from './tokens';

/** Milliseconds. */
const lifetime = 12 * 60 * 60 * 1000;

/** Who is signed in. Only the holder knows the token: the table has its hash. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(BUS) private readonly bus: ClientProxy,
    @Inject(BUS_KEYS) private readonly busKeys: BusKeys,
  ) {}

  async open(accountId: string): Promise<{ token: string; expiresAt: string }> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + lifetime).toISOString();
    await this.tables.query(
      `WITH expired AS (DELETE FROM identity.session WHERE expires_at < now()) INSERT INTO identity.session VALUES ($1, $2, $3)`,
      [tokenHash(token), accountId, expiresAt],
    );
    return { token, expiresAt };
  }

  /** Undefined for a token that never existed, whose session ended, or that has expired. */
  async find(token: string): Promise<{ accountId: string; expiresAt: string } | undefined> {
    const [row] = await this.tables.query<{ account_id: string; expires_at: Date }>(
      `SELECT account_id, expires_at FROM identity.session WHERE token_hash = $1 AND expires_at > now()`,
      [tokenHash(token)],
    );
    return row && { accountId: row.account_id, expiresAt: row.expires_at.toISOString() };
  }

  async end(token: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.session WHERE token_hash = $1`, [tokenHash(token)]);
    this.announce(tokenHash(token));
  }

  /** Ends every session of an account that was erased; none is opened for it any more. */
  async endAll(accountId: string): Promise<void> {
    // Before the rows are gone: an edge service that asks meanwhile hears about the account as it is now.
    await this.announceChange(accountId);
    await this.tables.query(`DELETE FROM identity.session WHERE account_id = $1`, [accountId]);
  }

  /** What the account may do has changed: edge services have to ask again for each of its sessions. */
  async announceChange(accountId: string): Promise<void> {
    const open = await this.tables.query<{ token_hash: string }>(`SELECT token_hash FROM identity.session WHERE account_id = $1`, [
      accountId,
    ]);
    for (const { token_hash } of open) this.announce(token_hash);
  }

  private announce(hash: string): void {
    tell(this.bus, this.busKeys, sessionEnded, { tokenHash: hash } satisfies SessionEnded);
  }
}
