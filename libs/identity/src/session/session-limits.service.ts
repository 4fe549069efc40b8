import { setting } from '@isegoria/service-host';

const aMinute = 60_000;

/** How long a session lasts, in milliseconds (ASVS 5.0, 7.3). */
export interface SessionLimits {
  /** From its beginning, whatever is done in it. */
  readonly most: number;
  /** Since something was done in it. */
  readonly idle: number;
}

/** Those of citizens, and the shorter ones of people whose sessions can do more. @throws an Error where a setting is no number */
export function sessionLimits(): { readonly citizens: SessionLimits; readonly staff: SessionLimits } {
  return {
    citizens: { most: minutes(setting('SESSION_MINUTES', '720')), idle: minutes(setting('SESSION_IDLE_MINUTES', '120')) },
    staff: { most: minutes(setting('STAFF_SESSION_MINUTES', '600')), idle: minutes(setting('STAFF_SESSION_IDLE_MINUTES', '30')) },
  };
}

function minutes(value: string): number {
  if (!(Number(value) >= 1)) throw new Error(`Sessions last a number of minutes, 1 or more; SESSION_MINUTES or one like it is ${value}.`);
  return Number(value) * aMinute;
}
