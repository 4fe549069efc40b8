import type { DataSource } from 'typeorm';
import { migrate } from '@isegoria/privacy';

/**
 * Schema `log`. `leaf.prepare` and `leaf.position` say where the event is in the store, `public` whether its body is given to everyone;
 * `node` holds the complete subtrees from level 1 up (level 0 is `leaf.leaf_hash`); `identity` has one row: whose log this is.
 */
const migrations = [
  `CREATE TABLE log.identity (one boolean PRIMARY KEY DEFAULT true CHECK (one), origin text NOT NULL, verifier_key text NOT NULL);
   CREATE TABLE log.leaf (seq bigint PRIMARY KEY, position bigint NOT NULL, prepare bigint NOT NULL, event_id uuid NOT NULL UNIQUE,
     public boolean NOT NULL, leaf text NOT NULL, leaf_hash bytea NOT NULL);
   CREATE TABLE log.node (level int, index bigint, hash bytea NOT NULL, PRIMARY KEY (level, index));
   CREATE TABLE log.checkpoint (size bigint PRIMARY KEY, root bytea NOT NULL, note text NOT NULL, signed_at timestamptz NOT NULL)`,
];

export async function migrateLog(dataSource: DataSource): Promise<void> {
  await migrate(dataSource, 'log', migrations);
}
