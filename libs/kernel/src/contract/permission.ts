import type { Role } from '../roles';

/** Who may do what: the one place that gives permissions to roles. Everybody with an account may take part. */
export const rolesWith = {
  consult: ['official', 'administrator'],
  publish: ['official', 'administrator'],
  answer: ['official', 'administrator'],
  test: ['official', 'moderator', 'analyst', 'administrator'],
  moderate: ['moderator', 'administrator'],
  export: ['official', 'analyst', 'administrator'],
  import: ['official', 'administrator'],
  administer: ['administrator'],
  audit: ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
/** What only some roles allow. */
export type RolePermission = keyof typeof rolesWith;
/**
 * Without a role: `participate` is for everybody with an account, `contribute` for those whose account is not suspended. What is said or
 * voted needs the latter; reading what is one's own, taking it back, appealing and erasing need the former. What needs a role needs an
 * account that is not suspended as well.
 */
export type Permission = 'participate' | 'contribute' | RolePermission;
