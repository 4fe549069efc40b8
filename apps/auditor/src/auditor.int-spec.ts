import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { EventStore } from '@isegoria/event-sourcing';
import { eventually, freshSecrets } from '@isegoria/testing';
import { recordHistory } from './history.fixture';
import { LogTables } from './log-tables.fixture';
import { signingStore } from './signed-acts.fixture';
import { TestSite, placedEvents } from './site.fixture';

/** A well-formed key of a log of another name (the one of the Go checksum database). */
const otherLogKeys = JSON.stringify({
  origin: 'sum.golang.org',
  checkpointKey: 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
});

describe('the audit from outside', () => {
  let site: TestSite;
  let store: EventStore;
  let db: Client;
  let tables: LogTables;
  let folder: string;
  let history: Awaited<ReturnType<typeof recordHistory>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isegoria-audit-'));
    site = await TestSite.start();
    site.home = folder;
    store = signingStore(site.eventStoreUrl, site.secrets.ACT_SIGNING_KEY);
    db = new Client({ connectionString: site.databaseUrl });
    await db.connect();
    tables = new LogTables(db);
    history = await recordHistory(store);
    site.events = await placedEvents(store);
    await covered(history.deliberation.position);
  }, 60_000);

  beforeEach(() => {
    site.tamper = undefined;
    publish(history);
  });

  afterAll(async () => {
    await store?.close();
    await db?.end();
    await site?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const covered = (position: number) => eventually(async () => expect(await tables.coveredPosition()).toBeGreaterThanOrEqual(position));
  function publish({ deliberation, poll, opinionMap }: typeof history): void {
    site.published.clear();
    for (const results of [deliberation, poll]) site.published.set(`/api/v1/consultations/${results.consultationId}/results`, results);
    site.published.set(`/api/v1/activities/${opinionMap.activityId}/opinion-map`, opinionMap);
  }
  const newState = () => join(folder, `${randomUUID()}.json`);
  const audit = (...args: string[]) => site.audit('--state', newState(), '--wait', '1', ...args);
  /** Publishes a history with one value altered, at a path of names and indexes. */
  const publishAltered = (path: string, alter: (value: never) => unknown) => {
    const altered = structuredClone(history);
    const names = path.split('.');
    const last = names.pop()!;
    const holder = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, altered as never);
    holder[last] = alter(holder[last] as never);
    publish(altered);
  };

  it('verifies an honest site, every figure of it', async () => {
    const { exitCode, said } = await audit('--json');
    expect(JSON.parse(said)).toMatchObject({
      verified: true,
      exitCode: 0,
      consultations: 2,
      views: { 'opinion map': 1 },
      keyTrust: 'first-use',
      continues: null,
    });
    expect(exitCode).toBe(0);
    expect(history.opinionMap.map).not.toBeNull();
    expect(JSON.parse(said).figures).toBeGreaterThan(80);
    expect((await audit()).said).toMatch(/^VERIFIED/);
  });

  it('remembers the checkpoint, and holds the next one against it', async () => {
    const state = newState();
    expect((await site.audit('--state', state)).exitCode).toBe(0);
    const kept = JSON.parse(await readFile(state, 'utf8'));
    const again = await site.audit('--state', state, '--json');
    expect(JSON.parse(again.said)).toMatchObject({ exitCode: 0, continues: kept.size, keyTrust: 'remembered' });
  });

  it('names every altered figure, and where it is', async () => {
    const more = (value: number) => value + 1;
    const { deliberation, deliberated, poll, polled, statements } = history;
    const alterations: [string, (value: never) => unknown, string[], exitCode?: number][] = [
      [
        'deliberation.activities.0.participants',
        more,
        [deliberation.consultationId, deliberated.activityId, 'participants', 'published 5, recounted 4'],
        10,
      ],
      ['deliberation.activities.0.votesCast', more, ['votesCast: published 10, recounted 9']],
      ['deliberation.activities.0.participation.0.newParticipants', more, ['participation 2015-08-30, newParticipants'], 10],
      ['deliberation.activities.0.statements.1.agrees', more, [`statement ${statements[1]}, agrees: published 3, recounted 2`]],
      ['deliberation.activities.0.statements.0.byAssurance.anonymous.passes', more, [statements[0], 'byAssurance, anonymous, passes']],
      [
        'deliberation.activities.0.statements.2.status',
        () => 'accepted',
        [statements[2], 'status: published "accepted", recounted "rejected"'],
      ],
      ['deliberation.activities.0.statements', (all: unknown[]) => all.slice(0, 2), [`statement ${statements[2]}: published nothing`]],
      [
        'deliberation.activities.0.statements',
        (all: object[]) => [...all, { ...all[0], id: 'invented' }],
        ['invented, which the recount does not have'],
      ],
      ['poll.activities.0.options.2.votes', more, [poll.consultationId, polled.activityId, 'option c, votes: published 2, recounted 1']],
      ['poll.activities.0.options.0.text', () => 'Pool', ['option a, text']],
      [
        'opinionMap.map.participants.1.x',
        (x: number) => x + 1e-15 * Math.max(1, Math.abs(x)) * 4,
        ['opinion map', 'participant ben, x'],
        9,
      ],
    ];
    for (const [path, alter, words, code = 4] of alterations) {
      publishAltered(path, alter);
      const { exitCode, said } = await audit();
      expect({ path, exitCode }).toEqual({ path, exitCode: code });
      for (const word of words) expect(said).toContain(word);
    }
  }, 90_000);

  it('misses a consultation that the site does not list', async () => {
    site.published.set('/api/v1/consultations', { items: [{ id: history.deliberation.consultationId }], next: null });
    const { exitCode, said } = await audit();
    expect(exitCode).toBe(4);
    expect(said).toContain(`Consultation ${history.poll.consultationId} was published according to the log`);
  });

  it('counts to the position that the figures include, whatever came later', async () => {
    const { deliberation, deliberated, statements } = history;
    const voter = randomUUID();
    const data = {
      consultationId: deliberation.consultationId,
      activityId: deliberated.activityId,
      statementId: statements[0],
      voter,
      choice: 'agree',
      assurance: 'email',
    };
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'test' };
    const { position } = await store.append(
      `ballot-${deliberated.activityId}-${voter}`,
      [{ id: randomUUID(), type: 'StatementVoteCast', data, metadata }],
      'none',
    );
    await covered(position);
    expect((await audit()).exitCode).toBe(0);
    publishAltered('deliberation.position', () => position);
    expect((await audit()).said).toContain('participants: published 4, recounted 5');
  });

  it('takes a tile that was altered for no other history, though the log proves its history by it', async () => {
    const state = newState();
    await site.audit('--state', state);
    const before = JSON.parse(await readFile(state, 'utf8')).size as number;
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'test' };
    const { position } = await store.append(`comment-${randomUUID()}`, [{ id: randomUUID(), type: 'Noted', data: {}, metadata }], 'none');
    await covered(position);
    expect((await tables.checkpoint()).size).toBeGreaterThan(before);
    const [{ hashes } = { hashes: Buffer.alloc(0) }] = await tables.tiles();
    await tables.writeTile({ level: 0, index: 0, hashes: Buffer.from(hashes.with(32 * 5 + 7, hashes[32 * 5 + 7]! ^ 1)) });
    expect(await site.audit('--state', state)).toEqual({ exitCode: 15, said: expect.stringContaining('differs for entry 5') });
    await tables.writeTile({ level: 0, index: 0, hashes });
  });

  it('notices bytes altered on the way, and an end that comes too early', async () => {
    const [voted = -1] = await tables.seqsOf('PollBallotCast');
    const flip = (line: string) => line.replace(/"data":"(.)/, (_, first: string) => `"data":"${first === 'e' ? 'f' : 'e'}`);
    site.tamper = (path, body) =>
      path.includes('entries')
        ? body
            .split('\n')
            .map((line, at) => (at === voted ? flip(line) : line))
            .join('\n')
        : body;
    expect(await audit()).toEqual({ exitCode: 7, said: expect.stringContaining(`data of entry ${voted} is not what its leaf commits to`) });
    site.tamper = (path, body) => (path.includes('entries') ? body.split('\n').slice(0, 5).join('\n') + '\n' : body);
    expect(await audit()).toEqual({ exitCode: 3, said: expect.stringContaining('Entry 5 is covered by the signed checkpoint') });
    site.tamper = (path, body) => (path.includes('entries') ? body.split('\n').with(3, '\u001b[31m{}').join('\n') : body);
    expect(await audit()).toEqual({ exitCode: 3, said: 'NOT VERIFIED: Entry 3 cannot be read.\n' });
  });

  it('believes no other signature and no other key', async () => {
    const state = newState();
    await site.audit('--state', state);
    const { key } = JSON.parse(await readFile(state, 'utf8'));
    expect(JSON.parse((await audit('--key', key, '--json')).said)).toMatchObject({ exitCode: 0, keyTrust: 'pinned' });
    site.tamper = (path, body) =>
      path === '/log/checkpoint' ? body.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) - 1}\n`) : body;
    expect(await audit()).toEqual({ exitCode: 2, said: expect.stringContaining('has a wrong signature') });

    // An entirely different key, with valid signatures.
    site.tamper = undefined;
    await site.stopLog();
    await tables.empty();
    site.secrets.LOG_SIGNING_KEY = freshSecrets().LOG_SIGNING_KEY;
    await site.startLog();
    await covered(history.deliberation.position);
    expect(await site.audit('--state', state)).toEqual({ exitCode: 2, said: expect.stringContaining('shows another log key') });
    expect(await audit('--key', key)).toEqual({ exitCode: 2, said: expect.stringContaining('is not signed by the trusted key') });
    expect((await audit()).exitCode).toBe(0);
  }, 60_000);

  it('keeps its own file by itself, and is not fooled by a log that calls itself something else', async () => {
    expect(JSON.parse((await site.audit('--json')).said)).toMatchObject({ exitCode: 0, continues: null });
    expect(JSON.parse((await site.audit('--json')).said)).toMatchObject({ exitCode: 0, keyTrust: 'remembered' });
    site.tamper = (path, body) => (path === '/log/keys' ? otherLogKeys : body);
    expect(await site.audit()).toEqual({ exitCode: 2, said: expect.stringContaining('shows another log key than at the audit of') });
  });

  it('says when it cannot audit, and why', async () => {
    site.published.clear();
    expect(await audit()).toEqual({
      exitCode: 1,
      said: expect.stringContaining('/results cannot be read: status 404'),
    });
    expect(await audit('--key', 'nonsense')).toEqual({ exitCode: 1, said: expect.stringContaining('is not a verifier key') });
    expect(await audit('--frobnicate')).toEqual({ exitCode: 1, said: expect.stringContaining('--frobnicate') });
    expect((await audit('--help')).said).toContain('Exit codes');
  });
});
