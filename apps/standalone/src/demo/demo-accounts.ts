import type { Role } from '@isegoria/contracts';
import type { DemoUnit } from './demo-content';

/** Accounts of the demo, for trying things on one's own machine; `example.org` is reserved (RFC 2606), so no mail can go astray. */
export const demoPassword = 'isegoria-demo';

/** How long a request of the seeding waits for a part of the platform, in milliseconds. */
export const repeatsFor = 60_000;

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  /** Absent for a citizen, which everybody with an account is. */
  readonly role?: Role;
  /** Where the role is held; at the root when absent. */
  readonly unit?: DemoUnit;
}

export const demoAccounts: readonly DemoAccount[] = [
  { email: 'citizen@example.org', name: 'Demo citizen' },
  { role: 'official', email: 'official@example.org', name: 'Demo official' },
  { role: 'official', unit: 'water', email: 'official.water@example.org', name: 'Demo official of Water' },
  { role: 'moderator', email: 'moderator@example.org', name: 'Demo moderator' },
  { role: 'analyst', email: 'analyst@example.org', name: 'Demo analyst' },
  { role: 'auditor', email: 'auditor@example.org', name: 'Demo auditor' },
];
