import { CompactTable, saltedHash } from '@isegoria/audit-kit';
import { assuranceLevels, rankOf, type AssuranceLevel } from '@isegoria/kernel';
import { eachLevel, type ByAssurance } from '../../results/assurance/by-assurance.contract';

type Key = readonly [high: number, low: number];

interface Ballot {
  /** That of the last vote's level, or of a higher one confirmed since; -1 for none. */
  readonly rank: number;
  readonly isLeftOut: boolean;
  /** The rank that the person was raised to; 0 for none. */
  readonly raisedTo: number;
}

/** What a ballot that is left out has beside one more than the rank of its level, and one that was raised has beside the two. */
const leftOut = 16;
const byRaise = 32;

/**
 * How many people take part in one consultation, each once however many activities it has, at the highest level of their ballots that
 * count and of what they wrote: in some 10 bytes each.
 */
export class Attendance {
  /** Of each ballot: see {@link Ballot}; up to seven levels fit in. */
  private readonly ballots = new CompactTable(8);
  /** For each level, of each person: one more than how many ballots and writings count. A consultation has at most 200 activities. */
  private readonly people = assuranceLevels.map(() => new CompactTable(8));
  private readonly counts = assuranceLevels.map(() => 0);

  cast(activityId: string, voter: string, assurance: AssuranceLevel): void {
    const key = keyOf(`${activityId} ${voter}`);
    const { rank: before, isLeftOut, raisedTo } = this.ballot(key);
    const rank = Math.max(rankOf(assurance), raisedTo);
    this.keep(key, { rank, isLeftOut, raisedTo });
    if (!isLeftOut && before !== rank) this.move(voter, before, rank);
  }

  /** Somebody who wrote something takes part by that as by a ballot, at the highest level so far. */
  wrote(activityId: string, writer: string, assurance: AssuranceLevel): void {
    const { rank } = this.ballot(keyOf(`${written(activityId)} ${writer}`));
    this.cast(written(activityId), writer, assuranceLevels[Math.max(rank, rankOf(assurance))]!);
  }

  /** All that the person casts or wrote there counts at this level or above; nothing changes where nothing was in time. */
  raise(activityId: string, voter: string, level: AssuranceLevel): void {
    for (const place of [activityId, written(activityId)]) this.raiseOne(place, voter, level);
  }

  /** A ballot of which nothing was cast in time does not count, nor does it when it is put back; so does what was written. */
  setExcluded(activityId: string, voter: string, excluded: boolean): void {
    for (const place of [activityId, written(activityId)]) this.setOneExcluded(place, voter, excluded);
  }

  byAssurance(): ByAssurance<number> {
    return eachLevel((_, rank) => this.counts[rank]!);
  }

  private raiseOne(activityId: string, voter: string, level: AssuranceLevel): void {
    const key = keyOf(`${activityId} ${voter}`);
    const { rank: before, isLeftOut, raisedTo } = this.ballot(key);
    if (before < 0) return;
    const rank = Math.max(before, rankOf(level));
    this.keep(key, { rank, isLeftOut, raisedTo: Math.max(raisedTo, rankOf(level)) });
    if (!isLeftOut && before !== rank) this.move(voter, before, rank);
  }

  private setOneExcluded(activityId: string, voter: string, excluded: boolean): void {
    const key = keyOf(`${activityId} ${voter}`);
    const { rank, isLeftOut, raisedTo } = this.ballot(key);
    if (rank < 0 || isLeftOut === excluded) return;
    this.keep(key, { rank, isLeftOut: excluded, raisedTo });
    if (excluded) this.move(voter, rank, -1);
    else this.move(voter, -1, rank);
  }

  private ballot(key: Key): Ballot {
    const value = this.ballots.get(...key);
    return { rank: (value % leftOut) - 1, isLeftOut: (value & leftOut) > 0, raisedTo: Math.floor(value / byRaise) };
  }

  private keep(key: Key, { rank, isLeftOut, raisedTo }: Ballot): void {
    this.ballots.set(...key, rank + 1 + (isLeftOut ? leftOut : 0) + raisedTo * byRaise);
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

/** What somebody wrote to an activity, beside the ballot there. */
const written = (activityId: string) => `${activityId} written`;

/** The high word leaves room for the value beside it. */
function keyOf(name: string): Key {
  const [high, low] = saltedHash(name);
  return [high >>> 8, low];
}
