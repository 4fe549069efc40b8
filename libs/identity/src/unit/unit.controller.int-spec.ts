import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit } from '@isegoria/kernel';
import { actor, actorIn } from '@isegoria/testing';
import { by, startIdentity, type RunningIdentity } from '../identity.fixture';
import { closeUnit, makeUnit, renameUnit } from './unit.contract';

describe('units over the bus', () => {
  let identity: RunningIdentity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity?.stop());

  const administrator = actor('administrator');
  const make = (above = rootUnit, context = by(administrator), fields: object = {}) =>
    identity.send(makeUnit.subject, { above, name: 'Directorate of Water', ...fields }, context);
  const rename = (unit: string, name: string, context = by(administrator)) => identity.send(renameUnit.subject, { unit, name }, context);
  const close = (unit: string, context = by(administrator)) => identity.send(closeUnit.subject, { unit, reason: 'Merged' }, context);
  const typesOf = async (unit: string) => (await identity.store.readStream(`unit-${unit}`)).map(({ type }) => type);

  it('are made one below the other, once for a command that is delivered twice, renamed and closed', async () => {
    const context = by(administrator);
    const [first, second] = await Promise.all([make(rootUnit, context), make(rootUnit, context)]);
    expect(second).toEqual(first);
    const { id: water } = first!;
    expect(water).toBe(`root.${context.commandId.slice(0, 8)}`);
    const { id: shores } = await make(water);
    expect(shores).toMatch(new RegExp(`^${water}\\.[0-9a-f]{8}$`));
    await rename(water, 'Directorate of Lakes');
    const { position } = await close(water);
    const history = await identity.store.readStream(`unit-${water}`);
    expect(history).toMatchObject([
      { type: 'UnitMade', data: { unit: water, name: 'Directorate of Water', by: administrator.accountId } },
      { type: 'UnitRenamed', data: { unit: water, name: 'Directorate of Lakes' } },
      { type: 'UnitClosed', data: { unit: water, reason: 'Merged' }, position },
    ]);
    expect(await typesOf(shores)).toEqual(['UnitMade']);
    for (const above of [water, shores]) await expect(make(above)).rejects.toMatchObject({ code: 'UNIT_CLOSED' });
    expect(await make(rootUnit, context)).toEqual(first);
  });

  it('are not made below another one under the key of one that was made', async () => {
    const { id: water } = await make();
    const context = by(administrator);
    const made = await make(rootUnit, { ...context, request: 'one' });
    await expect(make(water, { ...context, request: 'other' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await make(rootUnit, { ...context, request: 'one' })).toEqual(made);
  });

  it('are for administrators of the unit or above, and made by those of the one above', async () => {
    const { id: water } = await make();
    const { id: other } = await make();
    const ofWater = actorIn(water, 'administrator');
    const { id: shores } = await make(water, by(ofWater));
    await rename(shores, 'Shores', by(ofWater));
    for (const work of [() => make(rootUnit, by(ofWater)), () => rename(other, 'Mine', by(ofWater)), () => close(other, by(ofWater))])
      await expect(work()).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    for (const [who, code] of [
      [undefined, 'SIGN_IN_REQUIRED'],
      [actor('official', 'moderator', 'analyst', 'auditor'), 'FORBIDDEN_ROLE'],
    ] as const)
      for (const work of [() => make(water, by(who)), () => rename(water, 'Mine', by(who)), () => close(water, by(who))])
        await expect(work()).rejects.toMatchObject({ code });
    expect(await typesOf(water)).toEqual(['UnitMade']);
    expect(await typesOf(other)).toEqual(['UnitMade']);
  });

  it('need one above that is there, a name, and no more than seven levels; the root is renamed and never closed', async () => {
    await expect(make('root.00000000')).rejects.toMatchObject({ code: 'UNIT_NOT_FOUND' });
    await expect(rename('root.00000000', 'Nowhere')).rejects.toMatchObject({ code: 'UNIT_NOT_FOUND' });
    await expect(close('root.00000000')).rejects.toMatchObject({ code: 'UNIT_NOT_FOUND' });
    await expect(make('../root')).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'above' } });
    await expect(make(rootUnit, by(administrator), { name: ' ' })).rejects.toMatchObject({ details: { field: 'name' } });
    await expect(make(rootUnit, by(administrator), { unit: 'root.12345678' })).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' });
    let unit: string = rootUnit;
    for (let level = 2; level <= 7; level++) unit = (await make(unit)).id;
    await expect(make(unit)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'above' } });
    await rename(rootUnit, 'Ministry');
    await expect(close(rootUnit)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'unit' } });
    expect(await typesOf(rootUnit)).toEqual(['UnitRenamed']);
  });
});
