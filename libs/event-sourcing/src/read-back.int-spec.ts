import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testEventStore, type TestPart } from '@isegoria/testing';
import { EventStore, type NewEvent } from './index';

describe('reading back what was just appended', () => {
  let part: TestPart;
  let store: EventStore;
  const metadata = { schema: 1, at: '2026-05-01T00:00:00.000Z', correlationId: 'test' };
  const noted = (text: string): NewEvent => ({ id: randomUUID(), type: 'Noted', data: { text }, metadata });

  beforeAll(async () => {
    part = await testEventStore();
    store = new EventStore(part.url);
  });

  afterAll(async () => {
    await store.close();
    await part.stop();
  });

  /** Appends to a new stream and reads back. */
  async function appendAndReadBack(events: readonly NewEvent[], stream = `note-${randomUUID()}`) {
    const { revision } = await store.append(stream, events, 'any');
    return {
      stream,
      readBack: await store.recorded(
        stream,
        events.map(({ id }) => id),
        revision,
      ),
    };
  }

  it('gives each of many who wait at once the events of its own stream, as a reading of the stream does', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, writer) =>
        appendAndReadBack(Array.from({ length: 1 + (writer % 4) }, (_, index) => noted(`Größe ${writer}.${index}`))),
      ),
    );
    for (const { stream, readBack } of outcomes) expect(readBack).toEqual(await store.readStream(stream));
  });

  it('gives what the store has under the id, not what was appended again, however long ago that was', async () => {
    const first = noted('as it was said');
    const { stream, readBack } = await appendAndReadBack([first]);
    for (const laterOnes of [0, 500]) {
      if (laterOnes > 0) await appendAndReadBack(Array.from({ length: laterOnes }, () => noted('later')));
      const again = await appendAndReadBack([{ ...first, data: { text: 'as it is said now' } }], stream);
      expect(again.readBack).toEqual(readBack);
    }
    expect(readBack).toMatchObject([{ data: { text: 'as it was said' }, revision: 0 }]);
  });

  it('tells streams apart that have events of one id, which the sender of a command chooses', async () => {
    const id = randomUUID();
    const outcomes = await Promise.all(['here', 'there', 'elsewhere'].map((text) => appendAndReadBack([{ ...noted(text), id }])));
    expect(outcomes.map(({ readBack }) => readBack)).toMatchObject(['here', 'there', 'elsewhere'].map((text) => [{ id, data: { text } }]));
    for (const { stream, readBack } of outcomes) expect(readBack[0]!.stream).toBe(stream);
  });

  it('is for later, not for nothing, when the store is away or lags behind', async () => {
    await expect(store.recorded(`note-${randomUUID()}`, [randomUUID()], 0)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const away = new EventStore('esdb://127.0.0.1:1?tls=false');
    const asked = Array.from({ length: 3 }, () => away.recorded('note-away', [randomUUID()], 0));
    for (const answer of await Promise.allSettled(asked))
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'UNAVAILABLE' } });
    await away.close();
  });
});
