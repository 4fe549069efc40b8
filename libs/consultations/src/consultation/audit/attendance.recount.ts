import { CompactTable, saltedHash } from '@isegoria/audit-kit';
import { assuranceLevels, rankOf, type AssuranceLevel } from '@isegoria/kernel';
import { eachLevel, type ByAssurance } from '../../results/assurance/by-assurance.contract';

type Key = readonly [high: number, low: number];

/** What a ballot that is left out has beside one more than the rank of its level. */
const leftOut = 16;

/**
 * How many people take part in one consultation, each once however many activities it has, at the highest level of their ballots that
 * count: in some 10 bytes a ballot.
 */
export class Attendance {
  /** Of each ballot: one more than the rank of its last vote's level. */
  private readonly ballots = new CompactTable(8);
  /** For each level, of each person: one more than how many ballots count. A consultation has at most 200 activities. */
  private readonly people = assuranceLevels.map(() => new CompactTable(8));
  private readonly counts = assuranceLevels.map(() => 0);

  cast(activityId: string, voter: string, assurance: AssuranceLevel): void {
    const key = keyOf(`${activityId} ${voter}`);
    const before = this.ballots.get(...key);
    const isLeftOut = before >= leftOut;
    const rank = rankOf(assurance);
    this.ballots.set(...key, rank + 1 + (isLeftOut ? leftOut : 0));
    if (!isLeftOut && before - 1 !== rank) this.move(voter, before - 1, rank);
  }

  /** A ballot of which nothing was cast in time does not count, nor does it when it is put back. */
  setExcluded(activityId: string, voter: string, excluded: boolean): void {
    const key = keyOf(`${activityId} ${voter}`);
    const before = this.ballots.get(...key);
    if (before === 0 || before >= leftOut === excluded) return;
    const rank = (before % leftOut) - 1;
    this.ballots.set(...key, rank + 1 + (excluded ? leftOut : 0));
    if (excluded) this.move(voter, rank, -1);
    else this.move(voter, -1, rank);
  }

  byAssurance(): ByAssurance<number> {
    return eachLevel((_, rank) => this.counts[rank]!);
  }

  /** A ballot goes from one rank to another; -1 stands for none. */
  private move(voter: string, from: number, to: number): void {
    const key = keyOf(voter);
    const before = this.highestOf(key);
    if (from >= 0) this.add(key, from, -1);
    if (to >= 0) this.add(key, to, 1);
    const after = this.highestOf(key);
    if (before >= 0) this.counts[before]! -= 1;
    if (after >= 0) this.counts[after]! += 1;
  }

  private add(key: Key, rank: number, by: 1 | -1): void {
    const table = this.people[rank]!;
    table.set(...key, Math.max(1, table.get(...key)) + by);
  }

  private highestOf(key: Key): number {
    return this.people.findLastIndex((table) => table.get(...key) > 1);
  }
}

/** The high word leaves room for the value beside it. */
function keyOf(name: string): Key {
  const [high, low] = saltedHash(name);
  return [high >>> 8, low];
}
