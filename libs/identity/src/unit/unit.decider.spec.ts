import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';
import type { UnitEvent } from './unit.contract';
import { unitBelow, unitDecider, type UnitCommand } from './unit.decider';

const commandId = '1F0C22AA-90b3-4d7e-8a6b-0d6a2f4b1c01';
const above = 'root.aaaaaaaa';
const unit = `${above}.1f0c22aa`;
const by = 'somebody';
const holding = (where: string, role: Role = 'administrator'): Actor => ({
  accountId: by,
  roles: [{ role, unit: where }],
  assurance: 'email',
});
const given = (...history: UnitEvent[]) => givenDecider(unitDecider, history);

const make: UnitCommand = { type: 'MakeUnit', unit, above, standing: 'open', name: 'Water', actor: holding(above) };
const rename = (name: string, where = unit, actor = holding(where)): UnitCommand => ({ type: 'RenameUnit', unit: where, name, actor });
const renameIn = (names: Record<string, string | null> | null): UnitCommand => ({ ...rename('Water'), names }) as UnitCommand;
const close = (where = unit, actor = holding(where)): UnitCommand => ({ type: 'CloseUnit', unit: where, reason: 'Merged', actor });
const made: UnitEvent = { type: 'UnitMade', data: { unit, name: 'Water', names: {}, by } };
const renamed = (name: string, where = unit): UnitEvent => ({ type: 'UnitRenamed', data: { unit: where, name, names: {}, by } });
const closed: UnitEvent = { type: 'UnitClosed', data: { unit, by, reason: 'Merged' } };

describe('a unit', () => {
  it('has its place below another one in its name, the same for the same command', () =>
    given()
      .when({ ...make, unit: unitBelow(above, commandId) })
      .then([made]));

  it('is made below a unit that is there and open', () => {
    given()
      .when({ ...make, standing: 'unknown' })
      .thenRejected('UNIT_NOT_FOUND');
    given()
      .when({ ...make, standing: 'closed' })
      .thenRejected('UNIT_CLOSED');
  });

  it('stands seven deep at most, the root included', () => {
    const deep = (levels: number) => [rootUnit, ...Array.from({ length: levels - 1 }, () => 'aaaaaaaa')].join('.');
    const below = (levels: number) => ({ ...make, above: deep(levels), unit: unitBelow(deep(levels), commandId) }) as UnitCommand;
    given()
      .when(below(6))
      .then([{ type: 'UnitMade', data: { unit: unitBelow(deep(6), commandId), name: 'Water', names: {}, by } }]);
    given().when(below(7)).thenRejected('VALIDATION_FAILED');
  });

  it('is made by no two commands', () => given(made).when(make).thenRejected('CONFLICT'));

  it('can be renamed, closed or not, and keeps a name that is the same', () => {
    given(made)
      .when(rename('Shores'))
      .then([renamed('Shores')]);
    given(made, closed)
      .when(rename('Shores'))
      .then([renamed('Shores')]);
    given(made, renamed('Shores')).when(rename('Shores')).thenNothing();
  });

  it('has a name in each language that it is called otherwise in, and loses one that is left out', () => {
    const inFrench: UnitEvent = { type: 'UnitRenamed', data: { unit, name: 'Water', names: { fr: 'Eau' }, by } };
    given()
      .when({ ...make, names: { fr: 'Eau', ar: null } } as UnitCommand)
      .then([{ ...inFrench, type: 'UnitMade' }]);
    given(made)
      .when(renameIn({ fr: 'Eau' }))
      .then([inFrench]);
    given(made, inFrench)
      .when(renameIn({ fr: 'Eau' }))
      .thenNothing();
    given(made, inFrench)
      .when(rename('Shores'))
      .then([renamed('Shores')]);
    given(made, inFrench)
      .when(renameIn(null))
      .then([renamed('Water')]);
    const earlier: UnitEvent = { type: 'UnitMade', data: { unit, name: 'Water', by } };
    given(earlier).when(rename('Water')).thenNothing();
  });

  it('is closed once, for good', () => {
    given(made).when(close()).then([closed]);
    given(made, closed).when(close()).thenRejected('ALREADY_DONE');
    given(made, closed, renamed('Shores')).when(close()).thenRejected('ALREADY_DONE');
  });

  it('is there before it is renamed or closed', () => {
    given().when(rename('Shores')).thenRejected('UNIT_NOT_FOUND');
    given().when(close()).thenRejected('UNIT_NOT_FOUND');
  });

  it('is in the hands of administrators of it or above, and made by those of the one above', () => {
    for (const actor of [holding(rootUnit), holding(above)]) {
      given()
        .when({ ...make, actor })
        .then([made]);
      given(made)
        .when(rename('Shores', unit, actor))
        .then([renamed('Shores')]);
      given(made).when(close(unit, actor)).then([closed]);
    }
    const others = [holding('root.bbbbbbbb'), holding(`${above}.cccccccc`), holding(`${unit}.dddddddd`), holding(rootUnit, 'official')];
    for (const actor of others)
      for (const command of [make, rename('Shores'), close()])
        given(...(command === make ? [] : [made]))
          .when({ ...command, actor })
          .thenRejected('FORBIDDEN_ROLE');
    given()
      .when({ ...make, actor: holding(unit) })
      .thenRejected('FORBIDDEN_ROLE');
  });
});

describe('the term of answers of a unit', () => {
  const says = (days: number | null): UnitEvent => ({ type: 'UnitAnswerTermSet', data: { unit, days, by } });
  const set = (days: number | null | undefined, actor = holding(rootUnit)) => ({ type: 'SetAnswerTerm', unit, days, actor }) as const;

  it('is set, and taken back, by administrators of the unit or of one above it', () => {
    given(made).when(set(90)).then([says(90)]);
    given(made, says(90)).when(set(90)).thenNothing();
    for (const nothing of [null, undefined]) {
      given(made, says(90)).when(set(nothing)).then([says(null)]);
      given(made).when(set(nothing)).thenNothing();
    }
    for (const actor of [holding('root.bbbbbbbb'), holding(rootUnit, 'official')])
      given(made).when(set(90, actor)).thenRejected('FORBIDDEN_ROLE');
    given().when(set(90)).thenRejected('UNIT_NOT_FOUND');
  });
});

describe('the root', () => {
  it('is there without an event, can be renamed, and is never closed', () => {
    given()
      .when(rename('Ministry', rootUnit))
      .then([renamed('Ministry', rootUnit)]);
    given(renamed('Ministry', rootUnit)).when(rename('Ministry', rootUnit)).thenNothing();
    given().when(close(rootUnit)).thenRejected('VALIDATION_FAILED');
    given(renamed('Ministry', rootUnit)).when(close(rootUnit)).thenRejected('VALIDATION_FAILED');
  });
});
