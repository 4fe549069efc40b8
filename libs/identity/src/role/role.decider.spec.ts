import { describe, expect, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';
import { account, rolesOf } from '../account/account.decider';
import type { AccountEvent } from '../contract';
import { mustEndInTime, rolesDecider, type RolesCommand } from './role.decider';

const accountId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const unit = 'root.aaaaaaaa';
const administratorOf = (where: string, who = by): Actor => ({
  accountId: who,
  roles: [{ role: 'administrator', unit: where }],
  assurance: 'email',
});
const registered: AccountEvent = { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.a.b' } } };
const granted = (role: Role, where = unit): AccountEvent => ({ type: 'RoleGranted', data: { accountId, role, unit: where, by } });
const revoked = (role: Role, where = unit): AccountEvent => ({ type: 'RoleRevoked', data: { accountId, role, unit: where, by } });
const change = (type: RolesCommand['type'], role: Role): RolesCommand => ({
  type,
  accountId,
  role,
  unit,
  standing: 'open',
  erased: false,
  actor: administratorOf(rootUnit),
  now: Date.parse('2026-03-02T09:00:00.000Z'),
});
const grant = (role: Role) => change('GrantRole', role);
const revoke = (role: Role) => change('RevokeRole', role);

describe('roles', () => {
  it('are granted and revoked', () => {
    given(rolesDecider, [registered])
      .when(grant('moderator'))
      .then([granted('moderator')]);
    given(rolesDecider, [registered, granted('moderator')])
      .when(revoke('moderator'))
      .then([revoked('moderator')]);
    given(rolesDecider, [registered, granted('moderator'), revoked('moderator')])
      .when(grant('moderator'))
      .then([granted('moderator')]);
  });

  it('do not change when they are as asked for', () => {
    given(rolesDecider, [registered, granted('analyst')])
      .when(grant('analyst'))
      .thenNothing();
    given(rolesDecider, [registered, granted('analyst')])
      .when(revoke('auditor'))
      .thenNothing();
  });

  it('end by themselves, are given with another end, and then for good', () => {
    const [soon, later] = ['2026-03-03T09:00:00.000Z', '2026-04-01T09:00:00.000Z'];
    const grantedUntil = (until: string): AccountEvent => ({
      type: 'RoleGranted',
      data: { accountId, role: 'moderator', unit, until, by },
    });
    const standing = [registered, grantedUntil(soon)];
    given(rolesDecider, [registered])
      .when({ ...grant('moderator'), until: soon })
      .then([grantedUntil(soon)]);
    given(rolesDecider, standing)
      .when({ ...grant('moderator'), until: soon })
      .thenNothing();
    given(rolesDecider, standing)
      .when({ ...grant('moderator'), until: later })
      .then([grantedUntil(later)]);
    given(rolesDecider, standing)
      .when(grant('moderator'))
      .then([granted('moderator')]);
    const after = Date.parse(soon) + 1;
    given(rolesDecider, standing)
      .when({ ...revoke('moderator'), now: after })
      .thenNothing();
    given(rolesDecider, standing)
      .when({ ...grant('moderator'), until: soon, now: after })
      .thenRejected('VALIDATION_FAILED');
    expect(rolesOf(standing.reduce(account.evolve, account.initialState), after)).toEqual([]);
  });

  it('end in the future, and in a year that somebody means', () => {
    for (const until of ['9999-12-31T00:00:00.000Z', '2037-01-01T00:00:00.000Z']) {
      given(rolesDecider, [registered])
        .when({ ...grant('moderator'), until })
        .thenRejected('VALIDATION_FAILED');
    }
    expect(() => mustEndInTime('9999-12-31T00:00:00.000Z', Date.parse('2026-03-01'))).toThrow(
      expect.objectContaining({ details: { field: 'until', params: { constraint: 'isNear', limit: 10 } } }),
    );
    expect(() => mustEndInTime('2026-02-28', Date.parse('2026-03-01'))).toThrow(
      expect.objectContaining({ details: { field: 'until', params: { constraint: 'isLater' } } }),
    );
  });

  it('are not ended for oneself, if it is that of administrator', () => {
    given(rolesDecider, [registered, granted('administrator')])
      .when({ ...grant('administrator'), actor: administratorOf(unit, accountId), until: '2026-04-01T09:00:00.000Z' })
      .thenRejected('OWN_ADMINISTRATOR_ROLE');
  });

  it('are held in each unit by itself', () => {
    const above = [registered, granted('analyst', rootUnit)];
    given(rolesDecider, above)
      .when(grant('analyst'))
      .then([granted('analyst')]);
    given(rolesDecider, above).when(revoke('analyst')).thenNothing();
    given(rolesDecider, [...above, granted('analyst')])
      .when(revoke('analyst'))
      .then([revoked('analyst')]);
    given(rolesDecider, [...above, granted('analyst'), revoked('analyst', rootUnit)])
      .when(grant('analyst'))
      .thenNothing();
  });

  it('are in the hands of administrators of the unit or of one above', () => {
    given(rolesDecider, [registered])
      .when({ ...grant('moderator'), actor: administratorOf(unit) })
      .then([granted('moderator')]);
    for (const elsewhere of ['root.bbbbbbbb', `${unit}.cccccccc`]) {
      for (const command of [grant('moderator'), revoke('moderator')])
        given(rolesDecider, [registered, granted('moderator')])
          .when({ ...command, actor: administratorOf(elsewhere) })
          .thenRejected('FORBIDDEN_ROLE');
    }
    const official: Actor = { accountId: by, roles: [{ role: 'official', unit: rootUnit }], assurance: 'email' };
    given(rolesDecider, [registered])
      .when({ ...grant('moderator'), actor: official })
      .thenRejected('FORBIDDEN_ROLE');
  });

  it('need a unit that is there; in a closed one they may change, since what was begun goes on', () => {
    for (const command of [grant('moderator'), revoke('moderator')])
      given(rolesDecider, [registered])
        .when({ ...command, standing: 'unknown' })
        .thenRejected('UNIT_NOT_FOUND');
    given(rolesDecider, [registered])
      .when({ ...grant('moderator'), standing: 'closed' })
      .then([granted('moderator')]);
  });

  it('are not taken from oneself, if it is that of administrator', () => {
    const actor = administratorOf(unit, accountId);
    const administrator = [registered, granted('administrator'), granted('official')];
    given(rolesDecider, administrator)
      .when({ ...revoke('administrator'), actor })
      .thenRejected('OWN_ADMINISTRATOR_ROLE');
    given(rolesDecider, administrator)
      .when(revoke('administrator'))
      .then([revoked('administrator')]);
    given(rolesDecider, administrator)
      .when({ ...revoke('official'), actor })
      .then([{ type: 'RoleRevoked', data: { accountId, role: 'official', unit, by: accountId } }]);
  });

  it('are neither given to nor taken from an account that was erased', () => {
    for (const command of [grant('official'), revoke('moderator')]) {
      given(rolesDecider, [registered, granted('moderator')])
        .when({ ...command, erased: true })
        .thenRejected('ACCOUNT_ERASED');
    }
  });

  it('need an account', () => {
    given(rolesDecider).when(grant('official')).thenRejected('ACCOUNT_NOT_FOUND');
    given(rolesDecider).when(revoke('official')).thenRejected('ACCOUNT_NOT_FOUND');
  });
});
