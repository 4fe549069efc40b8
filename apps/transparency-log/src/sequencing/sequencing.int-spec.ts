import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { ReceiptProof } from '@isegoria/contracts';
import { startEventStore } from '@isegoria/embedded-event-store';
import { EventStore } from '@isegoria/event-sourcing';
import { freshSecrets, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { appendVotes, buildLog, covers, expectWholeLog, leafIn, linesOf, newEvent, runLog, startLog } from '../log.fixture';

describe('keeping the log going', () => {
  let eventStore: TestPart;
  let store: EventStore;
  let database: TestPart;
  let db: Client;

  beforeAll(async () => {
    buildLog();
    eventStore = await testEventStore();
    store = new EventStore(eventStore.url);
  });

  beforeEach(async () => {
    database = await testDatabase();
    db = new Client({ connectionString: database.url });
    await db.connect();
  });

  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.stop()));
    await db.end();
    await database.stop();
  });

  afterAll(async () => {
    await store.close();
    await eventStore.stop();
  });

  const environment = () => ({ EVENTSTORE_URL: eventStore.url, DATABASE_URL: database.url, PUBLIC_URL: 'http://localhost:8080' });
  /** Started by a test, and stopped after it at the latest. */
  const logs: Awaited<ReturnType<typeof startLog>>[] = [];
  const start = async (other: Record<string, string> = {}) => {
    const log = await startLog({ ...environment(), ...other });
    logs.push(log);
    return log;
  };
  /** The sentence with which the service refuses to start. */
  const refusal = async (other: Record<string, string> = {}) => {
    try {
      await (await start(other)).stop();
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('It started.');
  };
  /** A log of some events, stopped. */
  const aLog = async () => {
    const ids = await appendVotes(store, 11);
    const log = await start();
    await covers(log, ids.at(-1)!);
    await log.stop();
    return ids;
  };

  it('goes on after a restart where it was, under its old name also at another address', async () => {
    const ids = await aLog();
    ids.push(...(await appendVotes(store, 5)));
    const log = await start({ PUBLIC_URL: 'http://localhost:9999' });
    await covers(log, ids.at(-1)!);
    await expectWholeLog(log, ids);
    expect((await log.checkpoint()).origin).toBe('localhost:8080/log');
  });

  it('goes on where two streams have an event under one id, and proves the first', async () => {
    const event = newEvent('StatementVoteCast', { choice: 'pass' });
    for (const stream of ['one', 'other']) await store.append(`ballot-${stream}-${event.id}`, [event], 'none');
    const [after] = await appendVotes(store, 1);
    const log = await start();
    await covers(log, after!);
    const both = (await log.entries()).filter((entry) => leafIn(entry).id === event.id);
    expect(both.map((entry) => leafIn(entry).stream)).toEqual([`ballot-one-${event.id}`, `ballot-other-${event.id}`]);
    expect((await log.json<ReceiptProof>(`/log/receipts/${event.id}`)).seq).toBe(both[0]!.seq);
  });

  it('signs nothing when nothing is new', async () => {
    await aLog();
    const count = async () => Number((await db.query('SELECT count(*) FROM log.checkpoint')).rows[0].count);
    const before = await count();
    await start();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await count()).toBe(before);
  });

  it('loses and doubles nothing when its connections are cut again and again', async () => {
    const log = await start();
    const ids: string[] = [];
    for (let cut = 0; cut < 6; cut++) {
      ids.push(...(await appendVotes(store, 20 + cut * 7)));
      await db.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
    await covers(log, ids.at(-1)!);
    await expectWholeLog(log, ids);
  });

  it('lets a second instance wait until the first ends', async () => {
    const first = await start();
    const second = runLog(environment());
    const ids = await appendVotes(store, 3);
    await covers(first, ids.at(-1)!);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(second.isReady()).toBe(false);
    await first.stop();
    const log = await second.ready;
    ids.push(...(await appendVotes(store, 3)));
    await covers(log, ids.at(-1)!);
    await expectWholeLog(log, ids);
    await second.kill();
  });

  it('loses and doubles nothing when its process is killed at any moment', async () => {
    const ids: string[] = [];
    let isVoting = true;
    const voting = (async () => {
      for (; isVoting; await new Promise((resolve) => setTimeout(resolve, 25))) ids.push(...(await appendVotes(store, 10)));
    })();
    for (let kill = 0; kill < 4; kill++) {
      const killed = runLog(environment());
      await killed.ready;
      await new Promise((resolve) => setTimeout(resolve, 80 + kill * 150));
      await killed.kill();
    }
    isVoting = false;
    await voting;
    const log = await start();
    await covers(log, ids.at(-1)!);
    await expectWholeLog(log, ids);
    await log.stop();
  }, 60_000);

  it('refuses an event store that ends before the log', async () => {
    await aLog();
    const older = await anotherEventStore();
    expect(await refusal({ EVENTSTORE_URL: older.url })).toMatch(/event store ends before position \d+.*older backup/);
    await older.stop();
  });

  it('refuses an event store with another history', async () => {
    await aLog();
    const other = await anotherEventStore();
    const otherStore = new EventStore(other.url);
    const { rows } = await db.query('SELECT max(position) AS position FROM log.bundle, unnest(positions) AS position');
    await otherStore.append(
      'ballot-many',
      Array.from({ length: Number(rows[0].position) }, () => newEvent('StatementVoteCast', {})),
      'none',
    );
    expect(await refusal({ EVENTSTORE_URL: other.url })).toMatch(/another event than leaf \d+ of the log/);
    await otherStore.close();
    await other.stop();
  });

  it('refuses tables that contradict what was signed', async () => {
    await aLog();
    const alterations: [string, RegExp][] = [
      [`DELETE FROM log.bundle`, /hold 0 leaves, and it signed a checkpoint of \d+/],
      [
        `UPDATE log.bundle SET leaves = regexp_replace(leaves, '\n[^\n]*$', ''), positions = trim_array(positions, 1), prepares = trim_array(prepares, 1), public = trim_array(public, 1)`,
        /hold \d+ leaves, and it signed a checkpoint of \d+/,
      ],
      [`UPDATE log.bundle SET leaves = regexp_replace(leaves, '\n[^\n]*$', '')`, /tables are incomplete.* Leaf \d+ is not there/],
      [`UPDATE log.bundle SET prepares = trim_array(prepares, 1)`, /tables are incomplete.* Leaf \d+ is not there/],
      [`UPDATE log.tile SET hashes = overlay(hashes PLACING sha256('x') FROM 33)`, /does not continue its checkpoint/],
      [`UPDATE log.tile SET hashes = substring(hashes FROM 2)`, /tables are incomplete/],
      [`UPDATE log.bundle SET leaves = replace(leaves, '"revision":0', '"revision":1')`, /Leaf \d+ .* is not the one that was hashed/],
      [`UPDATE log.checkpoint SET root = sha256('x')`, /is not what this log signed/],
      [`UPDATE log.checkpoint SET note = replace(note, 'localhost', 'elsewhere')`, /is not what this log signed/],
    ];
    for (const [alteration, sentence] of alterations) {
      const tables = ['bundle', 'tile', 'checkpoint'];
      for (const table of tables) await db.query(`CREATE TABLE IF NOT EXISTS kept_${table} AS TABLE log.${table}`);
      await db.query(alteration);
      expect(await refusal()).toMatch(sentence);
      for (const table of tables) await db.query(`TRUNCATE log.${table}; INSERT INTO log.${table} TABLE kept_${table}`);
    }
    await (await start()).stop();
  });

  it('refuses another name and another key than the log began with', async () => {
    await aLog();
    expect(await refusal({ LOG_ORIGIN: 'other.example/log' })).toMatch(/began under the name localhost:8080\/log/);
    expect(await refusal({ LOG_SIGNING_KEY: freshSecrets().LOG_SIGNING_KEY })).toMatch(/LOG_SIGNING_KEY is not the key/);
  });

  it('gives no body for a leaf whose place in the event store was altered after it was sequenced', async () => {
    const ids = await appendVotes(store, 3);
    const log = await start();
    await covers(log, ids.at(-1)!);
    // The event store is append-only here, so the leaf is moved to another event's place instead.
    await db.query(
      `UPDATE log.bundle SET positions[one.seq % 256 + 1] = other.positions[e.seq % 256 + 1], prepares[one.seq % 256 + 1] = other.prepares[e.seq % 256 + 1]
       FROM log.event AS one, log.event AS e JOIN log.bundle AS other ON other.index = e.seq / 256
       WHERE bundle.index = one.seq / 256 AND one.event_id = $1 AND e.event_id = $2`,
      [ids[0], ids[1]],
    );
    const bodies = new Map(linesOf(await log.text('/log/entries?limit=10000')).map((entry) => [leafIn(entry).id, entry.data]));
    expect(ids.map((id) => bodies.get(id))).toEqual([null, expect.any(String), expect.any(String)]);
  });

  it('stops and is no longer ready when an older store takes the place of its own', async () => {
    const own = await anotherEventStore();
    const ownStore = new EventStore(own.url);
    const ids = await appendVotes(ownStore, 3);
    const log = await start({ EVENTSTORE_URL: own.url });
    await covers(log, ids.at(-1)!);
    const checkpoint = await log.text('/log/checkpoint');
    await ownStore.close();
    await own.stop();
    const older = await anotherEventStore(Number(/:(\d+)/.exec(own.url)![1]));
    const olderStore = new EventStore(older.url);
    await appendVotes(olderStore, 2);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const health = await fetch(`${log.url}/health/ready`);
    expect([health.status, await health.json()]).toMatchObject([503, { missing: ['sequencer'] }]);
    expect(await log.text('/log/checkpoint')).toBe(checkpoint);
    await olderStore.close();
    await log.stop();
    await older.stop();
  });
});

/** An empty event store beside the one of the suite, as a backup would be. */
async function anotherEventStore(port = 0): Promise<TestPart> {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-other-events-'));
  const server = await startEventStore({ folder, port });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.connectionString, stop };
}
