import { Inject, Injectable } from '@nestjs/common';
import { Addresses } from '../address/addresses.service';
import { Tables } from '../tables.service';

const window = '15 minutes';

/** Counts mails per kind and address, over all instances, in fixed windows of 15 minutes. Addresses are kept hashed. */
@Injectable()
export class MailCounts {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(Addresses) private readonly addresses: Addresses,
  ) {}

  /** Counts one more mail before it is sent, so that those of the same moment count too. @returns how many there were, this one included */
  async count(kind: string, email: string): Promise<number> {
    const [row] = await this.tables.query<{ tries: number }>(
      `WITH old AS (DELETE FROM identity.attempt WHERE since < now() - interval '${window}' AND address <> $1)
       INSERT INTO identity.attempt AS a VALUES ($1, 1, now()) ON CONFLICT (address) DO UPDATE SET
         tries = CASE WHEN a.since < now() - interval '${window}' THEN 1 ELSE a.tries + 1 END,
         since = CASE WHEN a.since < now() - interval '${window}' THEN now() ELSE a.since END
       RETURNING a.tries`,
      [this.addresses.hashed(kind, email)],
    );
    return row!.tries;
  }
}
