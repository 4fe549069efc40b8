import type { DataSource } from 'typeorm';
import { migrate } from '@isegoria/privacy';

/** Operational secrets, not read models: none of this can be rebuilt from the log, and none of it belongs there. */
const migrations = [
  // The password belongs to one registration: of two for the same address, only the one that the log accepted counts.
  `CREATE TABLE identity.credential (account_id uuid, registration uuid, password_hash text NOT NULL, PRIMARY KEY (account_id, registration))`,
  `CREATE TABLE identity.session (token_hash text PRIMARY KEY, account_id uuid NOT NULL, expires_at timestamptz NOT NULL);
   CREATE INDEX session_account ON identity.session (account_id);
   CREATE INDEX session_expiry ON identity.session (expires_at)`,
  `CREATE TABLE identity.attempt (address text PRIMARY KEY, tries int NOT NULL, since timestamptz NOT NULL)`,
  `CREATE TABLE identity.sent_mail (id uuid PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
   CREATE TABLE identity.mailbox (seq bigserial PRIMARY KEY, id uuid NOT NULL, recipient text NOT NULL, subject text NOT NULL, body text NOT NULL,
     sent_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE identity.staff_sign_in_failure (account_id uuid PRIMARY KEY, recorded_at timestamptz NOT NULL)`,
  // `released_at` is a log position; null while the release is not in the log.
  `CREATE TABLE identity.released_credential (credential text PRIMARY KEY, released_at bigint)`,
  // What is personal is sealed under the person's key, so that it is unreadable once that key is destroyed, deleted rows included.
  `DROP TABLE identity.credential;
   CREATE TABLE identity.credential (account_id uuid, registration uuid, sealed_hash text NOT NULL, PRIMARY KEY (account_id, registration));
   DROP TABLE identity.mailbox;
   CREATE TABLE identity.mailbox (seq bigserial PRIMARY KEY, id uuid NOT NULL, account_id uuid NOT NULL, sealed text NOT NULL,
     sent_at timestamptz NOT NULL DEFAULT now());
   CREATE INDEX mailbox_account ON identity.mailbox (account_id)`,
  // Erasures of which the public log does not tell yet: in two tables, so that no row ties an account or two pseudonyms together.
  // `batch` is null while there is none; the day is all that is known of the time.
  `CREATE TABLE identity.unpublished_erasure (account_id uuid PRIMARY KEY, wrote boolean NOT NULL, erased_on date NOT NULL DEFAULT current_date,
     batch uuid);
   CREATE TABLE identity.unpublished_author (author text PRIMARY KEY, batch uuid)`,
  // The password is the account's, whatever set it.
  `DROP TABLE identity.credential;
   CREATE TABLE identity.password (account_id uuid PRIMARY KEY, sealed_hash text NOT NULL, set_by uuid NOT NULL)`,
  // Links in mails. `address` is hashed, `details` are sealed under the key of the account.
  `CREATE TABLE identity.link (token_hash text PRIMARY KEY, purpose text NOT NULL, account_id uuid NOT NULL, address text NOT NULL,
     details text, issued_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, ended text, used_by uuid,
     earlier_hashes text[] NOT NULL DEFAULT '{}');
   CREATE INDEX link_account ON identity.link (account_id);
   CREATE INDEX link_address ON identity.link (address)`,
  // Failed sign-ins that were not told yet; everybody who is not of the staff has one row together, under the nil UUID. `batch` is the
  // event in which they are being told, the nil UUID before.
  `DROP TABLE identity.staff_sign_in_failure;
   CREATE TABLE identity.failed_sign_in (account_id uuid, batch uuid DEFAULT '00000000-0000-0000-0000-000000000000', tries int NOT NULL,
     PRIMARY KEY (account_id, batch))`,
  // Who is tried, and from where, both hashed. `until`: no further try is taken before.
  `DELETE FROM identity.attempt;
   CREATE TABLE identity.guess (name text, origin text, tries int NOT NULL, at timestamptz NOT NULL,
     until timestamptz NOT NULL DEFAULT '-infinity', known boolean NOT NULL DEFAULT false, PRIMARY KEY (name, origin));
   CREATE INDEX guess_at ON identity.guess (at)`,
  // `id` names a session and opens nothing. `sealed_secret` is under the person's key; `last_step` is that of the last code taken.
  `DROP TABLE identity.session;
   CREATE TABLE identity.session (token_hash text PRIMARY KEY, id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(), account_id uuid NOT NULL,
     expires_at timestamptz NOT NULL, proof text NOT NULL, device text NOT NULL, opened_at timestamptz NOT NULL DEFAULT now(),
     seen_at timestamptz NOT NULL DEFAULT now());
   CREATE INDEX session_account ON identity.session (account_id);
   CREATE INDEX session_expiry ON identity.session (expires_at);
   CREATE TABLE identity.second_factor (account_id uuid PRIMARY KEY, sealed_secret text NOT NULL, is_on boolean NOT NULL DEFAULT false,
     last_step bigint NOT NULL DEFAULT 0);
   CREATE TABLE identity.recovery_code (account_id uuid, hash text, PRIMARY KEY (account_id, hash))`,
  `CREATE TABLE identity.suspension (id uuid PRIMARY KEY, account_id uuid NOT NULL);
   CREATE INDEX suspension_account ON identity.suspension (account_id)`,
  // How far people have read their notes, and what they turned off; and up to where in the log all were told by mail, in one row.
  `CREATE TABLE identity.note_reader (account_id uuid PRIMARY KEY, read_up_to bigint NOT NULL DEFAULT -1,
     turned_off text[] NOT NULL DEFAULT '{}');
   CREATE TABLE identity.note_round (one boolean PRIMARY KEY DEFAULT true CHECK (one), told_up_to bigint NOT NULL, ends_at bigint,
     begun_at timestamptz, held_until timestamptz NOT NULL DEFAULT '-infinity')`,
  // Of which subjects people were asked when they turned some off: what was added later stays off for those who had turned all off.
  `ALTER TABLE identity.note_reader ADD COLUMN asked text[] NOT NULL DEFAULT '{decisions,answers,consultations}'`,
  // Invitations to roles. `address` is hashed; whom it is for is sealed under a key of its own.
  `CREATE TABLE identity.invitation (id uuid PRIMARY KEY, token_hash text UNIQUE NOT NULL, address text NOT NULL, sealed text NOT NULL,
     unit text NOT NULL, role text NOT NULL, until timestamptz, invited_by uuid NOT NULL, sent_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL, ended text, used_by uuid,
     earlier_hashes text[] NOT NULL DEFAULT '{}');
   CREATE INDEX invitation_address ON identity.invitation (address)`,
];

/** The database once identity's tables exist; code that needs them injects this, and so runs after the migration. */
export class Tables {
  private constructor(private readonly dataSource: DataSource) {}

  static async in(dataSource: DataSource): Promise<Tables> {
    await migrate(dataSource, 'identity', migrations);
    return new Tables(dataSource);
  }

  /**
   * Does work of one name one at a time, over all instances. The work must not query the tables: those that wait occupy their connections.
   */
  oneAtATime<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (lock) => {
      await lock.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [name]);
      return work();
    });
  }

  /** Runs one statement. @returns the rows of a SELECT, or of an INSERT with RETURNING */
  query<Row>(statement: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query(statement, [...parameters]);
  }
}
