import { beforeEach, describe, expect, it } from '@jest/globals';
import { BACKWARDS, END, type Position } from '@eventstore/db-client';
import { eventually } from '@isegoria/testing';
import { several, storeUnderContract, upTo } from './contract.fixture';
import { readAll, readStream, revisionsOf, take } from './observing.fixture';

const contract = storeUnderContract();

describe('a truncated stream', () => {
  let stream: string;
  let mark: Position;

  beforeEach(async () => {
    mark = await contract.mark();
    stream = contract.newStream();
    await contract.client.appendToStream(stream, several(10));
  });

  const revisions = (options = {}) => revisionsOf(contract.client, stream, options);
  const logged = async () => (await readAll(contract.client, mark, stream)).filter((event) => event.stream === stream).map(({ n }) => n);

  it('by $maxCount shows the last ones, as more come too, and hides nothing in $all', async () => {
    await contract.client.setStreamMetadata(stream, { maxCount: 3 });
    expect(await revisions()).toEqual([7, 8, 9]);
    expect(await revisions({ fromRevision: 2n })).toEqual([7, 8, 9]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: END })).toEqual([9, 8, 7]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: 8n, maxCount: 5 })).toEqual([8, 7]);
    await contract.client.appendToStream(stream, several(2, 10), { expectedRevision: 9n });
    expect(await revisions()).toEqual([9, 10, 11]);
    expect(await logged()).toEqual(upTo(12));
  });

  it('by $tb shows what is from there on, even nothing, and hides nothing in $all', async () => {
    await contract.client.setStreamMetadata(stream, { truncateBefore: 6 });
    expect(await revisions()).toEqual([6, 7, 8, 9]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: END })).toEqual([9, 8, 7, 6]);
    await contract.client.setStreamMetadata(stream, { truncateBefore: 10 });
    expect(await revisions()).toEqual([]);
    await contract.client.appendToStream(stream, several(1, 10), { expectedRevision: 9n });
    expect(await revisions()).toEqual([10]);
    expect(await logged()).toEqual(upTo(11));
  });

  it('by $maxAge hides what has grown old, and only as long as it says so', async () => {
    await contract.client.setStreamMetadata(stream, { maxAge: 1 });
    await eventually(async () => expect(await revisions()).toEqual([]));
    expect(await revisions({ direction: BACKWARDS, fromRevision: END })).toEqual([]);
    expect(await logged()).toEqual(upTo(10));
    await contract.client.setStreamMetadata(stream, { maxAge: 24 * 60 * 60 });
    expect(await revisions()).toEqual(upTo(10));
  });

  it('obeys the stricter of two limits', async () => {
    await contract.client.setStreamMetadata(stream, { maxCount: 6, truncateBefore: 7 });
    expect(await revisions()).toEqual([7, 8, 9]);
    await contract.client.setStreamMetadata(stream, { maxCount: 2, truncateBefore: 3, maxAge: 24 * 60 * 60 });
    expect(await revisions()).toEqual([8, 9]);
  });

  it('is subscribed to from the first event that it shows', async () => {
    await contract.client.setStreamMetadata(stream, { truncateBefore: 7 });
    expect((await take(contract.client.subscribeToStream(stream), 3)).map(({ revision }) => revision)).toEqual([7, 8, 9]);
  });

  it('shows everything again when the limits are lifted', async () => {
    await contract.client.setStreamMetadata(stream, { maxCount: 1, truncateBefore: 9 });
    expect(await revisions()).toEqual([9]);
    await contract.client.setStreamMetadata(stream, {});
    expect(await revisions()).toEqual(upTo(10));
  });

  it('knows its hidden events when their append is tried again', async () => {
    const events = several(2, 10);
    const first = await contract.client.appendToStream(stream, events, { expectedRevision: 9n });
    await contract.client.appendToStream(stream, several(3, 12));
    await contract.client.setStreamMetadata(stream, { truncateBefore: 14 });
    const again = await contract.client.appendToStream(stream, events, { expectedRevision: 9n });
    expect(again.nextExpectedRevision).toBe(first.nextExpectedRevision);
    expect((await readStream(contract.client, stream)).map(({ n }) => n)).toEqual([14]);
  });
});

describe('the metadata of a stream', () => {
  it('is given back as it was set, with properties of its own, and is none before', async () => {
    const stream = contract.newStream();
    expect((await contract.client.getStreamMetadata(stream)).metadata).toBeUndefined();
    const metadata = { maxCount: 7, maxAge: 3600, truncateBefore: 2, owner: 'وزارة', nested: { list: [1, 'two', null] } };
    await contract.client.setStreamMetadata(stream, metadata);
    expect((await contract.client.getStreamMetadata(stream)).metadata).toEqual(metadata);
    await contract.client.setStreamMetadata(stream, { owner: 'another' });
    expect((await contract.client.getStreamMetadata(stream)).metadata).toEqual({ owner: 'another' });
  });
});
