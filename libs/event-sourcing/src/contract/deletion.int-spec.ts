import { describe, expect, it } from '@jest/globals';
import { NO_STREAM, StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import { happened, several, storeUnderContract, upTo } from './contract.fixture';
import { collect, errorOf, readAll, readStream, revisionsOf, take, told } from './observing.fixture';

const contract = storeUnderContract();
const readingOf = (stream: string) => errorOf(collect(contract.client.readStream(stream)));

describe('a deleted stream', () => {
  it('is not found any more, by the wrapper neither, and its events stay in $all', async () => {
    const mark = await contract.mark();
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(3));
    await contract.client.deleteStream(stream, { expectedRevision: 2n });
    expect(await readingOf(stream)).toBeInstanceOf(StreamNotFoundError);
    expect(await contract.store.readStream(stream)).toEqual([]);
    const logged = (await readAll(contract.client, mark, stream)).filter((event) => event.stream === stream);
    expect(logged.map(({ n }) => n)).toEqual([0, 1, 2]);
  });

  it('goes on with its numbering when it is written again, each time, and shows only what is new', async () => {
    const stream = contract.newStream();
    for (const round of upTo(3)) {
      const { nextExpectedRevision } = await contract.client.appendToStream(stream, several(4, round * 4), { expectedRevision: NO_STREAM });
      expect(nextExpectedRevision).toBe(BigInt(round * 4 + 3));
      expect(await readStream(contract.client, stream)).toMatchObject(upTo(4, round * 4).map((n) => ({ revision: n, n })));
      expect((await take(contract.client.subscribeToStream(stream), 4)).map(({ n }) => n)).toEqual(upTo(4, round * 4));
      await contract.client.deleteStream(stream);
    }
    expect(await readingOf(stream)).toBeInstanceOf(StreamNotFoundError);
  });

  it('keeps the properties of its metadata when it is written again', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(2));
    await contract.client.deleteStream(stream);
    await contract.client.appendToStream(stream, happened(2));
    await contract.client.setStreamMetadata(stream, { maxCount: 1, owner: 'somebody', truncateBefore: 2 });
    await contract.client.appendToStream(stream, happened(3));
    expect((await contract.client.getStreamMetadata(stream)).metadata).toMatchObject({ maxCount: 1, owner: 'somebody' });
    expect(await revisionsOf(contract.client, stream)).toEqual([3]);
  });

  it('is deleted at the revision that is expected and at no other', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(3));
    for (const wrong of [NO_STREAM, 1n, 3n] as const) {
      const error = await errorOf(contract.client.deleteStream(stream, { expectedRevision: wrong }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: stream });
    }
    expect(await revisionsOf(contract.client, stream)).toEqual([0, 1, 2]);
  });
});

describe('a tombstoned stream', () => {
  const tombstoned = async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(3));
    await contract.client.tombstoneStream(stream);
    return stream;
  };

  it('is gone for ever: it is not read, written, described, deleted or tombstoned', async () => {
    const stream = await tombstoned();
    for (const attempt of [
      () => collect(contract.client.readStream(stream)),
      () => contract.client.appendToStream(stream, happened(0)),
      () => contract.client.setStreamMetadata(stream, { maxCount: 1 }),
      () => contract.client.deleteStream(stream),
      () => contract.client.tombstoneStream(stream),
    ])
      expect(await errorOf(attempt())).toBeInstanceOf(StreamDeletedError);
  });

  it('leaves its events and its tombstone in $all', async () => {
    const mark = await contract.mark();
    const stream = await tombstoned();
    const logged = (await readAll(contract.client, mark, stream)).filter((event) => event.stream === stream);
    expect(logged.map(({ type }) => type)).toEqual(['Happened', 'Happened', 'Happened', '$streamDeleted']);
  });

  it('is told to those who follow it', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(2));
    const subscription = contract.client.subscribeToStream(stream);
    const caughtUp = told(subscription, 'caughtUp');
    const ended = errorOf(take(subscription, 3));
    await caughtUp;
    await contract.client.tombstoneStream(stream);
    expect(await ended).toBeInstanceOf(StreamDeletedError);
  });

  it('may be one that never was: the name is taken from then on', async () => {
    const stream = contract.newStream();
    await contract.client.tombstoneStream(stream, { expectedRevision: NO_STREAM });
    expect(await errorOf(contract.client.appendToStream(stream, happened(0)))).toBeInstanceOf(StreamDeletedError);
  });

  it('is tombstoned at the revision that is expected and at no other, also when it was deleted before', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, several(3));
    expect(await errorOf(contract.client.tombstoneStream(stream, { expectedRevision: 1n }))).toBeInstanceOf(WrongExpectedVersionError);
    expect(await revisionsOf(contract.client, stream)).toEqual([0, 1, 2]);
    await contract.client.deleteStream(stream);
    await contract.client.tombstoneStream(stream, { expectedRevision: 2n });
    expect(await readingOf(stream)).toBeInstanceOf(StreamDeletedError);
  });
});
