import { describe, expect, it } from '@jest/globals';
import { roles, type Role } from '../roles';
import { rolesWith, type Permission } from './permission';
import { may, permitted, unitsWhere } from './may';

const [water, shores, roads] = ['root.1f0c22aa', 'root.1f0c22aa.90b3d7e1', 'root.00000000'];
const holding = (...roles: (readonly [Role, string])[]) => ({ roles: roles.map(([role, unit]) => ({ role, unit })) });
const official = holding(['official', water]);

describe('who may do what', () => {
  it('by a role in the unit or above it, not beside or below', () => {
    expect([water, shores].map((unit) => may(official, 'consult', unit))).toEqual([true, true]);
    expect(['root', roads].map((unit) => may(official, 'consult', unit))).toEqual([false, false]);
  });
  it('is asked at the door of any unit', () => {
    expect(may(official, 'consult')).toBe(true);
    expect(may(official, 'administer')).toBe(false);
    expect(may(holding(), 'consult')).toBe(false);
  });
  it('is never by one role in one unit and another role in another', () => {
    const both = holding(['official', water], ['moderator', roads]);
    expect([may(both, 'moderate', water), may(both, 'consult', roads)]).toEqual([false, false]);
  });
  it('leaves to everybody with an account to take part, and to anyone what is for anyone', () => {
    expect([may(holding(), 'participate'), may(undefined, 'participate')]).toEqual([true, false]);
    expect(may(undefined, 'anyone')).toBe(true);
  });
  it('names the units, and the person', () => {
    const many = holding(['official', water], ['administrator', water], ['analyst', roads], ['official', shores]);
    expect(unitsWhere(many, 'consult')).toEqual([water, shores]);
    expect(unitsWhere(undefined, 'consult')).toEqual([]);
    expect(permitted(many, 'export', roads)).toBe(many);
    expect(() => permitted(many, 'consult', roads)).toThrow('FORBIDDEN_ROLE');
    expect(() => permitted(undefined, 'consult', roads)).toThrow('SIGN_IN_REQUIRED');
  });
  it('is nothing of an office while the account is suspended, whatever its roles', () => {
    const everything = holding(...roles.map((role) => [role, 'root'] as const));
    const suspended = { ...everything, suspension: { id: 'one', until: '2026-03-16T09:00:00.000Z' } };
    for (const permission of ['contribute', ...(Object.keys(rolesWith) as Permission[])] as Permission[]) {
      expect(may(everything, permission, water)).toBe(true);
      expect([may(suspended, permission), may(suspended, permission, water)]).toEqual([false, false]);
      expect(unitsWhere(suspended, permission)).toEqual([]);
      expect(() => permitted(suspended, permission, water)).toThrow('SUSPENDED');
    }
    expect([may(suspended, 'participate'), may(suspended, 'anyone')]).toEqual([true, true]);
  });
});
