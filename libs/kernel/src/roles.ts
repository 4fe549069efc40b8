/** Everyone with an account is a citizen; the other roles are granted by an administrator. */
export const roles = ['citizen', 'official', 'moderator', 'analyst', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];
