/** Accounts of the demo, for trying things on one's own machine; `example.org` is reserved (RFC 2606), so no mail can go astray. */
export const demoPassword = 'isegoria-demo';

export const demoAccounts = [
  { role: 'citizen', email: 'citizen@example.org', name: 'Demo citizen' },
  { role: 'official', email: 'official@example.org', name: 'Demo official' },
  { role: 'moderator', email: 'moderator@example.org', name: 'Demo moderator' },
  { role: 'analyst', email: 'analyst@example.org', name: 'Demo analyst' },
  { role: 'auditor', email: 'auditor@example.org', name: 'Demo auditor' },
] as const;
