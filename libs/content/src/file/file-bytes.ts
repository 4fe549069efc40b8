/** A connection to PostgreSQL, or a transaction on one. */
interface Database {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/**
 * The bytes of files: neither events, since a log that nobody can alter could not let a document go that names somebody, nor rows of a
 * read model, since the log could not fill them again. Pictures and PDFs are packed already, hence `EXTERNAL`.
 */
export const fileMigrations = [
  `CREATE TABLE content.file_bytes (hash text PRIMARY KEY, bytes bytea NOT NULL, kept_at timestamptz NOT NULL DEFAULT now(),
     recorded boolean NOT NULL DEFAULT false);
   ALTER TABLE content.file_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL`,
];

/** Before anything is recorded of them; the same bytes are kept once. */
export async function keepBytes(database: Database, hash: string, bytes: Uint8Array): Promise<void> {
  await database.query(`INSERT INTO content.file_bytes (hash, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [hash, bytes]);
}

/** @returns undefined where they were deleted, or never kept */
export async function bytesOf(database: Database, hash: string): Promise<Buffer | undefined> {
  const rows = (await database.query(`SELECT bytes FROM content.file_bytes WHERE hash = $1`, [hash])) as { bytes: Buffer }[];
  return rows[0]?.bytes;
}

/**
 * Says before it is recorded that a file will be, so that no crash between the two lets its bytes go.
 * @returns false where there are none
 */
export async function holdBytes(database: Database, hash: string): Promise<boolean> {
  const [rows] = (await database.query(`UPDATE content.file_bytes SET recorded = true WHERE hash = $1 RETURNING hash`, [hash])) as [
    unknown[],
  ];
  return rows.length > 0;
}

export async function deleteBytes(database: Database, hash: string): Promise<void> {
  await database.query(`DELETE FROM content.file_bytes WHERE hash = $1`, [hash]);
}

/** What was sent and never recorded is kept for a day. */
export async function deleteUnrecorded(database: Database): Promise<void> {
  await database.query(`DELETE FROM content.file_bytes WHERE NOT recorded AND kept_at < now() - interval '1 day'`);
}
