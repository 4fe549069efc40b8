import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../event';
import { catalogue, upcast } from './catalogue';
import { event } from './event';
import { stream } from './stream';

type LampSet = DomainEvent<'LampSet', { lampId: string; on: boolean; percent: number; colour: string }>;
const lampSet = event<LampSet>('LampSet', {
  stream: stream('lamp-<lampId>', 'public'),
  says: 'A lamp is set.',
  earlier: [
    { sample: { lampId: '1', on: true }, upcast: (data) => ({ ...data, percent: data['on'] ? 100 : 0 }) },
    { sample: { lampId: '1', on: true, percent: 40 }, upcast: (data) => ({ ...data, colour: 'white' }) },
  ],
  sample: { lampId: '1', on: true, percent: 40, colour: 'red' },
});
const known = catalogue([lampSet]);
const read = (type: string, schema: unknown, data: object) => upcast(known, type, schema, data);

describe('reading an event', () => {
  it('brings it from the version in which it was recorded to the present one', () => {
    expect(lampSet.schema).toBe(3);
    expect(read('LampSet', 1, { lampId: '1', on: false })).toEqual({ lampId: '1', on: false, percent: 0, colour: 'white' });
    expect(read('LampSet', 2, { lampId: '1', on: true, percent: 40 })).toEqual({ lampId: '1', on: true, percent: 40, colour: 'white' });
    expect(read('LampSet', 3, lampSet.sample)).toBe(lampSet.sample);
  });

  it('leaves a newer version and an unknown type as they are', () => {
    const newer = { ...lampSet.sample, warm: true };
    expect(read('LampSet', 4, newer)).toBe(newer);
    expect(read('LampSold', 1, newer)).toBe(newer);
    expect(read('constructor', 1, newer)).toBe(newer);
  });

  it.each([undefined, null, 0, -1, NaN, '2', {}])('takes what states the version %p for the first', (schema) => {
    expect(read('LampSet', schema, { lampId: '1', on: true })).toEqual({ lampId: '1', on: true, percent: 100, colour: 'white' });
  });

  it('knows each type once', () => {
    expect(() => catalogue([lampSet, lampSet])).toThrow('declared twice');
  });
});

describe('the name of a stream', () => {
  const ballots = stream('ballot-<consultation>-<voter>', 'public');

  it('is said by the data of its events', () => {
    expect(ballots.nameFor({ consultation: '1', voter: '2', more: '3' })).toBe('ballot-1-2');
    expect(stream('settings', 'public').nameFor({})).toBe('settings');
  });

  it('is not said where a member is missing or no text', () => {
    for (const voter of [undefined, null, 2]) expect(ballots.nameFor({ consultation: '1', voter })).toBeUndefined();
  });
});
