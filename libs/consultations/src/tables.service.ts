import type { DataSource } from 'typeorm';
import { followerTable, migrate } from '@isegoria/privacy';

/**
 * The parts of the log that the service needs at hand: all of it can be emptied, and is filled again from the start of the log. But for
 * what is in no log: the origins of ballots, which are only a hint, answers that somebody has not sent yet, and templates of offices.
 */
const migrations = [
  followerTable('consultations'),
  `CREATE TABLE consultations.next_date (stream text PRIMARY KEY, revision int NOT NULL, at timestamptz);
   CREATE INDEX next_date_at ON consultations.next_date (at)`,
  // Whoever confirmed an address while a consultation ran; from `due_at` on a batch may tell of it. No row has a pseudonym.
  `CREATE TABLE consultations.confirmed_person (consultation_id uuid, account_id uuid, confirmed_at timestamptz NOT NULL,
     due_at timestamptz NOT NULL, PRIMARY KEY (consultation_id, account_id));
   CREATE INDEX confirmed_person_account ON consultations.confirmed_person (account_id)`,
  // Where ballots came from, for 30 days. Unlogged: in no archive of the database's log and on no standby, and empty after a crash.
  `CREATE UNLOGGED TABLE consultations.ballot_origin (activity_id uuid, origin text, voter text, noted_on date NOT NULL,
     PRIMARY KEY (activity_id, voter, origin));
   CREATE INDEX ballot_origin_class ON consultations.ballot_origin (activity_id, origin, voter);
   CREATE INDEX ballot_origin_age ON consultations.ballot_origin (noted_on)`,
  // Answers to surveys that people have not sent yet, sealed under their keys: in no log, and no row has a pseudonym.
  `CREATE TABLE consultations.kept_answers (activity_id uuid, account_id uuid, answers text NOT NULL, kept_on date NOT NULL,
     PRIMARY KEY (activity_id, account_id));
   CREATE INDEX kept_answers_age ON consultations.kept_answers (kept_on)`,
  // What offices begin drafts with. A withdrawn one stays for a day, without its draft.
  `CREATE TABLE consultations.template (id uuid PRIMARY KEY, unit text NOT NULL, name text NOT NULL, note text, dates json,
     phases int NOT NULL, draft json NOT NULL, request text, withdrawn_on date);
   CREATE INDEX template_unit ON consultations.template (unit)`,
  // Pseudonyms under which something was written below the level of a confirmed address, as the log has them.
  `CREATE TABLE consultations.unconfirmed_writer (activity_id uuid, voter text, PRIMARY KEY (activity_id, voter))`,
  // Two officials may change one template.
  `ALTER TABLE consultations.template ADD COLUMN version int NOT NULL DEFAULT 1`,
];

/**
 * Files that people answer surveys with, sealed under keys that are sealed for them: in a schema of their own, which the gateway writes to.
 * No row has an account: `voter` is the pseudonym, or in a test of the staff the account that the log names as well.
 */
const fileMigrations = [
  `CREATE TABLE consultations_files.answer_file (file text PRIMARY KEY, activity_id uuid NOT NULL, voter text NOT NULL,
     question text NOT NULL, media_type text NOT NULL, size int NOT NULL, details text NOT NULL, bytes bytea NOT NULL,
     sent boolean NOT NULL DEFAULT false, kept_on date NOT NULL);
   ALTER TABLE consultations_files.answer_file ALTER COLUMN bytes SET STORAGE EXTERNAL;
   CREATE INDEX answer_file_voter ON consultations_files.answer_file (activity_id, voter);
   CREATE INDEX answer_file_age ON consultations_files.answer_file (kept_on) WHERE NOT sent`,
];

/** The database once the service's tables exist; code that needs them injects this, and so runs after the migration. */
export class Tables {
  private constructor(readonly dataSource: DataSource) {}

  static async in(this: void, dataSource: DataSource): Promise<Tables> {
    await migrate(dataSource, 'consultations', migrations);
    await migrate(dataSource, 'consultations_files', fileMigrations);
    return new Tables(dataSource);
  }
}
