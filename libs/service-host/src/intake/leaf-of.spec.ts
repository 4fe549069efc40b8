import { describe, expect, it } from '@jest/globals';
import type { RawEvent } from '@isegoria/event-sourcing';
import { leafOf } from './leaf-of';

const event: RawEvent = {
  id: 'e1',
  type: 'Said',
  stream: 'comment-1',
  revision: 3,
  place: { commit: 9, prepare: 9 },
  recordedAt: '2026-01-31T12:00:00.123Z',
  data: Buffer.from('{ "a":1}'),
  metadata: Buffer.from('{"schema":2}'),
};

const textOf = (of: RawEvent, seq: number) => leafOf(of, seq);

describe('the leaf of an event', () => {
  it('commits to the bytes as they are stored', () => {
    const leaf = textOf(event, 7);
    expect(leaf).toBe(
      // sha256sum of the two texts.
      '{"data":"3d7bd9ed44136f860a573d330a513a5e62b0d89618708c93aebb242ed20ae9ef","id":"e1",' +
        '"metadata":"c2a8105acd210143b5e2e0eefc9ef029ece42fdf2cee0a9c82fd7d055a292a1a","revision":3,"schema":2,"seq":7,' +
        '"stream":"comment-1","time":"2026-01-31T12:00:00.123Z","type":"Said","v":1}',
    );
    expect(textOf({ ...event, data: Buffer.from('{"a":1}') }, 7)).not.toBe(leaf);
  });

  it('carries the commitments of sealed texts, however their name is written', () => {
    const commitment = 'ab'.repeat(32);
    const sealed = `2.name.text.${commitment}`;
    const commitmentsOf = (data: string) => JSON.parse(textOf({ ...event, data: Buffer.from(data) }, 7)).commitments;
    expect(commitmentsOf(JSON.stringify({ text: { sealed }, other: [{ sealed }] }))).toEqual([commitment, commitment]);
    expect(commitmentsOf(`{"\\u0073ealed":"${sealed}"}`)).toEqual([commitment]);
    for (const none of [`{"said":"${sealed}"}`, '{"sealed":"1.name.text"}', '{"sealed":', '"sealed"'])
      expect(commitmentsOf(none)).toBeUndefined();
  });

  it('has the first of very many commitments, so that no event can stop the log', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => ({ sealed: `2.name.text.${n.toString(16).padStart(64, '0')}` }));
    const { commitments } = JSON.parse(textOf({ ...event, data: Buffer.from(JSON.stringify(many)) }, 7));
    expect([commitments.length, commitments[499]]).toEqual([500, (499).toString(16).padStart(64, '0')]);
  });

  it.each(['', 'no JSON', '{}', '[]', '{"schema":"2"}', '{"schema":-1}', 'null'])(
    'has schema 0 where the metadata state none: %j',
    (metadata) => {
      expect(JSON.parse(textOf({ ...event, metadata: Buffer.from(metadata) }, 0)).schema).toBe(0);
    },
  );
});
