import { rule, type Rule } from '@isegoria/audit-kit';
import type { HeldRole } from '@isegoria/kernel';
import type { RoleGranted, RoleRevoked } from '../role.contract';

/** Which roles accounts hold, for those who may read who was given what. Few accounts hold any. */
export class Roles {
  private readonly held = new Map<string, Set<string>>();

  readonly areNotHeldYet: Rule<RoleGranted> = rule(
    'role-not-held',
    'A role is given in a unit where the account does not hold it.',
    ({ data }) => !this.isHeld(data),
    ({ data }) => this.of(data.accountId).add(nameOf(data)),
  );

  readonly areHeld: Rule<RoleRevoked> = rule(
    'role-held',
    'A role is taken in a unit where the account holds it.',
    ({ data }) => this.isHeld(data),
    ({ data }) => this.of(data.accountId).delete(nameOf(data)),
  );

  readonly areNotTheOwn: Rule<RoleRevoked> = rule(
    'own-administrator-role',
    'Administrators do not take that role from themselves.',
    ({ data: { role, by, accountId } }) => role !== 'administrator' || by !== accountId,
  );

  /** All end with the account. */
  end(accountId: string): void {
    this.held.delete(accountId);
  }

  private isHeld({ accountId, ...held }: HeldRole & { readonly accountId: string }): boolean {
    return this.of(accountId).has(nameOf(held));
  }

  private of(accountId: string): Set<string> {
    let roles = this.held.get(accountId);
    if (!roles) this.held.set(accountId, (roles = new Set()));
    return roles;
  }
}

const nameOf = ({ role, unit }: HeldRole): string => `${role} ${unit}`;
