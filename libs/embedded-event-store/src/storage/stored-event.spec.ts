import { describe, expect, it } from '@jest/globals';
import { streamsPb } from '@isegoria/event-store-wire';
import { dataOf, encodeStoredEvent, factsOf, readResponseOf } from './stored-event';

const event = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  type: 'Θέμα',
  isJson: true,
  data: Buffer.from('{"n":1}'),
  metadata: Buffer.from('{"by":"a test"}'),
};
const placement = { stream: 'ballot-1', revision: 5, position: 1_234_567, createdAt: 1_700_000_000_123 };

describe('a stored event', () => {
  it('is the message that the client reads', () => {
    const response = streamsPb.ReadResp.deserializeBinary(readResponseOf(encodeStoredEvent(event, placement), placement.position)!);
    const read = response.getEvent()!;
    const recorded = read.getEvent()!;
    expect(read.getCommitPosition()).toBe('1234567');
    expect(recorded.getId()!.getString()).toBe(event.id);
    expect(Buffer.from(recorded.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe('ballot-1');
    expect([recorded.getStreamRevision(), recorded.getCommitPosition(), recorded.getPreparePosition()]).toEqual([
      '5',
      '1234567',
      '1234567',
    ]);
    expect(Object.fromEntries(recorded.getMetadataMap().toArray() as [string, string][])).toEqual({
      type: 'Θέμα',
      'content-type': 'application/json',
      created: '17000000001230000',
    });
    expect(Buffer.from(recorded.getData_asU8())).toEqual(event.data);
    expect(Buffer.from(recorded.getCustomMetadata_asU8())).toEqual(event.metadata);
  });

  it.each([
    [
      { id: '', type: '', data: Buffer.alloc(0), metadata: Buffer.alloc(0) },
      { stream: 's', revision: 0, position: 1, createdAt: 0 },
    ],
    [
      { data: Buffer.alloc(127, 1), metadata: Buffer.alloc(128, 2) },
      { stream: 'x'.repeat(127), revision: 127, position: 127, createdAt: 1 },
    ],
    [
      { data: Buffer.alloc(16_383, 1), metadata: Buffer.alloc(16_384, 2) },
      { stream: 'Θ'.repeat(500), revision: 128, position: 16_384, createdAt: 2 },
    ],
    [
      { type: 'x'.repeat(300), data: Buffer.alloc(1_048_576) },
      { stream: 'large', revision: 2 ** 47, position: 2 ** 47, createdAt: 2 ** 41 },
    ],
    [{ isJson: false }, { stream: 'tombstoned', revision: 2n ** 63n - 1n, position: 2 ** 32, createdAt: 3 }],
  ])('is whole whatever the lengths within it (%#)', (change, place) => {
    const proposed = { ...event, ...change };
    const read = streamsPb.ReadResp.deserializeBinary(readResponseOf(encodeStoredEvent(proposed, place), place.position)!).getEvent()!;
    const recorded = read.getEvent()!;
    expect(read.getCommitPosition()).toBe(String(place.position));
    expect([recorded.getId()!.getString(), recorded.getStreamRevision()]).toEqual([proposed.id, String(place.revision)]);
    expect(Buffer.from(recorded.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(place.stream);
    expect(new Map(recorded.getMetadataMap().toArray() as [string, string][]).get('type')).toBe(proposed.type);
    expect(Buffer.from(recorded.getData_asU8()).equals(proposed.data)).toBe(true);
    expect(Buffer.from(recorded.getCustomMetadata_asU8()).equals(proposed.metadata)).toBe(true);
  });

  it('tells its facts and its data without the client', () => {
    const response = readResponseOf(encodeStoredEvent(event, placement), placement.position)!;
    expect(factsOf(response)).toEqual({
      id: event.id,
      stream: 'ballot-1',
      type: 'Θέμα',
      createdAt: placement.createdAt,
      revision: 5,
      position: 1_234_567,
    });
    expect(dataOf(response)).toEqual(event.data);
  });

  it('is not served with a single bit changed, wherever that is', () => {
    const stored = encodeStoredEvent(event, placement);
    for (let at = 0; at < stored.length; at += 1) {
      const damaged = Buffer.from(stored);
      damaged[at]! ^= 1;
      expect(readResponseOf(damaged, placement.position)).toBeUndefined();
    }
    expect(readResponseOf(stored.subarray(0, stored.length - 1), placement.position)).toBeUndefined();
    expect(readResponseOf(stored, placement.position + 1)).toBeUndefined();
    expect(readResponseOf(Buffer.alloc(2), placement.position)).toBeUndefined();
  });
});
