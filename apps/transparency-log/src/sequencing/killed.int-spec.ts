import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { EventStore } from '@isegoria/event-sourcing';
import { AppendTree, leafHash, unverifiedCheckpoint } from '@isegoria/merkle-log';
import { testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { appendVotes, buildLog, covers, expectWholeLog, runLog, startLog, type TestLog } from '../log.fixture';
import { sha256 } from '../keys/log-identity';
import { killingProxy, type KillingProxy } from './killing-proxy.fixture';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 6);
/** Messages to the database in which a start ends, and some batches with their checkpoints: about 15 for each. */
const messagesOfAStart = 40;
const messagesOfSomeBatches = 45;
/** Milliseconds between two votes: a checkpoint is signed after each, so that a shot hits a signature as often as a batch. */
const voteEvery = 700;
const patience = 4_000;

describe('a sequencer that is killed at any step of its writing', () => {
  let eventStore: TestPart;
  let database: TestPart;
  let store: EventStore;
  let db: Client;
  let proxy: KillingProxy;
  /** Every checkpoint that was ever signed or seen: size, and root in hex. */
  const seen = new Map<number, string>();

  beforeAll(async () => {
    buildLog();
    [eventStore, database] = await Promise.all([testEventStore(), testDatabase()]);
    store = new EventStore(eventStore.url);
    db = new Client({ connectionString: database.url });
    await db.connect();
    proxy = await killingProxy(database.url);
  });
  afterAll(async () => {
    await proxy.stop();
    await db.end();
    await store.close();
    await Promise.all([eventStore.stop(), database.stop()]);
  });

  /** No two checkpoints of one size differ. */
  const remember = (note: string) => {
    const { size, root } = unverifiedCheckpoint(note)!;
    const hex = Buffer.from(root).toString('hex');
    expect([size, seen.get(size) ?? hex]).toEqual([size, hex]);
    seen.set(size, hex);
  };
  const rememberStored = async () => {
    const { rows } = await db.query(`SELECT note FROM log.checkpoint`).catch(() => ({ rows: [] as { note: string }[] }));
    for (const { note } of rows) remember(note);
  };
  const watch = async (log: TestLog, isOver: () => boolean) => {
    while (!isOver()) {
      await log
        .text('/log/checkpoint')
        .then(remember, (error: Error) => expect(error.message).toMatch(/fetch failed|terminated|aborted|503/));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  /** Everything signed or seen is a beginning of what the log is at the end. */
  const expectOneHistory = async (last: TestLog, ids: readonly string[]) => {
    await covers(last, ids.at(-1)!);
    await expectWholeLog(last, ids);
    await rememberStored();
    expect(seen.size).toBeGreaterThan(rounds / 4);
    const tree = new AppendTree(sha256);
    for (const { leaf } of await last.entries(10_000)) {
      expect(seen.get(tree.size) ?? Buffer.from(tree.root()).toString('hex')).toBe(Buffer.from(tree.root()).toString('hex'));
      tree.append(leafHash(sha256, Buffer.from(leaf)));
    }
    expect(Math.max(...seen.keys())).toBeLessThanOrEqual(tree.size);
    expect(seen.get(tree.size)).toBe(Buffer.from(tree.root()).toString('hex'));
  };

  it(
    `has signed nothing, in ${rounds} rounds, that a later checkpoint contradicts`,
    async () => {
      const ids: string[] = [];
      let isVoting = true;
      const voting = (async () => {
        for (; isVoting; await new Promise((resolve) => setTimeout(resolve, voteEvery))) ids.push(...(await appendVotes(store, 7)));
      })();
      for (let round = 0; round < rounds; round++) {
        const log = runLog({
          EVENTSTORE_URL: eventStore.url,
          DATABASE_URL: proxy.url,
          PUBLIC_URL: 'http://localhost:8080',
          LOG_LEVEL: 'fatal',
        });
        const isAtStart = round % 4 === 3;
        if (!isAtStart) await log.ready;
        let isOver = false;
        const message = 1 + Math.floor(Math.random() * (isAtStart ? messagesOfAStart : messagesOfSomeBatches));
        const killed = new Promise<void>((resolve) => {
          proxy.arm(message, round % 2 === 0 ? 'before' : 'after', () => void log.kill().then(resolve));
          setTimeout(() => void log.kill().then(resolve), patience).unref();
        });
        const watching = isAtStart ? undefined : watch(await log.ready, () => isOver);
        await killed;
        isOver = true;
        proxy.disarm();
        await watching;
        await rememberStored();
      }
      isVoting = false;
      await voting;

      const last = await startLog({ EVENTSTORE_URL: eventStore.url, DATABASE_URL: database.url, PUBLIC_URL: 'http://localhost:8080' });
      await expectOneHistory(last, ids).finally(() => last.stop());
    },
    60_000 + rounds * 20_000,
  );
});
