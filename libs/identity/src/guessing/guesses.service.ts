import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { Addresses } from '../address/addresses.service';
import { Tables } from '../tables.service';

/** Tries without a wait in between. */
const free = 10;
/** Seconds to wait after the last of them; doubled by each further try, up to the longest. */
const shortest = 30;
const longest = 15 * 60;
/** A count is forgotten when nobody tried for so long. */
const countedFor = '1 day';
/** How long somebody who got in is known at an origin; the edge names as many days of it. */
const knownFor = '14 days';
const mostRows = 1_000_000;

/** In the place of an origin: the count of everybody who is not known. */
const strangers = '*';

/** What is guessed at: the password of an address, or of an unconfirmed account, which has none; the code of an account. */
export type Guessed = 'password' | 'code';

/**
 * Slows down guessing, over all instances, whether or not what is guessed at exists. Tries are counted by who is tried and where they come
 * from, so that whoever got in from an origin before is stopped by nobody elsewhere. All who are not known there share a count as well, or
 * somebody with many origins could go on at full speed. They wait, each time up to the bound: as long as somebody goes on trying, whoever
 * comes from an origin that is not known gets in by the link by mail alone, which ends all counts. Names and origins are keyed hashes.
 */
@Injectable()
export class Guesses {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(Addresses) private readonly addresses: Addresses,
  ) {}

  /**
   * Counts a try before it is made, so that tries at the same moment count too. One that has to wait is not counted. All in one statement:
   * in a rush of sign-ins each further one would hold up the first.
   * @throws Rejection TOO_MANY_REQUESTS with the seconds to wait
   */
  async begin(guessed: Guessed, who: string, context: CommandContext): Promise<void> {
    const { here, origins } = placesOf(context);
    const [row] = await this.tables.query<{ wait: number; isCounted: boolean }>(
      `WITH found AS (SELECT origin, known AND at > now() - interval '${knownFor}' AS known,
              CASE WHEN until > now() THEN ceil(extract(epoch FROM until - now()))::int ELSE 0 END AS wait
            FROM identity.guess WHERE name = $1 AND (origin = ANY($2) OR origin = $4)),
          counter AS (SELECT $3 AS origin UNION ALL SELECT $4 WHERE NOT EXISTS (SELECT FROM found WHERE known)),
          waiting AS (SELECT coalesce(max(wait), 0) AS wait FROM found JOIN counter USING (origin)),
          counted AS (INSERT INTO identity.guess AS g (name, origin, tries, at)
            SELECT $1, origin, 1, now() FROM counter WHERE (SELECT wait FROM waiting) = 0
            ON CONFLICT (name, origin) DO UPDATE SET at = now(),
              tries = CASE WHEN g.at < now() - interval '${countedFor}' THEN 1 ELSE g.tries + 1 END,
              until = CASE WHEN g.tries + 1 < ${free} OR g.at < now() - interval '${countedFor}' THEN '-infinity'
                ELSE now() + interval '1 second' * least(${longest}, ${shortest} * 2 ^ least(g.tries + 1 - ${free}, 10)) END
            WHERE g.until <= now() RETURNING 1)
       SELECT wait, (SELECT count(*) FROM counted) = (SELECT count(*) FROM counter) AS "isCounted" FROM waiting`,
      [this.nameOf(guessed, who), origins, here, strangers],
    );
    if (row!.wait > 0) throw new Rejection('TOO_MANY_REQUESTS', { retryAfter: row!.wait });
    // Somebody at the same moment took the last one.
    if (!row!.isCounted) return this.begin(guessed, who, context);
  }

  /**
   * Somebody was right: they may have been wrong before, and are known where they come from. Their try as a stranger counts no longer: how
   * many tries are left must not tell whether there is anybody who signs in.
   */
  async right(guessed: Guessed, who: string, context: CommandContext): Promise<void> {
    const name = this.nameOf(guessed, who);
    const { here, origins } = placesOf(context);
    if (!(await this.isKnown(name, origins))) {
      await this.tables.query(
        `UPDATE identity.guess SET tries = greatest(tries - 1, 0), until = '-infinity' WHERE name = $1 AND origin = $2`,
        [name, strangers],
      );
    }
    await this.tables.query(
      `INSERT INTO identity.guess (name, origin, tries, at, known) VALUES ($1, $2, 0, now(), true)
       ON CONFLICT (name, origin) DO UPDATE SET tries = 0, at = now(), until = '-infinity', known = true`,
      [name, here],
    );
  }

  /** Forgets who tried, and who is known. */
  async forget(guessed: Guessed, who: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.guess WHERE name = $1`, [this.nameOf(guessed, who)]);
  }

  /** Forgets what counts no longer, and the oldest of what is too much. */
  async putAway(): Promise<void> {
    await this.tables.query(
      `DELETE FROM identity.guess WHERE at < now() - CASE WHEN known THEN interval '${knownFor}' ELSE interval '${countedFor}' END`,
    );
    await this.tables.query(
      `DELETE FROM identity.guess WHERE (name, origin) IN
         (SELECT name, origin FROM identity.guess ORDER BY known DESC, at DESC OFFSET ${mostRows})`,
    );
  }

  private async isKnown(name: string, origins: readonly string[]): Promise<boolean> {
    const rows = await this.tables.query(
      `SELECT 1 FROM identity.guess WHERE name = $1 AND origin = ANY($2) AND known AND at > now() - interval '${knownFor}' LIMIT 1`,
      [name, origins],
    );
    return rows.length > 0;
  }

  private nameOf(guessed: Guessed, who: string): string {
    return this.addresses.hashed(guessed, who);
  }
}

/** Where a try comes from, and under which names that was known before. */
interface Places {
  readonly here: string;
  readonly origins: readonly string[];
}

/** Parts of the platform that name no origin are one. */
function placesOf({ client }: CommandContext): Places {
  const origins = client?.origins ?? [''];
  return { here: origins[0] ?? '', origins };
}
