import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { EventStore } from '@isegoria/event-sourcing';
import {
  inclusionPath,
  leafHash,
  parseEntryBundle,
  tileNodes,
  tilesOf,
  tilePath,
  treeRoot,
  verifyInclusion,
  type Checkpoint,
} from '@isegoria/merkle-log';
import { testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { covers, newEvent, startLog, type TestLog } from '../log.fixture';
import { sha256 } from '../keys/log-identity';

describe('the log in tiles', () => {
  let parts: TestPart[];
  let store: EventStore;
  let log: TestLog & { stop(): Promise<void> };
  let checkpoint: Checkpoint;

  beforeAll(async () => {
    parts = await Promise.all([testEventStore(), testDatabase()]);
    store = new EventStore(parts[0]!.url);
    const events = Array.from({ length: 600 }, (_, n) => newEvent('StatementVoteCast', { n, said: 'ä"\\' }));
    await store.append('ballot-many', events, 'none');
    log = await startLog({ EVENTSTORE_URL: parts[0]!.url, DATABASE_URL: parts[1]!.url, PUBLIC_URL: 'https://ministry.example' });
    await covers(log, events.at(-1)!.id);
    checkpoint = await log.checkpoint();
  });
  afterAll(async () => {
    await log?.stop();
    await store?.close();
    for (const part of parts ?? []) await part.stop();
  });

  const ask = (path: string) => fetch(`${log.url}/log/${path}`);
  const bytesOf = async (path: string) => {
    const answer = await ask(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };

  it('gives every file of the tree, to be kept for ever, and the root of the checkpoint follows from them', async () => {
    for (const tile of tilesOf(checkpoint.size)) {
      const answer = await ask(tilePath(tile));
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        200,
        'application/octet-stream',
        'public, max-age=31536000, immutable',
      ]);
      await answer.arrayBuffer();
    }
    const nodes = tileNodes(sha256, checkpoint.size, (level, index, width) => bytesOf(tilePath({ level, index, width })));
    expect(Buffer.from(await treeRoot(sha256, checkpoint.size, nodes))).toEqual(Buffer.from(checkpoint.root));
    const bundle = parseEntryBundle(await bytesOf('tile/entries/001'), 256)!;
    const path = await inclusionPath(sha256, 300, checkpoint.size, nodes);
    expect(
      await verifyInclusion(
        { leafHash: leafHash(sha256, bundle[300 - 256]!), index: 300, size: checkpoint.size, path, root: checkpoint.root },
        sha256,
      ),
    ).toBe(true);
  });

  it('gives the leaves as the feed has them', async () => {
    const entries = await log.entries();
    const leaves: string[] = [];
    for (const tile of tilesOf(checkpoint.size)) {
      if (tile.level === 'entries')
        leaves.push(...parseEntryBundle(await bytesOf(tilePath(tile)), tile.width)!.map((leaf) => Buffer.from(leaf).toString()));
    }
    expect(leaves).toEqual(entries.map(({ leaf }) => leaf));
  });

  it('gives the partial tiles of smaller trees as well', async () => {
    const full = await bytesOf('tile/0/000');
    expect(await bytesOf('tile/0/000.p/17')).toEqual(full.subarray(0, 17 * 32));
    expect(parseEntryBundle(await bytesOf('tile/entries/001.p/3'), 3)).toHaveLength(3);
  });

  it('answers with an error that nobody keeps where a bundle is damaged, and with the tile again when it is put back', async () => {
    const rows = await new DataSource({ type: 'postgres', url: parts[1]!.url }).initialize();
    await rows.query('CREATE TABLE kept AS SELECT * FROM log.bundle WHERE index = 1');
    const damages = [`SET leaves = left(leaves, -1000)`, `SET leaves = replace(leaves, E'\\n', '')`];
    for (const damage of damages) {
      await rows.query(`UPDATE log.bundle ${damage} WHERE index = 1`);
      const answer = await ask('tile/entries/001');
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, null]);
      expect(await answer.json()).toMatchObject({ code: 'INTERNAL' });
      await rows.query('UPDATE log.bundle SET leaves = kept.leaves FROM kept WHERE log.bundle.index = kept.index');
    }
    expect(parseEntryBundle(await bytesOf('tile/entries/001'), 256)).toHaveLength(256);
    await rows.destroy();
  });

  it('gives nothing beyond the checkpoint, and no tile under another path than its own', async () => {
    const edge = Math.floor(checkpoint.size / 256);
    const beyond = [
      `tile/0/00${edge}`,
      `tile/0/00${edge}.p/${(checkpoint.size % 256) + 1}`,
      'tile/1/000',
      `tile/1/000.p/${edge + 1}`,
      'tile/2/000.p/1',
      'tile/0/x001/000',
      'tile/entries/999',
    ];
    const other = [
      'tile/0/0',
      'tile/0/000/',
      'tile/00/000',
      'tile/0/%3000',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/017',
      'tile/-1/000',
      'tile/64/000',
      'tile/0/x000/000',
      'tile/',
      'tile/0',
      'TILE/0/000',
      'tile/0/000.P/1',
      'tile//0/000',
      'tile/entries/000.p/300',
    ];
    for (const path of [...beyond, ...other]) expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });
});
