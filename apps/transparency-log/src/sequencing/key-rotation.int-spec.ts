import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logKeysStream, type LogEvent, type LogKeys } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { openCheckpoint, parseVerifierKey, webCrypto } from '@isegoria/merkle-log';
import { freshSecrets, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { appendVotes, covers, logSecrets, startLog, type TestLog } from '../log.fixture';
import { sha256 } from '../keys/log-identity';

describe('going over to another key', () => {
  let parts: TestPart[];
  let store: EventStore;
  const oldKey = logSecrets.LOG_SIGNING_KEY;
  const newKey = freshSecrets().LOG_SIGNING_KEY;

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
  const vote = async (log: TestLog) => covers(log, (await appendVotes(store, 1))[0]!);

  it('lets nobody lose sight of the log', async () => {
    const [old] = await withLog({}, async (log) => {
      await vote(log);
      return (await log.json<LogKeys>('/log/keys')).checkpointKeys;
    });
    expect(await refusal({ LOG_SIGNING_KEY: newKey })).toMatch(/LOG_SIGNING_KEY is not the key of this log/);

    const both = await withLog({ LOG_SIGNING_KEY_NEXT: newKey }, async (log) => {
      const keys = await log.json<LogKeys>('/log/keys');
      expect(keys.checkpointKeys).toHaveLength(2);
      expect([keys.checkpointKey, keys.retiredKeys]).toEqual([old, []]);
      expect(await log.text('/log/policy')).toMatch(/^log .*\nlog .*\nquorum none\n$/);
      // What was signed before the overlap is signed again, before anything else happens.
      for (const key of keys.checkpointKeys) expect(await isBy(await log.text('/log/checkpoint'), key)).toBe(true);
      await vote(log);
      for (const key of keys.checkpointKeys) expect(await isBy(await log.text('/log/checkpoint'), key)).toBe(true);
      return keys.checkpointKeys;
    });

    await withLog({ LOG_SIGNING_KEY: newKey }, async (log) => {
      const keys = await log.json<LogKeys>('/log/keys');
      expect([keys.checkpointKeys, keys.checkpointKey]).toEqual([[both[1]], both[1]]);
      expect(keys.retiredKeys).toEqual([{ key: old, until: expect.stringMatching(/Z$/) }]);
      await vote(log);
      const note = await log.text('/log/checkpoint');
      expect([await isBy(note, both[1]!), await isBy(note, old!)]).toEqual([true, false]);
    });

    // What happened to the keys is on record, each thing once, and in the log itself.
    const ceremonies = await store.readStream<LogEvent>(logKeysStream);
    expect(ceremonies.map(({ type, data }) => [type, data.verifierKey])).toEqual([
      ['LogKeyIntroduced', both[1]],
      ['LogKeyRetired', old],
    ]);
    await withLog({ LOG_SIGNING_KEY: newKey }, async (log) => covers(log, ceremonies[1]!.id));
    expect(await store.readStream(logKeysStream)).toHaveLength(2);

    expect(await refusal({ LOG_SIGNING_KEY: oldKey })).toMatch(/LOG_SIGNING_KEY is not the key of this log/);
    expect(await refusal({ LOG_SIGNING_KEY: newKey, LOG_SIGNING_KEY_NEXT: oldKey })).toMatch(/has been retired/);
  }, 60_000);

  it('takes a key from a file of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isegoria-key-'));
    const file = join(folder, 'key');
    writeFileSync(file, newKey, { mode: 0o600 });
    await withLog({ LOG_SIGNING_KEY: '', LOG_SIGNING_KEY_FILE: file }, vote);
    writeFileSync(file, 'no key');
    expect(await refusal({ LOG_SIGNING_KEY: '', LOG_SIGNING_KEY_FILE: file })).toMatch(/LOG_SIGNING_KEY is no Ed25519 private key/);
    delete process.env['LOG_SIGNING_KEY_FILE'];
    rmSync(folder, { recursive: true });
  }, 60_000);
});
