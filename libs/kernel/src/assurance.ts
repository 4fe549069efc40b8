/**
 * How sure the platform is that an account is one real person, from the least to the most.
 * - `anonymous`: nobody vouches for anything, as for an account whose e-mail address was never confirmed.
 * - `email`: the person reads mail at a confirmed address.
 * - `attested`: an office vouches for a person whom it knows by name.
 * - `register`: found in a public register, such as that of inhabitants.
 * - `eid`: shown with an electronic identity.
 */
export const assuranceLevels = ['anonymous', 'email', 'attested', 'register', 'eid'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** What the headline figures of a consultation count from, unless an official chose otherwise. */
export const usuallyCountsFrom: AssuranceLevel = 'email';

/**
 * The place of a level in the order, from 0. It is how rows hold a level, so that the database can compare them. A level that only a newer
 * program knows is taken for the lowest: nobody is surer of a person than what can be said.
 */
export function rankOf(level: AssuranceLevel): number {
  return Math.max(0, assuranceLevels.indexOf(level));
}

/** Whether a level is this one or above. */
export function isAtLeast(level: AssuranceLevel, least: AssuranceLevel): boolean {
  return rankOf(level) >= rankOf(least);
}

/** This level and all above. */
export function levelsFrom(least: AssuranceLevel): readonly AssuranceLevel[] {
  return assuranceLevels.slice(rankOf(least));
}

/** All levels below this one. */
export function levelsBelow(least: AssuranceLevel): readonly AssuranceLevel[] {
  return assuranceLevels.slice(0, rankOf(least));
}
