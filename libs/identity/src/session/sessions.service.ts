import { Inject, Injectable } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { limits, type Device } from '@isegoria/kernel';
import { BUS_KEYS, sessionEnded, tell, type BusKeys, type SessionEnded } from '@isegoria/messaging';
import { BUS } from '@isegoria/service-host';
import { Tables } from '../tables.service';
import { sessionLimits, type SessionLimits } from './session-limits.service';
import { newToken, tokenHash } from './tokens';

/** For how long the first step of a sign-in waits for the second, in milliseconds. */
const patience = 10 * 60 * 1000;

/** What showed who it is: the password or what stands for it alone, a second factor as well, or the first while the second is awaited. */
export type Proof = 'password' | 'code' | 'awaited';

export interface OpenSession {
  readonly id: string;
  readonly accountId: string;
  readonly expiresAt: string;
  readonly proof: Proof;
  /** Since it was opened, and since something was done in it, in milliseconds. */
  readonly age: number;
  readonly quiet: number;
}

export interface ListedSession {
  readonly id: string;
  readonly device: Device;
  readonly begunAt: Date;
  readonly lastUsedAt: Date;
}

type SessionRow = Omit<OpenSession, 'expiresAt'> & { expiresAt: Date };

const columns = `id, account_id AS "accountId", expires_at AS "expiresAt", proof,
  (extract(epoch FROM now() - opened_at) * 1000)::float AS age, (extract(epoch FROM now() - seen_at) * 1000)::float AS quiet`;
const isOpen = `token_hash = $1 AND expires_at > now()`;

/** Who is signed in. Only the holder knows the token: the table has its hash. */
@Injectable()
export class Sessions {
  private readonly limits = sessionLimits();

  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(BUS) private readonly bus: ClientProxy,
    @Inject(BUS_KEYS) private readonly busKeys: BusKeys,
  ) {}

  /** @param isStaff sessions of staff are shorter */
  async open(accountId: string, opened: { proof: Proof; isStaff: boolean; device: Device }): Promise<{ token: string; expiresAt: string }> {
    const { proof, isStaff, device } = opened;
    const token = newToken();
    const expiresAt = new Date(Date.now() + (proof === 'awaited' ? patience : this.limitsOf(isStaff).most)).toISOString();
    await this.tables.query(
      `WITH expired AS (DELETE FROM identity.session WHERE expires_at < now())
       INSERT INTO identity.session (token_hash, account_id, expires_at, proof, device) VALUES ($1, $2, $3, $4, $5)`,
      [tokenHash(token), accountId, expiresAt, proof, device],
    );
    return { token, expiresAt };
  }

  /** Undefined for a token that never existed, whose session ended, or that has expired. */
  async find(token: string): Promise<OpenSession | undefined> {
    const [row] = await this.tables.query<SessionRow>(`SELECT ${columns} FROM identity.session WHERE ${isOpen}`, [tokenHash(token)]);
    return row && { ...row, expiresAt: row.expiresAt.toISOString() };
  }

  /**
   * Like {@link find}, where somebody does something in the session. It is noted once a minute, in the same statement, which gives the row
   * as it was before: a session that was left alone for too long is not woken.
   */
  async seen(token: string): Promise<OpenSession | undefined> {
    const longest = Math.max(this.limits.citizens.idle, this.limits.staff.idle);
    const [row] = await this.tables.query<SessionRow>(
      `WITH seen AS (UPDATE identity.session SET seen_at = now()
         WHERE ${isOpen} AND seen_at < now() - interval '1 minute' AND seen_at > now() - $2 * interval '1 millisecond')
       SELECT ${columns} FROM identity.session WHERE ${isOpen}`,
      [tokenHash(token), longest],
    );
    return row && { ...row, expiresAt: row.expiresAt.toISOString() };
  }

  /** Whether the session is over for one of its kind, which may have become shorter since it was opened. */
  isOver({ age, quiet }: OpenSession, isStaff: boolean): boolean {
    const { most, idle } = this.limitsOf(isStaff);
    return age >= most || quiet >= idle;
  }

  /** What showed who it is, in the session with this id; undefined when it is over, or somebody else's. */
  async proofIn(id: string | undefined, accountId: string): Promise<Proof | undefined> {
    if (id === undefined) return undefined;
    const [row] = await this.tables.query<{ proof: Proof }>(
      `SELECT proof FROM identity.session WHERE id = $1 AND account_id = $2 AND expires_at > now()`,
      [id, accountId],
    );
    return row?.proof;
  }

  /** Something else showed who it is, in the session with this id. */
  async prove(id: string, proof: Proof): Promise<void> {
    await this.tables.query(`UPDATE identity.session SET proof = $2 WHERE id = $1`, [id, proof]);
  }

  async end(token: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.session WHERE token_hash = $1`, [tokenHash(token)]);
    this.announce(tokenHash(token));
  }

  /** Ends every session of an account. */
  async endAll(accountId: string): Promise<void> {
    // Before the rows are gone: an edge service that asks meanwhile hears about the account as it is now.
    await this.announceChange(accountId);
    await this.tables.query(`DELETE FROM identity.session WHERE account_id = $1`, [accountId]);
  }

  /** Those of an account that are open, the last used hundred and how many there are. When each was used is told to the hour. */
  async list(accountId: string): Promise<{ readonly items: readonly ListedSession[]; readonly count: number }> {
    const found = await this.tables.query<ListedSession & { count: number }>(
      `SELECT id, device, opened_at AS "begunAt", greatest(date_trunc('hour', seen_at), opened_at) AS "lastUsedAt",
         count(*) OVER ()::int AS count
       FROM identity.session WHERE account_id = $1 AND expires_at > now() AND proof <> 'awaited'
       ORDER BY date_trunc('hour', seen_at) DESC, opened_at DESC LIMIT $2`,
      [accountId, limits.pageSize],
    );
    return { items: found, count: found[0]?.count ?? 0 };
  }

  /** Ends one session of an account. @param id which @returns whether there was one */
  async endOne(accountId: string, id: string): Promise<boolean> {
    const ended = await this.tables.query<{ token_hash: string }>(
      `WITH ended AS (DELETE FROM identity.session WHERE id = $1 AND account_id = $2 RETURNING token_hash) SELECT token_hash FROM ended`,
      [id, accountId],
    );
    for (const { token_hash } of ended) this.announce(token_hash);
    return ended.length > 0;
  }

  /** Ends every session of an account but one. @param own its id */
  async endOthers(accountId: string, own: string | undefined): Promise<void> {
    await this.announceChange(accountId);
    await this.tables.query(`DELETE FROM identity.session WHERE account_id = $1 AND id IS DISTINCT FROM $2`, [accountId, own ?? null]);
  }

  /** What the account may do has changed: edge services have to ask again for each of its sessions. */
  async announceChange(accountId: string): Promise<void> {
    const open = await this.tables.query<{ token_hash: string }>(`SELECT token_hash FROM identity.session WHERE account_id = $1`, [
      accountId,
    ]);
    for (const { token_hash } of open) this.announce(token_hash);
  }

  private limitsOf(isStaff: boolean): SessionLimits {
    return isStaff ? this.limits.staff : this.limits.citizens;
  }

  private announce(hash: string): void {
    tell(this.bus, this.busKeys, sessionEnded, { tokenHash: hash } satisfies SessionEnded);
  }
}
