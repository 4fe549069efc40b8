import { CompactTable, Names, Numbers, saltedHash } from '@isegoria/audit-kit';
import type { ByAssurance } from '../assurance/by-assurance.contract';
import type { ParticipationDay } from '../results.contract';

/**
 * The people of one activity, in some 25 bytes each: each counts once, on the day of the first vote, under the assurance of the last. For
 * people who vote again it also keeps the name, which only they can need: nobody with one vote has a place on an opinion map.
 */
export class Participation {
  private readonly numbers = new CompactTable();
  private readonly names = new Names();
  private readonly days = new Numbers(Uint16Array);
  private readonly verified = new Numbers(Uint8Array);
  private readonly dayNumbers = new Map<string, number>();
  /** Of the people who voted; few. */
  private readonly excluded = new Set<number>();
  private voters = 0;

  /** @returns the person's number, from 0, the same at every vote */
  voted(voter: string, day: string, verified: boolean): number {
    const [high, low] = saltedHash(voter);
    const known = this.numbers.get(high, low);
    const number = known === 0 ? this.voters++ : known - 1;
    if (known === 0) {
      this.numbers.set(high, low, number + 1);
      this.days.set(number, this.numberOf(day));
    } else this.names.keep(number, voter);
    this.verified.set(number, Number(verified));
    return number;
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

  /** The numbers of all who count. */
  *counted(): Generator<number> {
    for (let number = 0; number < this.voters; number++) if (!this.excluded.has(number)) yield number;
  }

  get total(): number {
    return this.voters - this.excluded.size;
  }

  /** The name of somebody who voted more than once. */
  nameOf(number: number): string | undefined {
    return this.names.of(number);
  }

  isVerified(number: number): boolean {
    return this.verified.get(number) === 1;
  }

  perDay(): ParticipationDay[] {
    const counts = [...this.dayNumbers.keys()].map((day) => ({ day, verified: 0, unverified: 0 }));
    for (const number of this.counted()) counts[this.days.get(number)]![this.isVerified(number) ? 'verified' : 'unverified'] += 1;
    const upTo = { verified: 0, unverified: 0 };
    return counts
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ day, verified, unverified }) => {
        upTo.verified += verified;
        upTo.unverified += unverified;
        return { day, newParticipants: verified + unverified, participants: upTo.verified + upTo.unverified, byAssurance: { ...upTo } };
      });
  }

  byAssurance(): ByAssurance<number> {
    return this.perDay().at(-1)?.byAssurance ?? { verified: 0, unverified: 0 };
  }

  private numberOf(day: string): number {
    const known = this.dayNumbers.get(day);
    if (known !== undefined) return known;
    this.dayNumbers.set(day, this.dayNumbers.size);
    return this.dayNumbers.size - 1;
  }
}
