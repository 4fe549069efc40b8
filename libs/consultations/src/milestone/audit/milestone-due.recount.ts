import { timeSaid, type Entry } from '@isegoria/audit-kit';
import type { MilestoneSet, MovedMilestoneView } from '../milestone.contract';

/** The milestones of one consultation. */
export class MilestonesInLog {
  private readonly each = new Map<string, DueInLog>();

  take(entry: Entry, set: MilestoneSet['data']): void {
    const due = this.each.get(set.milestoneId) ?? new DueInLog();
    due.take(entry, set);
    this.each.set(set.milestoneId, due);
  }

  get count(): number {
    return this.each.size;
  }

  /** @param now milliseconds since 1970 */
  overdueAt(now: number): number {
    return [...this.each.values()].filter((one) => one.isOverdue(now)).length;
  }

  lateAt(now: number): number {
    return [...this.each.values()].filter((one) => one.isLate(now)).length;
  }
}

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

  /** Neither done nor dropped. */
  get isToCome(): boolean {
    return this.set?.status === 'planned' || this.set?.status === 'inProgress';
  }

  /** @param now milliseconds since 1970 */
  isOverdue(now: number): boolean {
    return this.isToCome && Date.parse(this.day) < now;
  }

  isLate(now: number): boolean {
    return this.hasPassed || this.isOverdue(now);
  }
}
