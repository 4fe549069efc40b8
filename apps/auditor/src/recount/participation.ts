import { type ByAssurance, type ParticipationDay } from '@isegoria/contracts';
import { CompactTable } from '../tree/compact-table';
import { saltedHash } from '../tree/salted-hash';
import { Names } from './names';
import { Numbers } from './numbers';

/**
 * The people of one consultation, in some 25 bytes each: each counts once, on the day of the first vote, under the assurance of the last.
 * Whoever votes again also costs the bytes of the name, since nobody with one vote has a place on an opinion map.
 */
export class Participation {
  private readonly numbers = new CompactTable();
  private readonly names = new Names();
  private readonly days = new Numbers(Uint16Array);
  private readonly verified = new Numbers(Uint8Array);
  private readonly dayNumbers = new Map<string, number>();
  total = 0;

  /** @returns the person's number, from 0, the same at every vote */
  voted(voter: string, day: string, verified: boolean): number {
    const [high, low] = saltedHash(voter);
    const known = this.numbers.get(high, low);
    const number = known === 0 ? this.total++ : known - 1;
    if (known === 0) {
      this.numbers.set(high, low, number + 1);
      this.days.set(number, this.numberOf(day));
    } else this.names.keep(number, voter);
    this.verified.set(number, Number(verified));
    return number;
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
    for (let number = 0; number < this.total; number++) counts[this.days.get(number)]![this.isVerified(number) ? 'verified' : 'unverified'] += 1;
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
