import { CompactTable, saltedHash } from '@isegoria/audit-kit';

const [counts, isLeftOut] = [1, 2];

/** How many people take part in one consultation, each once however many activities it has: in some 10 bytes a ballot. */
export class Attendance {
  /** Of each ballot: whether it counts. */
  private readonly ballots = new CompactTable(8);
  /** Of each person, one more than how many ballots count. */
  private readonly people = new CompactTable(8);
  participants = 0;

  cast(activityId: string, voter: string): void {
    const [high, low] = keyOf(`${activityId} ${voter}`);
    if (this.ballots.get(high, low) !== 0) return;
    this.ballots.set(high, low, counts);
    this.move(voter, 1);
  }

  /** A ballot of which nothing was cast in time does not count, nor does it when it is put back. */
  setExcluded(activityId: string, voter: string, excluded: boolean): void {
    const [high, low] = keyOf(`${activityId} ${voter}`);
    if (this.ballots.get(high, low) !== (excluded ? counts : isLeftOut)) return;
    this.ballots.set(high, low, excluded ? isLeftOut : counts);
    this.move(voter, excluded ? -1 : 1);
  }

  private move(voter: string, by: 1 | -1): void {
    const [high, low] = keyOf(voter);
    const before = Math.max(1, this.people.get(high, low)) - 1;
    this.people.set(high, low, before + by + 1);
    this.participants += Number(before + by > 0) - Number(before > 0);
  }
}

/** The high word leaves room for the value beside it. */
function keyOf(name: string): readonly [high: number, low: number] {
  const [high, low] = saltedHash(name);
  return [high >>> 8, low];
}
