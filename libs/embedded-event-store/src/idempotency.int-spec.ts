import { describe, expect, it } from '@jest/globals';
import { NO_STREAM } from '@eventstore/db-client';
import { happened, newStream, runningStore, several } from './running-store.fixture';

const suite = runningStore();
/** More than are remembered by id. */
const SINCE_THEN = 105_000;
const BLOCK = 1_000;

describe('a retry long after', () => {
  it('is recognised at an exact revision for ever, at any for a while only', async () => {
    const { client } = suite;
    const stream = newStream();
    const event = happened(0);
    const first = await client.appendToStream(stream, event, { expectedRevision: NO_STREAM });
    for (let count = 0; count < SINCE_THEN; count += BLOCK) await client.appendToStream(newStream(), several(BLOCK));
    expect(await client.appendToStream(stream, event, { expectedRevision: NO_STREAM })).toEqual(first);
    expect((await client.appendToStream(stream, event)).nextExpectedRevision).toBe(1n);
  }, 120_000);
});
