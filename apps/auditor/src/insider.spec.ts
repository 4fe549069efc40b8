import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditedHistory } from './audited-history.fixture';

type History = Awaited<ReturnType<typeof auditedHistory>>;

/** What an insider does to the entry at a place, and the codes of the findings there. */
const alterations: Record<string, [alter: (lines: string[], at: number) => string[], ...codes: number[]]> = {
  'flips a bit of the leaf': [
    (lines, at) =>
      lines.with(
        at,
        inLeaf(lines[at]!, (leaf) => leaf.replace(/"id":"(.)/, (_, digit: string) => `"id":"${digit === 'a' ? 'b' : 'a'}`)),
      ),
    3,
  ],
  'flips a bit of the time': [
    (lines, at) =>
      lines.with(
        at,
        inLeaf(lines[at]!, (leaf) => leaf.replace('"time":"2026', '"time":"2027')),
      ),
    3,
  ],
  'writes the leaf in another form': [
    (lines, at) =>
      lines.with(
        at,
        inLeaf(lines[at]!, (leaf) => leaf.replace(',', ', ')),
      ),
    3,
  ],
  'removes it': [(lines, at) => lines.toSpliced(at, 1), 3, 8],
  'inserts another before it': [(lines, at) => lines.toSpliced(at, 0, lines.at(at - 1)!), 8, 3],
  'swaps it with the next': [(lines, at) => lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at]!), 8, 3],
  'moves it to the end': [(lines, at) => [...lines.toSpliced(at, 1), lines[at]!], 8],
  'cuts the log there': [(lines, at) => lines.slice(0, at), 3],
  'makes it unreadable': [(lines, at) => lines.with(at, lines[at]!.slice(1)), 3],
};

function inLeaf(line: string, alter: (leaf: string) => string): string {
  const entry = JSON.parse(line) as { leaf: string };
  return JSON.stringify({ ...entry, leaf: alter(entry.leaf) });
}

function inBody(line: string, alter: (body: string) => string): string {
  const entry = JSON.parse(line) as { data: string | null };
  return JSON.stringify({ ...entry, data: entry.data && alter(entry.data) });
}

describe('an insider', () => {
  let audited: History;
  beforeEach(async () => {
    audited = await auditedHistory();
  });
  afterEach(() => audited.close());

  it.each(Object.keys(alterations))(
    'who %s is found out at every entry, and the entry is named',
    async (name) => {
      const { site, audit } = audited;
      const [alter, ...codes] = alterations[name]!;
      expect(await audit()).toMatchObject({ exitCode: 0 });
      const size = site.events.length;
      for (let at = 0; at < size - 1; at++) {
        site.alterLines = (lines) => alter(lines, at);
        const { exitCode, index, finding } = await audit();
        expect({ at, index, finding }).toEqual({ at, index: at, finding: expect.stringContaining(`${at}`) });
        expect(codes).toContain(exitCode);
      }
    },
    60_000,
  );

  it('who alters a body, or writes it in another form, is found out at every entry that shows one', async () => {
    const { site, audit } = audited;
    const ways: ((body: string) => string)[] = [
      (body) => (body.startsWith('e') ? 'f' : 'e') + body.slice(1),
      (body) => Buffer.from(`${Buffer.from(body, 'base64').toString()} `).toString('base64'),
      (body) => `${body}\n`,
    ];
    for (const [at, { stream }] of site.events.entries()) {
      if (/^(account|email)-/.test(stream)) continue;
      for (const way of ways) {
        site.alterLines = (lines) => lines.with(at, inBody(lines[at]!, way));
        expect(await audit()).toMatchObject({ exitCode: 7, index: at });
      }
      site.alterLines = (lines) =>
        lines.with(
          at,
          inBody(lines[at]!, () => null as never),
        );
      expect(await audit()).toMatchObject({ exitCode: 7, index: at });
    }
  }, 60_000);

  it('who alters any hash or leaf in a tile is found out, and the entry is named', async () => {
    const { site, audit } = audited;
    for (let at = 0; at < site.events.length; at++) {
      site.alterTile = (path, bytes) =>
        path.includes('/0/') ? Buffer.from(bytes.with(at * 32 + (at % 32), bytes[at * 32 + (at % 32)]! ^ 1)) : bytes;
      expect(await audit()).toMatchObject({ exitCode: 15, index: at });
      site.alterTile = (path, bytes) =>
        path.includes('entries')
          ? Buffer.from(bytes.toString('latin1').replace(`"seq":${at},`, `"seq":${9 - (at % 10)},`), 'latin1')
          : bytes;
      const { exitCode, index } = await audit();
      expect([exitCode, index]).toEqual(at === 9 - (at % 10) ? [0, undefined] : [15, at]);
    }
    site.alterTile = (_, bytes) => bytes.subarray(0, -1);
    expect(await audit()).toMatchObject({ exitCode: 15 });
    site.servesTiles = false;
    expect(await audit()).toMatchObject({
      exitCode: 0,
      tiles: null,
      notChecked: expect.arrayContaining([expect.stringContaining('tiles')]),
    });
  }, 60_000);

  it('who holds the key and signs an altered history is found out by any checkpoint seen before', async () => {
    const { site, audit, folder, history } = audited;
    expect(await audit()).toMatchObject({ exitCode: 0 });
    const [first, seen] = [site.events.length, site.note];
    await site.store.append(`comment-${history.deliberation.consultationId}`, [{ type: 'Noted', data: {}, metadata: {} }] as never, 'any');
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 0, continues: first, checkpointsSeen: 2 });
    await site.store.append('comment-2', [{ type: 'Noted', data: {}, metadata: {} }] as never, 'any');

    // After the first checkpoint, before the second.
    site.events[first]!.data = { other: true };
    await site.sign();
    expect(await audit()).toMatchObject({
      exitCode: 6,
      index: first,
      finding: expect.stringContaining(`at entry ${first} or after it, before entry ${first + 1}`),
    });
    // Before both.
    await site.store.append('comment-3', [{ type: 'Noted', data: {}, metadata: {} }] as never, 'any');
    site.events[3]!.metadata = { other: true };
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 6, index: 0 });
    const files = (await readdir(folder)).filter((name) => name.includes('evidence'));
    expect(files).toHaveLength(2);
    const evidence = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    expect(evidence.every((text) => text.includes(site.note) || text.includes('paper.example'))).toBe(true);
    expect(evidence.some((text) => text.includes(seen) && text.includes(site.note))).toBe(true);
  });

  it('who shows two trees of one size, or takes entries back, is found out, and both checkpoints are kept', async () => {
    const { site, audit, folder } = audited;
    expect(await audit()).toMatchObject({ exitCode: 0 });
    const before = site.note;
    site.events[5]!.metadata = { other: true };
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 6, index: 0, finding: expect.stringContaining('forked') });
    const [file] = (await readdir(folder)).filter((name) => name.includes('evidence'));
    const evidence = await readFile(join(folder, file!), 'utf8');
    expect([evidence.includes(before), evidence.includes(site.note)]).toEqual([true, true]);

    site.events.pop();
    await site.sign();
    expect(await audit()).toMatchObject({ exitCode: 6, index: 0, finding: expect.stringContaining('shrank') });
  });

  it('cannot have the auditor forget: a file of checkpoints that cannot be read is no first audit', async () => {
    const { audit, folder } = audited;
    await audit();
    await writeFile(join(folder, 'state.checkpoints.ndjson'), 'nonsense\n');
    expect(await audit()).toMatchObject({ exitCode: 1, finding: expect.stringContaining('cannot be read') });
  });
});
