import { Inject, Injectable } from '@nestjs/common';
import { limits } from '@isegoria/kernel';
import { Tables } from '../../tables.service';
import type { BallotOrigins, OriginClass, OriginOfBallot } from './origin.contract';

interface Noted {
  readonly activityId: string;
  readonly voter: string;
  /** Absent where nothing is known. */
  readonly origin: string | undefined;
  readonly on: Date;
}

/** What is asked about the origins of the ballots of one activity. */
export interface AskedOrigins {
  readonly voters?: readonly string[];
  readonly origin?: string;
  readonly cursor?: string;
}

/** More than a service takes in between two times that they are written; what is beyond is left out. */
const mostAtHand = 50_000;
const classesShown = 10;
const day = (at: Date) => at.toISOString().slice(0, 'YYYY-MM-DD'.length);

/**
 * The classes of networks that ballots came from, kept outside the log for some days as a hint to moderators. They are collected in memory
 * and written in batches, so that no vote waits for them: a crash loses some, and harms nothing.
 */
@Injectable()
export class Origins {
  private atHand = new Map<string, readonly [activityId: string, origin: string, voter: string, on: string]>();

  constructor(@Inject(Tables) private readonly tables: Tables) {}

  note({ activityId, voter, origin, on }: Noted): void {
    if (origin === undefined || this.atHand.size >= mostAtHand) return;
    this.atHand.set(`${activityId}${voter}${origin}`, [activityId, origin, voter, day(on)]);
  }

  /** Writes what was collected. */
  async write(): Promise<void> {
    if (this.atHand.size === 0) return;
    const noted = [...this.atHand.values()];
    this.atHand = new Map();
    const columns = [0, 1, 2, 3].map((column) => noted.map((row) => row[column]));
    await this.tables.dataSource.query(
      `INSERT INTO consultations.ballot_origin SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[])
       ON CONFLICT (activity_id, voter, origin) DO UPDATE SET noted_on = excluded.noted_on
       WHERE ballot_origin.noted_on < excluded.noted_on`,
      columns,
    );
  }

  /** Forgets what is too old to be kept. */
  async forget(now: Date): Promise<void> {
    await this.tables.dataSource.query(`DELETE FROM consultations.ballot_origin WHERE noted_on < $1::date - $2::int`, [
      day(now),
      limits.originDays,
    ]);
  }

  /** Only of classes with so many ballots that nobody is pointed at. */
  async of(activityId: string, { voters = [], origin, cursor }: AskedOrigins): Promise<BallotOrigins> {
    await this.write();
    const classes = await this.ask<OriginClass>(`${largeClasses} ORDER BY ballots DESC, origin LIMIT $3`, [
      activityId,
      limits.ballotsOfOriginLeast,
      classesShown,
    ]);
    const of = await this.ask<OriginOfBallot>(
      `SELECT DISTINCT ON (voter) voter, origin, ballots FROM (${largeClasses}) AS class
       JOIN consultations.ballot_origin AS of_voter USING (origin)
       WHERE of_voter.activity_id = $1 AND of_voter.voter = ANY ($3) ORDER BY voter, ballots DESC, origin`,
      [activityId, limits.ballotsOfOriginLeast, voters],
    );
    const found = await this.ask<{ voter: string }>(
      `SELECT of_voter.voter FROM (${largeClasses}) AS class JOIN consultations.ballot_origin AS of_voter USING (origin)
       WHERE of_voter.activity_id = $1 AND origin = $3 AND ($4::text IS NULL OR voter > $4) ORDER BY voter LIMIT $5`,
      [activityId, limits.ballotsOfOriginLeast, origin ?? null, cursor ?? null, limits.pageSize + 1],
    );
    const page = found.slice(0, limits.pageSize).map(({ voter }) => voter);
    return { classes, of, voters: page, next: found.length > page.length ? page.at(-1)! : null };
  }

  private ask<Row>(statement: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.tables.dataSource.query(statement, [...parameters]);
  }
}

const largeClasses = `
  SELECT origin, count(*)::int AS ballots FROM consultations.ballot_origin
  WHERE activity_id = $1 GROUP BY origin HAVING count(*) >= $2`;
