import type { Role } from '../roles';

/** Who may do what: the one place that gives permissions to roles. */
export const rolesWith = {
  participate: ['citizen'],
  consult: ['official', 'administrator'],
  publish: ['official', 'administrator'],
  answer: ['official', 'administrator'],
  moderate: ['moderator', 'administrator'],
  export: ['official', 'analyst', 'administrator'],
  import: ['official', 'administrator'],
  administer: ['administrator'],
  audit: ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof rolesWith;
