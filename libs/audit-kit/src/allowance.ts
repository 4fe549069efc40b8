import type { DomainEvent } from '@isegoria/kernel';
import { CompactTable } from './compact-table';
import { leeway, rule, type Judged, type Rule } from './rules';
import { saltedHash } from './salted-hash';

/** How many contributions one person may add of each kind, as a setting says it at each point of the log. In some 16 bytes a person. */
export class Allowance {
  private readonly taken = new CompactTable();
  /** The most that held less than the leeway before the last change. */
  private before = 0;
  private changedAt = -Infinity;

  /** @param most before anybody changes it */
  constructor(private most: number) {}

  /** The setting is another one from then on (milliseconds since 1970). */
  become(most: number, time: number): void {
    this.before = this.mostAt(time);
    [this.most, this.changedAt] = [most, time];
  }

  /** @param of whose contribution it is, and of which kind; undefined where there is no limit */
  rule<Event extends DomainEvent>(name: string, says: string, of: (event: Judged<Event>) => string | undefined): Rule<Event> {
    return rule<Event>(
      name,
      says,
      (event) => {
        const whose = of(event);
        return whose === undefined || this.taken.get(...saltedHash(whose)) < this.mostAt(event.time);
      },
      (event) => this.count(of(event)),
    );
  }

  private count(whose: string | undefined): void {
    if (whose === undefined) return;
    const place = saltedHash(whose);
    this.taken.set(...place, this.taken.get(...place) + 1);
  }

  /** What was read of the setting just before it changed may still be decided by. */
  private mostAt(time: number): number {
    return time <= this.changedAt + leeway ? Math.max(this.before, this.most) : this.most;
  }
}
