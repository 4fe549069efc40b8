import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { leafHash, TileWriter } from '@isegoria/merkle-log';
import { testDatabase, type TestPart } from '@isegoria/testing';
import { sha256 } from '../keys/log-identity';
import { migrateLog } from '../tables';
import { BundleFiller } from './bundles';
import { readBack } from './read-back';
import { LogRefused, treeAt } from './resume';
import { storeLeaves } from './stored-tree';

describe('reading back what is about to be signed', () => {
  let database: TestPart;
  let dataSource: DataSource;
  let tree: TileWriter;
  let bundles: BundleFiller;

  beforeEach(async () => {
    database = await testDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await migrateLog(dataSource);
    tree = TileWriter.empty(sha256);
    bundles = await BundleFiller.resume(dataSource, 0);
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.stop();
  });

  const store = async (count: number) => {
    const first = tree.size;
    for (let seq = first; seq < first + count; seq++) {
      const leaf = `{"seq":${seq},"text":"a\\\\b 'c' \\"d\\""}`;
      bundles.add({ leaf, place: { commit: seq, prepare: seq }, isPublic: true });
      tree.append(leafHash(sha256, Buffer.from(leaf)));
    }
    const eventIds = Array.from({ length: count }, () => randomUUID());
    await storeLeaves(dataSource.manager, { first, eventIds, bundles: bundles.take(), tiles: tree.takeTiles() });
  };

  it('finds what was stored, in any portions', async () => {
    const check = TileWriter.empty(sha256);
    for (const count of [1, 254, 1, 1, 700, 6_000]) {
      await store(count);
      await readBack(dataSource.manager, check, tree.size, tree.root());
      expect((await treeAt(dataSource.manager, tree.size)).root()).toEqual(tree.root());
    }
  });

  it.each([
    `UPDATE log.bundle SET leaves = replace(leaves, '301,"text":"a', '301,"text":"e') WHERE index = 1`,
    `UPDATE log.bundle SET leaves = regexp_replace(leaves, '\n.*"seq":301,.*?\n', E'\\n', 'n') WHERE index = 1`,
    `UPDATE log.bundle SET leaves = leaves || E'\\n{"seq":512}' WHERE index = 1`,
    `DELETE FROM log.bundle WHERE index = 0`,
    `DELETE FROM log.bundle WHERE index = 1`,
    `DELETE FROM log.bundle WHERE index >= 1`,
    `UPDATE log.bundle AS one SET leaves = other.leaves FROM log.bundle AS other WHERE one.index < 2 AND other.index = 1 - one.index`,
    `UPDATE log.tile SET hashes = overlay(hashes PLACING sha256('x') FROM 33) WHERE level = 0 AND index = 1`,
    `UPDATE log.tile SET hashes = substring(hashes FOR 320) WHERE level = 0 AND index = 2`,
    `UPDATE log.tile SET hashes = sha256('x') WHERE level = 1`,
    `DELETE FROM log.tile WHERE level = 1`,
  ])('refuses to have it signed after: %s', async (alteration) => {
    await store(600);
    await dataSource.query(alteration);
    await expect(readBack(dataSource.manager, TileWriter.empty(sha256), tree.size, tree.root())).rejects.toThrow(LogRefused);
  });
});
