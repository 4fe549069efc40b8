import { leeway } from '@isegoria/audit-kit';

/** Dates that a phase has or had, in milliseconds since 1970. */
export interface Dates {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** One phase, as the log has it. */
export class PhaseFacts {
  /** Undefined until the consultation is published. */
  dates: Dates | undefined;
  opened = false;
  closed = false;
  /** The dates before the last change, and when that was recorded. */
  private before: { readonly dates: Dates; readonly until: number } | undefined;

  constructor(readonly phaseId: string) {}

  setDates({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }, time: number): void {
    if (this.dates) this.before = { dates: this.dates, until: time };
    this.dates = { opensAt: Date.parse(opensAt), closesAt: Date.parse(closesAt) };
  }

  /** Whether it can have begun by a time, for a machine whose clock is fast, or that had not heard of a change. */
  mayHaveBegun(time: number): boolean {
    return this.opened || this.datesAt(time).some(({ opensAt }) => opensAt - leeway <= time);
  }

  /** Whether its closing date can have come by then. */
  mayBeOver(time: number): boolean {
    return this.closed || this.datesAt(time).some(({ closesAt }) => closesAt - leeway <= time);
  }

  /** Whether it can still be running then, for a machine whose clock is slow, or that had not heard. */
  mayStillRun(time: number): boolean {
    return this.datesAt(time).some(({ closesAt }) => time <= closesAt + leeway);
  }

  private datesAt(time: number): Dates[] {
    const recent = this.before && time <= this.before.until + leeway ? [this.before.dates] : [];
    return this.dates ? [this.dates, ...recent] : [];
  }
}
