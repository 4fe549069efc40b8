import { Inject, Injectable } from '@nestjs/common';
import { Addresses } from '../address/addresses.service';
import { Tables } from '../tables.service';

const window = '15 minutes';

/** What an address is tried for; or, for the password of an unconfirmed account, which has none, the account. */
export type Purpose = 'sign-in' | 'mail';

/** Counts tries per address and purpose, over all instances, in fixed windows of 15 minutes. Addresses are kept hashed. */
@Injectable()
export class Attempts {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(Addresses) private readonly addresses: Addresses,
  ) {}

  /** Counts one more try before it is made, so that tries at the same moment count too. @returns how many there were, this one included */
  async count(purpose: Purpose, email: string): Promise<number> {
    const [row] = await this.tables.query<{ tries: number }>(
      `INSERT INTO identity.attempt AS a VALUES ($1, 1, now()) ON CONFLICT (address) DO UPDATE SET
         tries = CASE WHEN a.since < now() - interval '${window}' THEN 1 ELSE a.tries + 1 END,
         since = CASE WHEN a.since < now() - interval '${window}' THEN now() ELSE a.since END
       RETURNING a.tries`,
      [this.addresses.hashed(purpose, email)],
    );
    return row!.tries;
  }

  async forget(purpose: Purpose, email: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.attempt WHERE address = $1 OR since < now() - interval '${window}'`, [
      this.addresses.hashed(purpose, email),
    ]);
  }
}
