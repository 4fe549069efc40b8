/** Everyone with an account is a citizen; the other roles are held in a unit, granted by an administrator, and count in all units below. */
export const roles = ['official', 'moderator', 'analyst', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

export interface HeldRole {
  readonly role: Role;
  readonly unit: string;
}
