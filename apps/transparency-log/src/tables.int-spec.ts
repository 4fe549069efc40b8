import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppendTree, leafHash, type TreeNode } from '@isegoria/merkle-log';
import { migrate } from '@isegoria/privacy';
import { testDatabase } from '@isegoria/testing';
import { sha256 } from './log-identity';
import { treeAt } from './sequencing/resume';
import { leafCount, readLeaves } from './sequencing/stored-tree';
import { migrateLog, migrations } from './tables';

describe('the tables of a log that began before it had tiles', () => {
  it.each([0, 1, 256, 700])('keep its tree of %i leaves and its key', async (size) => {
    const database = await testDatabase();
    const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await migrate(dataSource, 'log', migrations.slice(0, 1));
    const tree = new AppendTree(sha256);
    const leaves = Array.from({ length: size }, (_, seq) => `leaf ${seq}`);
    const nodes: TreeNode[] = leaves.flatMap((leaf) => tree.append(leafHash(sha256, Buffer.from(leaf))));
    const hashes = nodes.filter(({ level }) => level === 0).map(({ hash }) => hash);
    await dataSource.query(`INSERT INTO log.leaf SELECT ordinality - 1, ordinality, ordinality, id, true, leaf, hash
      FROM unnest($1::uuid[], $2::text[], $3::bytea[]) WITH ORDINALITY AS new (id, leaf, hash, ordinality)`, [leaves.map(() => randomUUID()), leaves, hashes]);
    const inner = nodes.filter(({ level }) => level > 0);
    await dataSource.query('INSERT INTO log.node SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])', [inner.map(({ level }) => level), inner.map(({ index }) => index), inner.map(({ hash }) => hash)]);
    await dataSource.query(`INSERT INTO log.identity (origin, verifier_key) VALUES ('a.example/log', 'its key')`);

    await migrateLog(dataSource);
    expect(Buffer.from((await treeAt(dataSource.manager, size)).root())).toEqual(Buffer.from(tree.root()));
    expect([await leafCount(dataSource), await readLeaves(dataSource, 0, size)]).toEqual([size, leaves]);
    expect(await dataSource.query('SELECT verifier_key, until FROM log.key')).toEqual([{ verifier_key: 'its key', until: null }]);
    await dataSource.destroy();
    await database.stop();
  });
});
