/**
 * How sure the platform is that an account is one real person.
 * - `unverified`: registered, e-mail address not confirmed.
 * - `confirmed`: the e-mail address was confirmed.
 * - `attested`: an office vouches for the person (imported or registered at a counter).
 */
export const assuranceLevels = ['unverified', 'confirmed', 'attested'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** Verified and unverified are never mixed in a published count. */
export function isVerified(level: AssuranceLevel): boolean {
  return level !== 'unverified';
}
