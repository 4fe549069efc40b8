import { describe, expect, it } from '@jest/globals';
import { fold } from '@isegoria/event-sourcing';
import type { AccountEvent } from '../contract';
import { account, assuranceOf, isStaff, rolesOf, type AccountState } from './account.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const imported: AccountEvent = { type: 'AccountImported', data: { accountId, by: accountId, source: 'town', externalId: '7' } };
const confirmed: AccountEvent = { type: 'EmailConfirmed', data: { accountId } };
const after = (...events: AccountEvent[]) => fold<AccountState, AccountEvent>(account, events);

describe('an account', () => {
  it('is anonymous until its address is confirmed; an imported one is, unless an office vouches for it', () => {
    expect(assuranceOf(after(registered))).toBe('anonymous');
    expect(assuranceOf(after(registered, confirmed))).toBe('email');
    expect(assuranceOf(after(imported))).toBe('anonymous');
    const vouchedFor: AccountEvent = { type: 'AccountVouchedFor', data: { accountId, by: accountId, level: 'register' } };
    expect(assuranceOf(after(imported, vouchedFor))).toBe('register');
  });

  it('holds the roles that were granted and not revoked, each in its unit', () => {
    const role = (type: 'RoleGranted' | 'RoleRevoked', name: 'official' | 'moderator', unit: string): AccountEvent => ({
      type,
      data: { accountId, role: name, unit, by: accountId },
    });
    expect(rolesOf(after(registered))).toEqual([]);
    const history = [
      role('RoleGranted', 'moderator', 'root'),
      role('RoleGranted', 'moderator', 'root.bbbbbbbb'),
      role('RoleGranted', 'moderator', 'root.aaaaaaaa'),
      role('RoleGranted', 'official', 'root.aaaaaaaa'),
      role('RoleRevoked', 'moderator', 'root'),
    ];
    expect(rolesOf(after(registered, ...history))).toEqual([
      { role: 'official', unit: 'root.aaaaaaaa' },
      { role: 'moderator', unit: 'root.aaaaaaaa' },
      { role: 'moderator', unit: 'root.bbbbbbbb' },
    ]);
  });

  it('has no role once it is erased', () => {
    const granted: AccountEvent = { type: 'RoleGranted', data: { accountId, role: 'official', unit: 'root', by: accountId } };
    const state = after(registered, granted, { type: 'AccountErased', data: { accountId, by: accountId, reason: null } });
    expect([rolesOf(state), isStaff(state), state.erased]).toEqual([[], false, true]);
  });
});
