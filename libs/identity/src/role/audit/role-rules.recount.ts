import { rule, type Rule } from '@isegoria/audit-kit';
import type { HeldRole } from '@isegoria/kernel';
import type { RoleGranted, RoleRevoked } from '../role.contract';

/** A command has five minutes to the log, and clocks of honest machines differ by less than one (milliseconds). */
const grace = 6 * 60_000;

/** Which roles accounts hold, for those who may read who was given what. Few accounts hold any. */
export class Roles {
  /** By account, each with its end (milliseconds since 1970). */
  private readonly held = new Map<string, Map<string, number>>();

  readonly areNotHeldYet: Rule<RoleGranted> = rule(
    'role-not-held',
    'A role is given in a unit where the account does not hold it, or holds it until another time.',
    ({ data, time }) => {
      const end = this.endOf(data);
      return end === undefined || end !== endIn(data) || end <= time + grace;
    },
    ({ data }) => this.of(data.accountId).set(nameOf(data), endIn(data)),
  );

  readonly areHeld: Rule<RoleRevoked> = rule(
    'role-held',
    'A role is taken in a unit where the account holds it.',
    ({ data, time }) => (this.endOf(data) ?? -Infinity) > time - grace,
    ({ data }) => this.of(data.accountId).delete(nameOf(data)),
  );

  readonly endAfterTheyBegin: Rule<RoleGranted> = rule(
    'role-ends-later',
    'A role that ends by itself ends after it was given.',
    ({ data, time }) => endIn(data) > time - grace,
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

  private endOf({ accountId, ...held }: HeldRole & { readonly accountId: string }): number | undefined {
    return this.of(accountId).get(nameOf(held));
  }

  private of(accountId: string): Map<string, number> {
    let roles = this.held.get(accountId);
    if (!roles) this.held.set(accountId, (roles = new Map()));
    return roles;
  }
}

const nameOf = ({ role, unit }: HeldRole): string => `${role} ${unit}`;

const endIn = ({ until }: { readonly until?: string }): number => (until === undefined ? Infinity : Date.parse(until));
