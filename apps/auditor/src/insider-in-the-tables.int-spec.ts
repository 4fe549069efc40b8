import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parseTlogProof } from '@isegoria/merkle-log';
import { eventually } from '@isegoria/testing';
import { insidersSite } from './insiders-site.fixture';
import { rowAlterations } from './rows-altered.fixture';
import { siteWithRows } from './site-with-rows.fixture';
import type { StoredLeaf } from './log-tables.fixture';

type Alteration = (leaves: readonly StoredLeaf[], at: number) => StoredLeaf[];

const withLeaf =
  (alter: (leaf: string) => string): Alteration =>
  (leaves, at) =>
    [...leaves].with(at, { ...leaves[at]!, leaf: alter(leaves[at]!.leaf) });
const otherId = '5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10';

/** The table of leaves after the insider changed it, and what the auditor then finds. */
const ofLeaves: Record<string, [alteration: Alteration, exitCode: number]> = {
  'flips a bit of the id': [withLeaf((leaf) => leaf.replace(/"id":"(.)/, (_, digit: string) => `"id":"${digit === 'a' ? 'b' : 'a'}`)), 7],
  'flips a bit of the time': [withLeaf((leaf) => leaf.replace('"time":"2', '"time":"3')), 7],
  'flips a bit of the hash of the data': [
    withLeaf((leaf) => leaf.replace(/"data":"(.)/, (_, digit: string) => `"data":"${digit === 'a' ? 'b' : 'a'}`)),
    7,
  ],
  'flips a bit of the revision': [
    withLeaf((leaf) => leaf.replace(/"revision":(\d+)/, (_, revision: string) => `"revision":${Number(revision) ^ 1}`)),
    8,
  ],
  'writes the leaf in another form': [withLeaf((leaf) => leaf.replace(',', ', ')), 3],
  'deletes it, and closes the gap': [(leaves, at) => leaves.toSpliced(at, 1), 8],
  'inserts another before it': [(leaves, at) => leaves.toSpliced(at, 0, { ...leaves[at - 1]!, eventId: otherId }), 8],
  'swaps it with the next': [(leaves, at) => [...leaves].with(at, leaves[at + 1]!).with(at + 1, leaves[at]!), 8],
  'moves it to the end': [(leaves, at) => [...leaves.toSpliced(at, 1), leaves[at]!], 8],
  'says that it is elsewhere in the store': [
    (leaves, at) => [...leaves].with(at, { ...leaves[at]!, position: leaves[at]!.position + 1, prepare: leaves[at]!.prepare + 1 }),
    7,
  ],
  'says that it is written elsewhere in the store': [
    (leaves, at) => [...leaves].with(at, { ...leaves[at]!, prepare: leaves[at]!.prepare + 1 }),
    7,
  ],
  'says that it is not public': [(leaves, at) => [...leaves].with(at, { ...leaves[at]!, isPublic: false }), 7],
  'cuts the table there': [(leaves, at) => leaves.slice(0, at), 3],
};

describe('an insider in the tables of the log', () => {
  let insider: Awaited<ReturnType<typeof insidersSite>>;
  let voted: number;
  /** The state of an auditor who saw the log as it was. */
  let honest: string;

  beforeAll(async () => {
    insider = await insidersSite({ more: 600 });
    [, voted = 0] = await insider.tables.seqsOf('StatementVoteCast');
    await insider.tables.keep();
    honest = insider.state();
    expect(await insider.audit('--state', honest)).toMatchObject({ exitCode: 0, entries: 645, tiles: 7 });
  }, 90_000);
  afterEach(() => insider.tables.putBack());
  afterAll(() => insider?.stop());

  it('who writes back what is there changes nothing', async () => {
    const leaves = await insider.tables.leaves();
    await insider.tables.writeLeaves(leaves);
    await insider.tables.writeTilesOf(leaves);
    expect(await insider.audit()).toMatchObject({ exitCode: 0 });
  });

  describe('of leaves', () => {
    it.each(Object.keys(ofLeaves))('who %s is found out, and the entry is named', async (name) => {
      const [alteration, exitCode] = ofLeaves[name]!;
      await insider.tables.writeLeaves(alteration(await insider.tables.leaves(), voted));
      expect(await insider.audit()).toMatchObject({ exitCode, index: voted, finding: expect.stringContaining(`${voted}`) });
    });
  });

  it('who alters any tile is found out, and the entry is named', async () => {
    const tiles = await insider.tables.tiles();
    expect(tiles.map(({ level, index }) => `${level}/${index}`)).toEqual(['0/0', '0/1', '0/2', '1/0']);
    for (const { level, index, hashes } of tiles) {
      const each = 256 ** level;
      const at = hashes.length / 32 - 1;
      const hashAt = (n: number) => hashes.subarray(32 * n, 32 * (n + 1));
      const alterations: Record<string, [Buffer, index: number]> = {
        flips: [Buffer.from(hashes.with(32 * at + 7, hashes[32 * at + 7]! ^ 1)), at],
        deletes: [hashes.subarray(32), 0],
        inserts: [Buffer.concat([hashAt(0), hashes]), 1],
        swaps: [Buffer.concat([hashAt(1), hashAt(0), hashes.subarray(64)]), 0],
        cuts: [hashes.subarray(0, 32 * at), at],
      };
      for (const [name, [altered, first]] of Object.entries(alterations)) {
        await insider.tables.writeTile({ level, index, hashes: altered });
        const wrong = (index * 256 + first) * each;
        expect({ name, level, index, wrong, ...(await insider.audit()) }).toMatchObject({ exitCode: 15, index: wrong });
      }
      await insider.tables.putBack();
    }
  }, 180_000);

  it.each([
    'DELETE FROM log.tile WHERE level = 0 AND index = 1',
    'UPDATE log.tile SET index = 9 WHERE level = 0 AND index = 1',
    'UPDATE log.tile SET level = 4 WHERE level = 0 AND index = 1',
  ])('who takes a tile from its place is found out: %s', async (alteration) => {
    await insider.tables.run(alteration);
    expect(await insider.audit()).toMatchObject({ exitCode: 15, index: 256 });
  });

  it('who says that an event is another leaf leads no receipt astray: the leaves decide which of them it is', async () => {
    const leaves = await insider.tables.leaves();
    const [one, other] = [leaves[voted]!, leaves[voted + 1]!];
    await insider.tables.writeLeaves(
      [...leaves].with(voted, { ...one, eventId: other.eventId }).with(voted + 1, { ...other, eventId: one.eventId }),
    );
    const proof = parseTlogProof(await (await fetch(`${insider.site.url}/log/receipts/${one.eventId}/proof`)).text())!;
    expect(JSON.parse(Buffer.from(proof.extra!).toString())).toMatchObject({ id: one.eventId });
    // Nobody else reads the index.
    expect(await insider.audit()).toMatchObject({ exitCode: 0 });
  });

  describe('before a start', () => {
    const newest = 'size = (SELECT max(size) FROM log.checkpoint)';
    const afterAlteration = async (alteration: string) => {
      await insider.site.stopLog();
      await insider.tables.run(alteration);
      return insider.site.startLog();
    };

    it.each([
      [
        `UPDATE log.checkpoint SET root = set_byte(root, 0, get_byte(root, 0) # 1) WHERE ${newest}`,
        /stored checkpoint of \d+ leaves is not what this log signed/,
      ],
      [
        `UPDATE log.checkpoint SET note = replace(note, E'\n6', E'\n5') WHERE ${newest}`,
        /stored checkpoint of \d+ leaves is not what this log signed/,
      ],
      [`UPDATE log.checkpoint SET size = size - 1 WHERE ${newest}`, /stored checkpoint of \d+ leaves is not what this log signed/],
      [`UPDATE log.checkpoint SET size = size + 1 WHERE ${newest}`, /stored checkpoint of \d+ leaves is not what this log signed/],
      [`UPDATE log.key SET verifier_key = replace(verifier_key, '+', '+0')`, /LOG_SIGNING_KEY is not the key of this log/],
      [`UPDATE log.key SET until = now()`, /LOG_SIGNING_KEY is not the key of this log/],
      [`DELETE FROM log.key`, /table log\.key is empty, though this log has begun: put the newest copy/],
      [`UPDATE log.identity SET origin = 'another.example/log'`, /LOG_SIGNING_KEY is not the key of this log/],
      [
        `UPDATE log.tile SET hashes = set_byte(hashes, 7, get_byte(hashes, 7) # 1) WHERE level = 1`,
        /stored tree does not continue its checkpoint/,
      ],
      [`DELETE FROM log.tile WHERE level = 1`, /tables are incomplete/],
    ])('%s: the log does not start, and says why', async (alteration, sentence) => {
      await expect(afterAlteration(alteration)).rejects.toThrow(sentence);
    });

    it('the last leaf is altered: the log does not start, and says which', async () => {
      const leaves = await insider.tables.leaves();
      await insider.site.stopLog();
      await insider.tables.writeLeaves([
        ...leaves.slice(0, -1),
        { ...leaves.at(-1)!, leaf: leaves.at(-1)!.leaf.replace('"time":"2', '"time":"3') },
      ]);
      await expect(insider.site.startLog()).rejects.toThrow(new RegExp(`Leaf ${leaves.length - 1} in the log's tables is not the one`));
    });

    it('older leaves are put back: the log does not start, and says so', async () => {
      const leaves = await insider.tables.leaves();
      await insider.site.stopLog();
      await insider.tables.writeLeaves(leaves.slice(0, -1));
      await expect(insider.site.startLog()).rejects.toThrow(/they were put back from an older copy/);
    });

    it.each([
      `DELETE FROM log.checkpoint WHERE ${newest}`,
      'DELETE FROM log.checkpoint',
      `UPDATE log.checkpoint SET signed_at = now() + interval '1 day'`,
      `UPDATE log.key SET since = now() + interval '1 day'`,
      `UPDATE log.identity SET verifier_key = 'x'`,
      'DELETE FROM log.identity',
      'UPDATE log.writer SET epoch = 0',
    ])('%s: the log makes the very same tree of the events', async (alteration) => {
      await afterAlteration(alteration);
      await eventually(async () =>
        expect(await insider.audit('--state', honest)).toMatchObject({ exitCode: 0, continues: 645, entries: 645 }),
      );
    });
  });
});

describe('an insider in the tables of what everybody reads', () => {
  let insider: Awaited<ReturnType<typeof siteWithRows>>;

  beforeAll(async () => {
    insider = await siteWithRows();
    const { exitCode, finding, words } = await insider.audit();
    expect([exitCode, finding, words]).toEqual([0, undefined, expect.objectContaining({ opened: 10 })]);
  }, 90_000);
  afterEach(() => insider.putBack());
  afterAll(() => insider?.stop());

  it.each(rowAlterations.map((alteration) => [alteration.does, alteration] as const))(
    'who alters %s is found out, and the entry is named',
    async (_, { statement, exitCode, saidBy }) => {
      const [altering, ...parameters] = statement(insider.history);
      expect((await insider.alter(altering, parameters)).rowCount).toBeGreaterThan(0);
      const { exitCode: found, index, finding } = await insider.audit();
      const type = typeof index === 'number' ? insider.typeOf(index) : null;
      expect([found, type, finding]).toEqual([exitCode, saidBy, expect.any(String)]);
    },
  );

  it('who alters the words of citizens is found out by auditors: for everybody else their number is listed', async () => {
    const { first, second } = insider.history.statements;
    const exchange = `UPDATE statement a SET text = b.text FROM statement b WHERE (a.id, b.id) IN (($1, $2), ($2, $1))`;
    await insider.alter(exchange, [first, second]);
    const { exitCode, notChecked } = await insider.auditByAnybody();
    const onlyByRole = [/words of 10 texts by citizens.*--token/, /what people answered in surveys.*--token/];
    expect([exitCode, notChecked]).toEqual([0, expect.arrayContaining(onlyByRole.map((one) => expect.stringMatching(one)))]);
  });

  it('who alters what earlier results are made of is found out by whoever asks as of a place, and by nobody who asks for now', async () => {
    const { position } = (await insider.alter('SELECT max(position) AS position FROM count_move')).rows[0] as { position: string };
    const [place, time] = [position, new Date(Math.ceil(Date.now() / 1_000) * 1_000).toISOString()];
    const { exitCode, finding, asOf } = await insider.audit('--as-of', place);
    expect([exitCode, finding]).toEqual([0, undefined]);
    const { consultations } = asOf as { consultations: { figures: number | null }[] };
    expect(consultations.filter(({ figures }) => figures !== null && figures > 0).length).toBeGreaterThan(1);
    const moved = (part: number) =>
      `UPDATE count_move SET moves = ARRAY(SELECT regexp_replace(move, '^1 ', '2 ') FROM unnest(moves) AS move) WHERE part = ${part}`;
    for (const [alteration, found] of [
      [moved(0), 4],
      [moved(1), 10],
      [`DELETE FROM count_move WHERE part = 0`, 4],
      [`UPDATE statement_status SET status = 'rejected'`, 4],
      [`DELETE FROM counted_comment`, 10],
    ] as const) {
      expect((await insider.alter(alteration)).rowCount).toBeGreaterThan(0);
      expect([alteration, (await insider.audit('--as-of', place)).exitCode]).toEqual([alteration, found]);
      await insider.putBack();
    }
    const first = `(SELECT min(move.position) FROM count_move AS move JOIN activity ON activity.id = move.activity_id
      WHERE activity.consultation_id = consultation_moment.consultation_id)`;
    await insider.alter(`UPDATE consultation_moment SET last_position = ${first} WHERE ${first} IS NOT NULL`);
    // A site answers nothing as of a time to come.
    await eventually(() => expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(time)));
    expect([4, 10]).toContain((await insider.audit('--as-of', time)).exitCode);
  });

  it('whose alteration is in a bundle is found out in the bundle, and an honest one verifies', async () => {
    const bundle = join(insider.folder, 'audit.bundle');
    expect(await insider.audit('--bundle', bundle)).toMatchObject({ exitCode: 0 });
    expect(await insider.offline(bundle)).toMatchObject({ exitCode: 0, words: { opened: 10 } });
    await insider.alter(`UPDATE page SET body = 'Where nothing is built.'`);
    expect(await insider.audit('--bundle', bundle)).toMatchObject({ exitCode: 21 });
    expect(await insider.offline(bundle)).toMatchObject({ exitCode: 21 });
  });
});
