import type { DataSource } from 'typeorm';
import { migrate } from '@isegoria/privacy';

/**
 * Schema `log`. `bundle` holds 256 leaves, one per line, the last bundle as many as there are; `positions` and `prepares` say where their
 * events are in the store, `public` whether a body is given to everyone; `event` finds an event's leaf; `tile` holds the hash tiles (C2SP
 * tlog-tiles), the last of each level as far as it is filled; `identity` has one row: whose log this is; `key` every key that ever signed
 * its checkpoints; `writer` the epoch of the one process that may write.
 */
export const migrations = [
  `CREATE TABLE log.identity (one boolean PRIMARY KEY DEFAULT true CHECK (one), origin text NOT NULL, verifier_key text NOT NULL);
   CREATE TABLE log.leaf (seq bigint PRIMARY KEY, position bigint NOT NULL, prepare bigint NOT NULL, event_id uuid NOT NULL UNIQUE,
     public boolean NOT NULL, leaf text NOT NULL, leaf_hash bytea NOT NULL);
   CREATE TABLE log.node (level int, index bigint, hash bytea NOT NULL, PRIMARY KEY (level, index));
   CREATE TABLE log.checkpoint (size bigint PRIMARY KEY, root bytea NOT NULL, note text NOT NULL, signed_at timestamptz NOT NULL)`,
  // Hashes do not get smaller when they are compressed.
  `CREATE TABLE log.tile (level int, index bigint, hashes bytea NOT NULL, PRIMARY KEY (level, index));
   ALTER TABLE log.tile ALTER hashes SET STORAGE EXTERNAL;
   INSERT INTO log.tile SELECT 0, seq / 256, string_agg(leaf_hash, '' ORDER BY seq) FROM log.leaf GROUP BY 2;
   INSERT INTO log.tile SELECT level / 8, index / 256, string_agg(hash, '' ORDER BY index) FROM log.node WHERE level % 8 = 0 GROUP BY 1, 2;
   ALTER TABLE log.leaf DROP leaf_hash;
   DROP TABLE log.node`,
  `CREATE TABLE log.writer (one boolean PRIMARY KEY DEFAULT true CHECK (one), epoch bigint NOT NULL);
   INSERT INTO log.writer (epoch) VALUES (0);
   CREATE TABLE log.key (verifier_key text PRIMARY KEY, since timestamptz NOT NULL DEFAULT now(), until timestamptz);
   INSERT INTO log.key (verifier_key) SELECT verifier_key FROM log.identity`,
  // Parts of a row are read separately, which is cheaper if the row is not compressed.
  `CREATE TABLE log.bundle (index bigint PRIMARY KEY, leaves text NOT NULL, positions bigint[] NOT NULL, prepares bigint[] NOT NULL, public boolean[] NOT NULL);
   ALTER TABLE log.bundle ALTER leaves SET STORAGE EXTERNAL, ALTER positions SET STORAGE EXTERNAL, ALTER prepares SET STORAGE EXTERNAL;
   CREATE TABLE log.event (event_id uuid, seq bigint, PRIMARY KEY (event_id, seq));
   INSERT INTO log.bundle SELECT seq / 256, string_agg(leaf, E'\\n' ORDER BY seq), array_agg(position ORDER BY seq), array_agg(prepare ORDER BY seq), array_agg(public ORDER BY seq)
     FROM log.leaf GROUP BY 1;
   INSERT INTO log.event SELECT event_id, seq FROM log.leaf ORDER BY seq;
   CREATE INDEX ON log.event USING brin (seq) WITH (autosummarize = on);
   DROP TABLE log.leaf`,
];

export async function migrateLog(dataSource: DataSource): Promise<void> {
  await migrate(dataSource, 'log', migrations);
}
