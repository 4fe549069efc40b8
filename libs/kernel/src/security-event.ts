/** Everything that the security log tells of; docs/reference/security-log.md says what each means. */
export const securityEvents = [
  'not-signed-in',
  'not-permitted',
  'limit-reached',
  'host-refused',
  'sender-refused',
  'staff-invited',
  'role-granted',
  'role-revoked',
  'second-factor-reset',
  'account-suspended',
  'suspension-lifted',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];
