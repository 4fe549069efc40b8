import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { SubjectKeys } from '@isegoria/privacy';
import { Tables } from '../../tables.service';
import type { Account } from '../accounts.service';
import { opaqueString } from '../../password/rules/opaque-string';
import { passwordWork } from '../../password/rules/password-work.service';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified against when there is no account, so that an unknown address takes as long as a wrong password. */
const nobodysHash = hash(randomBytes(32), cost);

export function hashPassword(password: string): Promise<string> {
  return passwordWork(() => hash(opaqueString(password), cost));
}

/** Passwords, hashed, and sealed under the person's key, apart from the log. */
@Injectable()
export class Credentials {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  /** @param commandId what set it */
  async set(accountId: string, passwordHash: string, commandId: string): Promise<void> {
    await this.tables.query(
      `INSERT INTO identity.password VALUES ($1, $2, $3) ON CONFLICT (account_id) DO UPDATE SET sealed_hash = $2, set_by = $3`,
      [accountId, await this.keys.sealKept(placeOf(accountId), passwordHash), commandId],
    );
  }

  /** Whether it was this command that set the password which the account has now. */
  async wasSetBy(accountId: string, commandId: string): Promise<boolean> {
    const rows = await this.tables.query(`SELECT 1 FROM identity.password WHERE account_id = $1 AND set_by = $2`, [accountId, commandId]);
    return rows.length > 0;
  }

  /** Forgets everything that was kept for an account. */
  async dropAll(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.password WHERE account_id = $1`, [accountId]);
  }

  /** Whether the password is the account's; takes the same time when there is no such account. */
  async match({ id }: Account, password: string): Promise<boolean> {
    const [row] = await this.tables.query<{ sealed_hash: string }>(`SELECT sealed_hash FROM identity.password WHERE account_id = $1`, [id]);
    const kept = await this.keys.openKept(placeOf(id), row?.sealed_hash ?? null);
    const known = kept.state === 'open' ? kept.text : await nobodysHash;
    const matches = await passwordWork(() => verify(known, opaqueString(password)));
    return kept.state === 'open' && matches;
  }
}

const placeOf = (personId: string) => ({ personId, purpose: 'password' });
