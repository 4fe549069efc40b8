import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';
import { Tables } from '../../tables.service';

const howMany = 10;
/** 80 bits: more than anybody tries, so a hash without salt and work is enough. */
const bytes = 10;
/** Without letters and digits that look alike (Crockford). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** What opens an account without the app, each once. Only the person has them: the table has their hashes. */
@Injectable()
export class RecoveryCodes {
  private readonly key = secrets.emailHashKey();

  constructor(@Inject(Tables) private readonly tables: Tables) {}

  /** Puts new ones in the place of those that there were. */
  async renew(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: howMany }, newCode);
    await this.tables.query(
      `WITH old AS (DELETE FROM identity.recovery_code WHERE account_id = $1)
       INSERT INTO identity.recovery_code (account_id, hash) SELECT $1, unnest($2::text[])`,
      [accountId, codes.map((code) => this.hashOf(accountId, code))],
    );
    return codes;
  }

  /** @returns whether it is one that was not used; never true twice */
  async use(accountId: string, code: string): Promise<boolean> {
    const used = await this.tables.query(
      `WITH used AS (DELETE FROM identity.recovery_code WHERE account_id = $1 AND hash = $2 RETURNING 1) SELECT FROM used`,
      [accountId, this.hashOf(accountId, code)],
    );
    return used.length > 0;
  }

  async left(accountId: string): Promise<number> {
    const [row] = await this.tables.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM identity.recovery_code WHERE account_id = $1`,
      [accountId],
    );
    return row!.left;
  }

  async forget(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.recovery_code WHERE account_id = $1`, [accountId]);
  }

  private hashOf(accountId: string, code: string): string {
    return keyedHash(this.key, `recovery code of ${accountId}`, code.toLowerCase().replace(/[\s-]/g, ''));
  }
}

/** Four groups of four, such as `9k3f-0w7c-m2xq-h5td`. */
function newCode(): string {
  const number = BigInt(`0x${randomBytes(bytes).toString('hex')}`);
  const letters = Array.from({ length: 16 }, (_, index) => alphabet[Number((number >> BigInt(index * 5)) & 31n)]!).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
