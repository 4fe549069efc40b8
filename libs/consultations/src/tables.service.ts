import type { DataSource } from 'typeorm';
import { followerTable, migrate } from '@isegoria/privacy';

/** The parts of the log that the service needs at hand: all of it can be emptied, and is filled again from the start of the log. */
const migrations = [
  followerTable('consultations'),
  `CREATE TABLE consultations.next_date (stream text PRIMARY KEY, revision int NOT NULL, at timestamptz);
   CREATE INDEX next_date_at ON consultations.next_date (at)`,
];

/** The database once the service's tables exist; code that needs them injects this, and so runs after the migration. */
export class Tables {
  private constructor(readonly dataSource: DataSource) {}

  static async in(this: void, dataSource: DataSource): Promise<Tables> {
    await migrate(dataSource, 'consultations', migrations);
    return new Tables(dataSource);
  }
}
