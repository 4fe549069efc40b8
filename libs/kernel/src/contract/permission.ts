import type { Role } from '../roles';

/** Who may do what: the one place that gives permissions to roles. Everybody with an account may take part. */
export const rolesWith = {
  consult: ['official', 'administrator'],
  publish: ['official', 'administrator'],
  answer: ['official', 'administrator'],
  moderate: ['moderator', 'administrator'],
  export: ['official', 'analyst', 'administrator'],
  import: ['official', 'administrator'],
  administer: ['administrator'],
  audit: ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
/** What only some roles allow. */
export type RolePermission = keyof typeof rolesWith;
export type Permission = 'participate' | RolePermission;
