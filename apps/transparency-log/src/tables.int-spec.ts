import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppendTree, leafHash, type TreeNode } from '@isegoria/merkle-log';
import { migrate } from '@isegoria/privacy';
import { testDatabase } from '@isegoria/testing';
import { sha256 } from './keys/log-identity';
import { treeAt } from './sequencing/resume';
import { leafOfEvent } from './receipts/leaf-of-event';
import { entryCount, readEntries } from './sequencing/bundles';
import { migrateLog, migrations } from './tables';

describe('the tables of a log that began before it had tiles and bundles', () => {
  it.each([0, 1, 256, 700])('keep its tree of %i leaves, their events and its key', async (size) => {
    const database = await testDatabase();
    const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await migrate(dataSource, 'log', migrations.slice(0, 1));
    const tree = new AppendTree(sha256);
    const leaves = Array.from({ length: size }, (_, seq) => `leaf ${seq}`);
    const nodes: TreeNode[] = leaves.flatMap((leaf) => tree.append(leafHash(sha256, Buffer.from(leaf))));
    const ids = leaves.map(() => randomUUID());
    const hashes = nodes.filter(({ level }) => level === 0).map(({ hash }) => hash);
    await dataSource.query(
      `INSERT INTO log.leaf SELECT ordinality - 1, ordinality * 3, ordinality * 3 + 1, id, ordinality % 2 = 0, leaf, hash
      FROM unnest($1::uuid[], $2::text[], $3::bytea[]) WITH ORDINALITY AS new (id, leaf, hash, ordinality)`,
      [ids, leaves, hashes],
    );
    const inner = nodes.filter(({ level }) => level > 0);
    await dataSource.query('INSERT INTO log.node SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])', [
      inner.map(({ level }) => level),
      inner.map(({ index }) => index),
      inner.map(({ hash }) => hash),
    ]);
    await dataSource.query(`INSERT INTO log.identity (origin, verifier_key) VALUES ('a.example/log', 'its key')`);

    await migrateLog(dataSource);
    expect(Buffer.from((await treeAt(dataSource.manager, size)).root())).toEqual(Buffer.from(tree.root()));
    expect(await entryCount(dataSource)).toBe(size);
    expect(await readEntries(dataSource, 0, size)).toEqual(
      leaves.map((leaf, seq) => ({ leaf, place: { commit: seq * 3 + 3, prepare: seq * 3 + 4 }, isPublic: seq % 2 === 1 })),
    );
    for (const [seq, id] of ids.entries())
      if (seq % 97 === 0) expect(await leafOfEvent(dataSource, id, size)).toEqual({ seq, leaf: leaves[seq] });
    expect(await dataSource.query('SELECT verifier_key, until FROM log.key')).toEqual([{ verifier_key: 'its key', until: null }]);
    await dataSource.destroy();
    await database.stop();
  });
});
