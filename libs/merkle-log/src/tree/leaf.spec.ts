import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes } from '../encoding';
import { leafHash, leafTextHash } from './hash';
import { leafButPlace, leafBytes, leafText, MAX_COMMITMENTS, MAX_LEAF_SIZE, parseLeaf, type LeafEntry } from './leaf';

const entry: LeafEntry = {
  v: 1,
  seq: 7,
  stream: 'ballot-budget-4f1c',
  revision: 0,
  id: '5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10',
  type: 'BallotCast',
  time: '2026-01-31T12:00:00.123Z',
  schema: 1,
  data: 'ab'.repeat(32),
  metadata: 'cd'.repeat(32),
};
const nodeSha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('leafBytes', () => {
  it('is the canonical JSON of the entry', () => {
    const expected =
      `{"data":"${'ab'.repeat(32)}","id":"5f0c8c5e-8b0a-4a5e-9d59-2b1d8f6c7a10","metadata":"${'cd'.repeat(32)}","revision":0,"schema":1,` +
      `"seq":7,"stream":"ballot-budget-4f1c","time":"2026-01-31T12:00:00.123Z","type":"BallotCast","v":1}`;
    expect(text(leafBytes(entry))).toBe(expected);
  });

  it('does not depend on the order of the fields', () => {
    const reversed = Object.fromEntries(Object.entries(entry).reverse()) as unknown as LeafEntry;
    expect(leafBytes(reversed)).toEqual(leafBytes(entry));
  });

  it('is the RFC 8785 form of any entry, tells any two apart and is read back', () => {
    const anyHash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
    const fields = {
      v: fc.constant(1 as const),
      seq: fc.maxSafeNat(),
      stream: fc.string({ unit: 'binary', minLength: 1 }),
      revision: fc.maxSafeNat(),
      id: fc.uuid(),
      type: fc.string({ unit: 'binary', minLength: 1 }),
      time: fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
      schema: fc.nat(),
      data: anyHash,
      metadata: fc.constant('00'.repeat(32)),
    };
    const anyEntry: fc.Arbitrary<LeafEntry> = fc.oneof(
      fc.record(fields),
      fc.record({ ...fields, commitments: fc.array(anyHash, { minLength: 1, maxLength: 5 }) }),
    );
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        expect(text(leafBytes(one))).toBe(text(canonicalBytes(one)));
        expect(parseLeaf(leafBytes(one))).toEqual(one);
        expect(parseLeaf(leafText(one))).toEqual(one);
        expect(leafTextHash(nodeSha256, leafText(one))).toEqual(leafHash(nodeSha256, leafBytes(one)));
        expect(text(leafBytes(one)) === text(leafBytes(other))).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('carries the commitments to encrypted texts in front, and as many as it may', () => {
    const commitments = ['00'.repeat(32), 'ff'.repeat(32)];
    expect(text(leafBytes({ ...entry, commitments }))).toBe(
      `{"commitments":["${commitments.join('","')}"],${text(leafBytes(entry)).slice(1)}`,
    );
    const most = { ...entry, commitments: Array.from({ length: MAX_COMMITMENTS }, () => 'ab'.repeat(32)) };
    expect(parseLeaf(leafBytes(most))).toEqual(most);
    expect(() => leafBytes({ ...most, commitments: [...most.commitments, 'ab'.repeat(32)] })).toThrow(
      /^The commitments of a leaf entry must be/,
    );
  });

  it.each(['2026-01-31T12:00:00Z', '2024-02-29T23:59:59.1Z', '2026-01-31T12:00:00.123456789Z'])('takes the time %s', (time) => {
    expect(text(leafBytes({ ...entry, time }))).toContain(`"time":"${time}"`);
  });

  it.each<[field: string, value: unknown]>([
    ['v', 2],
    ['v', '1'],
    ['seq', -1],
    ['seq', 1.5],
    ['seq', 2 ** 53],
    ['seq', '7'],
    ['seq', NaN],
    ['seq', 7n],
    ['revision', null],
    ['schema', '1'],
    ['stream', ''],
    ['stream', '\ud800'],
    ['id', 5],
    ['type', undefined],
    ['time', '2026-01-31'],
    ['time', '2026-01-31T12:00:00+01:00'],
    ['time', '2026-02-29T12:00:00Z'],
    ['time', '2026-00-10T12:00:00Z'],
    ['time', '2026-13-10T12:00:00Z'],
    ['time', '2026-01-00T12:00:00Z'],
    ['time', '2026-01-31T12:60:00Z'],
    ['time', '2026-01-31T12:00:60Z'],
    ['time', '2026-01-31T24:00:00Z'],
    ['time', '2026-01-31T12:00:00.Z'],
    ['time', new Date()],
    ['data', 'AB'.repeat(32)],
    ['data', 'ab'.repeat(31)],
    ['data', `${'ab'.repeat(32)}\n`],
    ['metadata', new Uint8Array(32)],
    ['commitments', ['AB'.repeat(32)]],
    ['commitments', []],
    ['commitments', null],
    ['commitments', 'ab'.repeat(32)],
    ['commitments', ['ab'.repeat(32), '']],
  ])('refuses %s: %p and names the field', (field, value) => {
    expect(() => leafBytes({ ...entry, [field]: value })).toThrow(new RegExp(`^The ${field} of a leaf entry must be`));
  });

  it('refuses a missing field, an unknown one and what is no object', () => {
    const { seq: _, ...rest } = entry;
    expect(() => leafBytes(rest as LeafEntry)).toThrow('seq');
    expect(() => leafBytes({ ...entry, name: 'x' } as LeafEntry)).toThrow('no field "name"');
    expect(() => leafBytes({ ...entry, toString: 'x' } as unknown as LeafEntry)).toThrow('no field "toString"');
    expect(() => leafBytes(Object.create(entry) as LeafEntry)).toThrow(TypeError);
    for (const wrong of [null, [], 'entry']) expect(() => leafBytes(wrong as unknown as LeafEntry)).toThrow('an object');
  });

  it('never repeats a value, which might be personal, in its error', () => {
    expect(() => leafBytes({ ...entry, id: 'secret\ud800' })).toThrow(/^((?!secret).)+$/);
  });

  it('has at most 65,535 bytes', () => {
    const room = MAX_LEAF_SIZE - leafBytes({ ...entry, stream: 'a' }).length + 1;
    expect(leafBytes({ ...entry, stream: 'a'.repeat(room) })).toHaveLength(MAX_LEAF_SIZE);
    expect(() => leafBytes({ ...entry, stream: 'a'.repeat(room + 1) })).toThrow('at most 65535 bytes, this one 65536');
  });
});

describe('leafButPlace', () => {
  it('is the text of the leaf without its place, wherever that is', () => {
    for (const seq of [0, 7, 2 ** 53 - 1])
      expect(text(leafButPlace({ ...entry, seq }))).toBe(text(leafBytes({ ...entry, seq })).replace(`"seq":${seq},`, ''));
    const tricky = { ...entry, stream: '"seq":7,' };
    expect(text(leafButPlace(tricky))).toBe(text(leafBytes(tricky)).replace(/"seq":[0-9]+,/g, ''));
    const { seq: _, ...placeless } = entry;
    expect(leafButPlace(placeless)).toEqual(leafButPlace(entry));
  });
});

describe('parseLeaf', () => {
  const json = text(leafBytes(entry));
  it.each([
    ` ${json}`,
    `${json}\n`,
    `\ufeff${json}`,
    JSON.stringify(entry),
    json.replace('"v":1', '"v":1.0'),
    json.replace('"v":1', '"v":1,"v":1'),
    json.replace('BallotCast', '\\u0042allotCast'),
    json.replace('"v":1', '"v":1,"w":1'),
    'null',
    '',
    '[]',
    json.slice(0, -1),
  ])('refuses %j', (wrong) => {
    expect(parseLeaf(new TextEncoder().encode(wrong))).toBeUndefined();
  });

  it('refuses bytes that are no UTF-8 or too many', () => {
    expect(parseLeaf(Uint8Array.of(0xff))).toBeUndefined();
    expect(parseLeaf(new Uint8Array(MAX_LEAF_SIZE + 1).fill(0x20))).toBeUndefined();
  });
});
