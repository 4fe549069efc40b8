import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logKeysStream, type LogEvent, type LogKeys } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { openCheckpoint, parseVerifierKey, verifyNote, webCrypto } from '@isegoria/merkle-log';
import { freshSecrets, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { appendVotes, covers, logSecrets, startLog, type TestLog } from '../log.fixture';
import { sha256 } from '../keys/log-identity';

describe('going over to another key', () => {
  let parts: TestPart[];
  let store: EventStore;
  const oldKey = logSecrets.LOG_SIGNING_KEY;
  const { LOG_SIGNING_KEY: newKey, ACT_PUBLIC_KEY: newActKey } = freshSecrets();

  beforeAll(async () => {
    parts = await Promise.all([testEventStore(), testDatabase()]);
    store = new EventStore(parts[0]!.url);
  });
  afterAll(async () => {
    await store.close();
    for (const part of parts) await part.stop();
  });

  const withLog = async <T>(settings: Record<string, string>, use: (log: TestLog) => Promise<T>): Promise<T> => {
    const log = await startLog({
      EVENTSTORE_URL: parts[0]!.url,
      DATABASE_URL: parts[1]!.url,
      PUBLIC_URL: 'https://ministry.example',
      ...settings,
    });
    return use(log).finally(() => log.stop());
  };
  const refusal = (settings: Record<string, string>) => withLog(settings, async () => 'It started.').catch((error: Error) => error.message);
  const isBy = async (note: string, key: string) =>
    (await openCheckpoint(note, [(await parseVerifierKey(key, sha256))!], webCrypto.verifyEd25519)).ok;
  /** The lines of the note of keys of acts, once one of the log's keys has signed it. */
  const actKeysIn = async ({ actKeys }: LogKeys, signedBy: string) => {
    const verified = await verifyNote(actKeys, [(await parseVerifierKey(signedBy, sha256))!], webCrypto.verifyEd25519);
    return verified.ok ? verified.text.trimEnd().split('\n') : [verified.reason];
  };
  const vote = async (log: TestLog) => covers(log, (await appendVotes(store, 1))[0]!);

  it('lets nobody lose sight of the log', async () => {
    const [old, ofActs] = await withLog({}, async (log) => {
      await vote(log);
      const keys = await log.json<LogKeys>('/log/keys');
      const [name, line, ...others] = await actKeysIn(keys, keys.checkpointKey);
      expect([name, line, others]).toEqual(['ministry.example/log/acts', expect.stringMatching(/\/acts\+.* signing$/), []]);
      return [keys.checkpointKey, line!.split(' ')[0]];
    });
    expect(await refusal({ LOG_SIGNING_KEY: newKey })).toMatch(/LOG_SIGNING_KEY is not the key of this log/);
    expect(await refusal({ ACT_PUBLIC_KEY: newActKey })).toMatch(/ACT_PUBLIC_KEY is not the key of this log/);

    const next = { LOG_SIGNING_KEY_NEXT: newKey, ACT_PUBLIC_KEY_NEXT: newActKey };
    let nextOfActs = '';
    const both = await withLog(next, async (log) => {
      const keys = await log.json<LogKeys>('/log/keys');
      expect(keys.checkpointKeys).toHaveLength(2);
      expect([keys.checkpointKey, keys.retiredKeys]).toEqual([old, []]);
      expect(await log.text('/log/policy')).toMatch(/^log .*\nlog .*\nquorum none\n$/);
      // What was signed before the overlap is signed again, before anything else happens.
      for (const key of keys.checkpointKeys) expect(await isBy(await log.text('/log/checkpoint'), key)).toBe(true);
      await vote(log);
      for (const key of keys.checkpointKeys) expect(await isBy(await log.text('/log/checkpoint'), key)).toBe(true);
      const [, , line] = await actKeysIn(keys, keys.checkpointKeys[1]!);
      nextOfActs = line!.split(' ')[0]!;
      return keys.checkpointKeys;
    });

    const now = { LOG_SIGNING_KEY: newKey, ACT_PUBLIC_KEY: newActKey };
    await withLog(now, async (log) => {
      const keys = await log.json<LogKeys>('/log/keys');
      expect([keys.checkpointKeys, keys.checkpointKey]).toEqual([[both[1]], both[1]]);
      expect(await actKeysIn(keys, both[1]!)).toEqual(['ministry.example/log/acts', `${ofActs} retired`, `${nextOfActs} signing`]);
      expect(keys.retiredKeys).toEqual([{ key: old, until: expect.stringMatching(/Z$/) }]);
      await vote(log);
      const note = await log.text('/log/checkpoint');
      expect([await isBy(note, both[1]!), await isBy(note, old!)]).toEqual([true, false]);
    });

    // What happened to the keys is on record, each thing once, and in the log itself.
    const ceremonies = await store.readStream<LogEvent>(logKeysStream);
    expect(ceremonies.map(({ type, data }) => [type, data.verifierKey])).toEqual([
      ['LogKeyIntroduced', both[1]],
      ['LogKeyIntroduced', nextOfActs],
      ['LogKeyRetired', old],
      ['LogKeyRetired', ofActs],
    ]);
    await withLog(now, async (log) => covers(log, ceremonies[3]!.id));
    expect(await store.readStream(logKeysStream)).toHaveLength(4);

    expect(await refusal({ ...now, LOG_SIGNING_KEY: oldKey })).toMatch(/LOG_SIGNING_KEY is not the key of this log/);
    expect(await refusal({ ...now, LOG_SIGNING_KEY_NEXT: oldKey })).toMatch(/LOG_SIGNING_KEY_NEXT .* has been retired/);
    expect(await refusal({ ...now, ACT_PUBLIC_KEY_NEXT: logSecrets.ACT_PUBLIC_KEY })).toMatch(/ACT_PUBLIC_KEY_NEXT .* has been retired/);
  }, 60_000);

  it('takes a key from a file of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isegoria-key-'));
    const file = join(folder, 'key');
    writeFileSync(file, newKey, { mode: 0o600 });
    const fromFile = { LOG_SIGNING_KEY: '', LOG_SIGNING_KEY_FILE: file, ACT_PUBLIC_KEY: newActKey };
    await withLog(fromFile, vote);
    writeFileSync(file, 'no key');
    expect(await refusal(fromFile)).toMatch(/LOG_SIGNING_KEY is no Ed25519 private key/);
    delete process.env['LOG_SIGNING_KEY_FILE'];
    rmSync(folder, { recursive: true });
  }, 60_000);
});
