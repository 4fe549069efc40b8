import { timeSaid, type Entry } from '@isegoria/audit-kit';
import type { MilestoneSet, MovedMilestoneView } from '../milestone.contract';

/** By when one milestone is due, counted anew: a day that passed while something was still to come stays, whatever is promised later. */
export class DueInLog {
  private set: MilestoneSet['data'] | undefined;
  /** RFC 3339. */
  private day = '';
  private hasPassed = false;
  moved: MovedMilestoneView | null = null;

  take(entry: Entry, set: MilestoneSet['data']): void {
    const at = timeSaid(entry);
    if (this.isOverdue(Date.parse(at))) this.hasPassed = true;
    if (!this.hasPassed) this.day = set.dueAt;
    else if (set.dueAt !== this.set!.dueAt) this.moved = { dueAt: set.dueAt, movedAt: at, note: set.note ?? '' };
    this.set = set;
  }

  get dueAt(): string {
    return this.day;
  }

  /** @param now milliseconds since 1970 */
  isOverdue(now: number): boolean {
    return (this.set?.status === 'planned' || this.set?.status === 'inProgress') && Date.parse(this.day) < now;
  }

  isLate(now: number): boolean {
    return this.hasPassed || this.isOverdue(now);
  }
}
