import { describe, expect, it } from '@jest/globals';
import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type AppendResult,
} from '@eventstore/db-client';
import { happened, optionsFor, several, storeUnderContract, waysToAppend } from './contract.fixture';
import { errorOf, revisionsOf } from './observing.fixture';

const contract = storeUnderContract();

describe.each(waysToAppend)('the expected revision, by %s', (way) => {
  const append = (stream: string, count: number, expectedRevision: AppendExpectedRevision): Promise<AppendResult> =>
    contract.client.appendToStream(stream, several(count), { expectedRevision, ...optionsFor(way, contract.url) });
  const conflict = async (stream: string, expectedRevision: AppendExpectedRevision, actualVersion: bigint | typeof NO_STREAM) => {
    const error = await errorOf(append(stream, 1, expectedRevision));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ streamName: stream, expectedVersion: expectedRevision, actualVersion });
  };
  const revisions = (stream: string) => revisionsOf(contract.client, stream);

  it('any: takes a stream as it is, there or not', async () => {
    const stream = contract.newStream();
    expect(await append(stream, 2, ANY)).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(await append(stream, 1, ANY)).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(await revisions(stream)).toEqual([0, 1, 2]);
  });

  it('no stream: takes the first append and no other, and says where the stream is', async () => {
    const stream = contract.newStream();
    expect(await append(stream, 2, NO_STREAM)).toMatchObject({ success: true, nextExpectedRevision: 1n });
    await conflict(stream, NO_STREAM, 1n);
    expect(await revisions(stream)).toEqual([0, 1]);
  });

  it('stream exists: takes an append only when something is there, be it metadata', async () => {
    const stream = contract.newStream();
    await conflict(stream, STREAM_EXISTS, NO_STREAM);
    await append(stream, 1, NO_STREAM);
    expect(await append(stream, 1, STREAM_EXISTS)).toMatchObject({ nextExpectedRevision: 1n });
    const described = contract.newStream();
    await contract.client.setStreamMetadata(described, { maxCount: 10 });
    expect(await append(described, 1, STREAM_EXISTS)).toMatchObject({ nextExpectedRevision: 0n });
  });

  it('an exact revision: takes the very last one; of a conflict it tells the actual one, at which the append then succeeds', async () => {
    const stream = contract.newStream();
    await conflict(stream, 0n, NO_STREAM);
    await append(stream, 3, NO_STREAM);
    expect(await append(stream, 1, 2n)).toMatchObject({ nextExpectedRevision: 3n });
    for (const wrong of [0n, 2n, 4n, 1_000_000n]) await conflict(stream, wrong, 3n);
    const error = await errorOf(append(stream, 1, 1n));
    await append(stream, 1, (error as WrongExpectedVersionError).actualVersion as bigint);
    expect(await revisions(stream)).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves nothing of a refused append behind, however many events it had', async () => {
    const stream = contract.newStream();
    await append(stream, 1, NO_STREAM);
    expect(await errorOf(append(stream, 100, 5n))).toBeInstanceOf(WrongExpectedVersionError);
    expect(await revisions(stream)).toEqual([0]);
  });

  it('a deleted stream is written again at no stream, at any and at its last revision, and at no other', async () => {
    for (const expected of [NO_STREAM, ANY, 1n] as const) {
      const stream = contract.newStream();
      await append(stream, 2, NO_STREAM);
      await contract.client.deleteStream(stream);
      expect(await errorOf(append(stream, 1, STREAM_EXISTS))).toBeInstanceOf(StreamDeletedError);
      expect(await errorOf(append(stream, 1, 0n))).toBeInstanceOf(WrongExpectedVersionError);
      expect(await errorOf(append(stream, 1, 2n))).toBeInstanceOf(WrongExpectedVersionError);
      await append(stream, 1, expected);
      expect(await revisions(stream)).toEqual([2]);
    }
  });

  it('a tombstoned stream takes nothing, whatever is expected', async () => {
    const stream = contract.newStream();
    await append(stream, 2, NO_STREAM);
    await contract.client.tombstoneStream(stream);
    for (const expected of [ANY, NO_STREAM, STREAM_EXISTS, 1n, 2n] as const) {
      expect(await errorOf(append(stream, 1, expected))).toBeInstanceOf(StreamDeletedError);
    }
  });
});

describe('the expected revision of metadata', () => {
  it('is that of the metadata, not of the stream', async () => {
    const stream = contract.newStream();
    await contract.client.appendToStream(stream, happened(0));
    await contract.client.setStreamMetadata(stream, { maxCount: 3 }, { expectedRevision: NO_STREAM });
    const error = await errorOf(contract.client.setStreamMetadata(stream, { maxCount: 4 }, { expectedRevision: NO_STREAM }));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    await contract.client.setStreamMetadata(stream, { maxCount: 5 }, { expectedRevision: 0n });
    expect((await contract.client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 5 });
  });
});
