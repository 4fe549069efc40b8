import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineExceededError, StreamNotFoundError } from '@eventstore/db-client';
import { WakeUps } from '../reading/wake-ups';
import type { Change, Outcome } from '../rules/model';
import { collect, errorOf, happened, newStream, runningStore } from '../running-store.fixture';
import { Sequencer } from '../storage/sequencer';
import { Storage } from '../storage/storage';

const HOUR_MS = 3_600_000;
const suite = runningStore();

describe('an append of a batch that comes after its deadline', () => {
  it('is refused by itself and not written, and the call goes on', async () => {
    const stream = newStream();
    const { client } = suite;
    const [late, inTime] = await Promise.all([
      errorOf(client.appendToStream(stream, happened(0), { deadline: -HOUR_MS })),
      errorOf(client.appendToStream(newStream(), happened(1), { deadline: HOUR_MS })),
    ]);
    expect(late).toBeInstanceOf(DeadlineExceededError);
    expect(inTime).toBeUndefined();
    expect(await errorOf(collect(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
  });

  it('is refused for that before anything else is found wrong with it', async () => {
    const large = Array.from({ length: 3 }, () => ({ ...happened(0), data: { text: 'x'.repeat(500_000) } }));
    expect(await errorOf(suite.client.appendToStream(newStream(), large, { deadline: -HOUR_MS }))).toBeInstanceOf(DeadlineExceededError);
  });
});

describe('a change whose turn comes after its deadline', () => {
  let folder: string;
  let storage: Storage;
  let sequencer: Sequencer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'event-store-'));
    storage = new Storage(folder);
    await storage.take(folder);
    sequencer = new Sequencer(storage, new WakeUps(), (error) => {
      throw error;
    });
  });

  afterAll(async () => {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const outcomeOf = (kind: Change['kind'], deadline: number) =>
    new Promise<Outcome>((answer) =>
      sequencer.submit({ kind, stream: 'stream', expected: 'any', events: kind === 'append' ? [proposed] : [], deadline }, 0, answer),
    );
  const proposed = {
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    type: 'Happened',
    isJson: true,
    data: Buffer.from('{}'),
    metadata: new Uint8Array(),
  };

  it.each(['append', 'delete', 'tombstone'] as const)('is not made: %s', async (kind) => {
    const before = storage.lastPosition();
    expect(await outcomeOf(kind, Date.now() - 1)).toEqual({ kind: 'too-late' });
    expect(storage.lastPosition()).toBe(before);
  });

  it('is made when the turn comes in time', async () => {
    expect(await outcomeOf('append', Date.now() + HOUR_MS)).toMatchObject({ kind: 'done', revision: 0 });
  });
});
