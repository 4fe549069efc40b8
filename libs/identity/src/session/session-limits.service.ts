import { setting } from '@isegoria/service-host';

const aMinute = 60_000;

/** How long a session lasts, in milliseconds (ASVS 5.0, 7.3). */
export interface SessionLimits {
  /** From its beginning, whatever is done in it. */
  readonly most: number;
  /** Since something was done in it. */
  readonly idle: number;
}

/** Those of citizens, and the shorter ones of people whose sessions can do more. @throws an Error that names a setting that is no number */
export function sessionLimits(): { readonly citizens: SessionLimits; readonly staff: SessionLimits } {
  return {
    citizens: { most: minutes('SESSION_MINUTES', 12 * 60), idle: minutes('SESSION_IDLE_MINUTES', 2 * 60) },
    staff: { most: minutes('STAFF_SESSION_MINUTES', 10 * 60), idle: minutes('STAFF_SESSION_IDLE_MINUTES', 30) },
  };
}

function minutes(name: string, usually: number): number {
  const value = Number(setting(name, String(usually)));
  if (!(value >= 1)) throw new Error(`${name} must be a number of minutes, 1 or more.`);
  return value * aMinute;
}
