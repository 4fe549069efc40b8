import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@isegoria/kernel';
import { readModelsStream } from '@isegoria/read-model-contracts';
import { eventually } from '@isegoria/testing';
import type { Poison } from '../following/apply-batch';
import { groupState, readPosition, waitForPosition } from '../following/checkpoint';
import { countingGroup } from '../counting.fixture';
import { projectionStage, type ProjectionStage } from '../stage.fixture';

describe('an event that a group cannot apply', () => {
  let stage: ProjectionStage;
  let prefix: string;
  beforeAll(async () => void (stage = await projectionStage(['counting', 'other'])));
  beforeEach(async () => {
    prefix = `counted-${randomUUID()}-`;
    await stage.clear();
  });
  afterAll(() => stage.stop());

  const toxic = { type: 'Toxic', data: {} };
  const harmless = { type: 'Happened', data: {} };
  const refuse = ({ type }: Recorded) => {
    if (type === 'Toxic') throw new TypeError('Cannot read the name of Ada Lovelace');
  };
  const poisoned = (options = {}) => countingGroup(prefix, { between: refuse, ...options });
  const stateOf = (group: string) => groupState(stage.dataSource.manager, group);
  const skip = (eventId: string, version = 1) =>
    stage.append(readModelsStream, [
      { type: 'ProjectionEventSkipped', data: { group: 'counting', version, eventId, by: randomUUID(), reason: 'R' } },
    ]);

  /** Three events, the third of which is poison, and one more. */
  async function stopped() {
    const { ids } = await stage.append(`${prefix}a`, [harmless, harmless, toxic, harmless]);
    const told: (Poison | undefined)[] = [];
    const runner = stage.start(poisoned(), { onStopped: (poison) => told.push(poison) });
    await eventually(async () => expect((await stateOf('counting')).stopped).not.toBeNull(), 10_000);
    return { runner, told, ids, poison: ids[2]! };
  }

  it('stops the group there, with all before it applied, and says which it is without its words', async () => {
    const { runner, told, poison } = await stopped();
    const { stopped: at, position } = await stateOf('counting');
    expect(at).toEqual({ eventId: poison, position: expect.any(Number), code: 'TypeError' });
    expect(position).toBeLessThan(at!.position);
    expect(await stage.counted(prefix)).toEqual({ a: 2 });
    expect(told.at(-1)).toEqual({ group: 'counting', eventId: poison, type: 'Toxic', position: at!.position, code: 'TypeError' });
    const texts = JSON.stringify(await stage.dataSource.query('SELECT c::text FROM read_counting.checkpoint c'));
    expect(texts).not.toContain('Ada');
    await runner.stop();
  });

  it('stops that group alone', async () => {
    const { runner } = await stopped();
    const other = stage.start(countingGroup(prefix, { name: 'other' }));
    await waitForPosition(stage.dataSource, ['other'], (await stage.append(`${prefix}b`, 2)).position);
    expect((await stateOf('other')).stopped).toBeNull();
    await Promise.all([runner.stop(), other.stop()]);
  });

  it('is left out once that is on record, and the group says so', async () => {
    const { runner, told, poison } = await stopped();
    await skip(randomUUID());
    await skip(poison, 2);
    await skip(poison);
    await waitForPosition(stage.dataSource, ['counting'], (await stage.append(`${prefix}a`, 1)).position, 10_000);
    expect(await stage.counted(prefix)).toEqual({ a: 4 });
    expect(await stateOf('counting')).toMatchObject({ stopped: null, skippedEvents: [poison] });
    expect(await readPosition(stage.dataSource.manager, ['counting'])).toMatchObject({ skippedEvents: [poison] });
    expect(told.at(-1)).toBeUndefined();
    await runner.stop();
    await stage.clear();
    const again = stage.start(poisoned());
    await eventually(async () => expect(await stage.counted(prefix)).toEqual({ a: 4 }));
    expect(await stateOf('counting')).toMatchObject({ skippedEvents: [poison] });
    await again.stop();
  });

  it('counts again in a later version that can apply it', async () => {
    const { runner, poison } = await stopped();
    await skip(poison);
    await eventually(async () => expect(await stage.counted(prefix)).toEqual({ a: 3 }), 10_000);
    await runner.stop();
    const later = stage.start(poisoned({ version: 2, between: undefined }));
    await eventually(async () => expect(await stage.counted(prefix)).toEqual({ a: 4 }));
    expect(await stateOf('counting')).toMatchObject({ version: 2, skippedEvents: [] });
    await later.stop();
  });

  it('stops a later version while it is built, and readers keep the rows that they have', async () => {
    await stage.append(`${prefix}a`, [harmless, toxic, harmless]);
    const first = stage.start(countingGroup(prefix));
    await eventually(async () => expect(await stage.counted(prefix)).toEqual({ a: 3 }));
    await first.stop();
    const told: (Poison | undefined)[] = [];
    const second = stage.start(poisoned({ version: 2 }), { onStopped: (poison) => told.push(poison) });
    await eventually(() => expect(told.at(-1)).toMatchObject({ type: 'Toxic' }), 10_000);
    expect(await stage.counted(prefix)).toEqual({ a: 3 });
    expect(await stateOf('counting')).toMatchObject({ version: 1, stopped: null });
    await second.stop();
  });

  it('is tried again, so that the group goes on by itself when the cause is gone', async () => {
    let broken = true;
    const between = () => {
      if (broken) throw new Error('no');
    };
    const { position } = await stage.append(`${prefix}a`, 2);
    const runner = stage.start(countingGroup(prefix, { between }));
    await eventually(async () => expect((await stateOf('counting')).stopped).not.toBeNull(), 10_000);
    broken = false;
    await waitForPosition(stage.dataSource, ['counting'], position);
    expect(await stateOf('counting')).toMatchObject({ stopped: null, skippedEvents: [] });
    await runner.stop();
  });

  it('is not taken for one when the database is at fault', async () => {
    await stage.append(`${prefix}a`, 1);
    let failures = 0;
    let isFull = true;
    const between = () => {
      if (isFull) throw Object.assign(new Error('could not extend file'), { code: '53100' });
    };
    const runner = stage.start(countingGroup(prefix, { between }), { onFailure: () => (failures += 1) });
    await eventually(() => expect(failures).toBeGreaterThan(4), 10_000);
    expect((await stateOf('counting')).stopped).toBeNull();
    isFull = false;
    await eventually(async () => expect(await stage.counted(prefix)).toEqual({ a: 1 }));
    await runner.stop();
  });
});
