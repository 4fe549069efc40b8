import { CompactTable, Names, Numbers, saltedHash } from '@isegoria/audit-kit';
import { assuranceLevels, isAtLeast, rankOf, usuallyCountsFrom, type AssuranceLevel } from '@isegoria/kernel';
import { atEachLevel, counted, eachLevel, type ByAssurance } from '../assurance/by-assurance.contract';
import type { ParticipationDay } from '../results.contract';

type Counts = ByAssurance<number>;

/**
 * The people of one activity, in some 25 bytes each: each counts once, on the day of the first vote, under the assurance of the last or a
 * higher one confirmed since. For people who vote again it also keeps the name, which only they can need: nobody with one vote has a place
 * on an opinion map.
 */
export class Participation {
  private readonly numbers = new CompactTable();
  private readonly names = new Names();
  private readonly days = new Numbers();
  /** The ranks of their levels. */
  private readonly levels = new Numbers();
  private readonly dayNumbers = new Map<string, number>();
  /** The ranks that people were raised to after voting. */
  private readonly raised = new Numbers();
  /** Votes cast at the lowest level, changed ones included. */
  private readonly unconfirmed = new Numbers();
  /** Of the people who voted; few. */
  private readonly excluded = new Set<number>();
  private voters = 0;
  hasRaised = false;

  /** @param countsFrom the level that figures count from */
  constructor(readonly countsFrom: AssuranceLevel = usuallyCountsFrom) {}

  /** @returns the person's number, from 0, the same at every vote */
  voted(voter: string, day: string, assurance: AssuranceLevel): number {
    const [high, low] = saltedHash(voter);
    const known = this.numbers.get(high, low);
    const number = known === 0 ? this.voters++ : known - 1;
    if (known === 0) {
      this.numbers.set(high, low, number + 1);
      this.days.set(number, this.numberOf(day));
    } else this.names.keep(number, voter);
    this.levels.set(number, rankOf(assurance));
    if (rankOf(assurance) === 0) this.unconfirmed.set(number, this.unconfirmed.get(number) + 1);
    return number;
  }

  /** From now on the person counts at a level or above; nothing changes for a person who has not voted. */
  raise(voter: string, level: AssuranceLevel): void {
    const known = this.numbers.get(...saltedHash(voter));
    if (known === 0) return;
    this.hasRaised = true;
    this.raised.set(known - 1, Math.max(this.raised.get(known - 1), rankOf(level)));
  }

  /** From now on the person counts, or does not; nothing changes for a person who has not voted. */
  setExcluded(voter: string, isExcluded: boolean): void {
    const known = this.numbers.get(...saltedHash(voter));
    if (known === 0) return;
    if (isExcluded) this.excluded.add(known - 1);
    else this.excluded.delete(known - 1);
  }

  get excludedCount(): number {
    return this.excluded.size;
  }

  isExcluded(number: number): boolean {
    return this.excluded.has(number);
  }

  /** The numbers of all whose ballots are not left out, at whatever level. */
  *included(): Generator<number> {
    for (let number = 0; number < this.voters; number++) if (!this.excluded.has(number)) yield number;
  }

  /** Those people, at whatever level. */
  get total(): number {
    return this.voters - this.excluded.size;
  }

  /** The name of somebody who voted more than once. */
  nameOf(number: number): string | undefined {
    return this.names.of(number);
  }

  levelOf(number: number): AssuranceLevel {
    return assuranceLevels[this.rankAt(number)]!;
  }

  /** The rank that the person was raised to; 0 for others. */
  raisedRankOf(number: number): number {
    return this.raised.get(number);
  }

  /** How many votes at each rank, by that of when they were cast, with those in their place that count at a higher one by now. */
  withRaised(votesCast: readonly number[]): number[] {
    const counts = assuranceLevels.map((_, rank) => votesCast[rank] ?? 0);
    for (let number = 0; this.hasRaised && number < this.voters; number++) {
      const rank = this.raised.get(number);
      if (rank === 0) continue;
      counts[0]! -= this.unconfirmed.get(number);
      counts[rank]! += this.unconfirmed.get(number);
    }
    return counts;
  }

  /** Whether headline figures count the person, unless the ballot is left out. */
  isCounted(number: number): boolean {
    return isAtLeast(this.levelOf(number), this.countsFrom);
  }

  perDay(): ParticipationDay[] {
    const days = [...this.dayNumbers.keys()].map((day) => ({ day, people: assuranceLevels.map(() => 0) }));
    for (const number of this.included()) days[this.days.get(number)]!.people[this.rankAt(number)]! += 1;
    const upTo = assuranceLevels.map(() => 0);
    return days
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ day, people }) => {
        people.forEach((n, rank) => (upTo[rank]! += n));
        const [came, byAssurance] = [people, upTo].map((counts) => eachLevel((_, rank) => counts[rank]!)) as [Counts, Counts];
        return { day, newParticipants: counted(came, this.countsFrom), participants: counted(byAssurance, this.countsFrom), byAssurance };
      });
  }

  byAssurance(): Counts {
    return this.perDay().at(-1)?.byAssurance ?? atEachLevel(0);
  }

  private rankAt(number: number): number {
    return Math.max(this.levels.get(number), this.raised.get(number));
  }

  private numberOf(day: string): number {
    const known = this.dayNumbers.get(day);
    if (known !== undefined) return known;
    this.dayNumbers.set(day, this.dayNumbers.size);
    return this.dayNumbers.size - 1;
  }
}
