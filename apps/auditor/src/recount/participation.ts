import { type ByAssurance, type ParticipationDay } from '@isegoria/contracts';

/** The people of one consultation: each counts once, on the day of the first vote, under the assurance of the last. */
export class Participation {
  private readonly people = new Map<string, { readonly day: string; verified: boolean }>();

  voted(voter: string, day: string, verified: boolean): void {
    const person = this.people.get(voter);
    if (person) person.verified = verified;
    else this.people.set(voter, { day, verified });
  }

  get total(): number {
    return this.people.size;
  }

  days(): ParticipationDay[] {
    const byDay = new Map<string, ByAssurance<number>>();
    for (const { day, verified } of this.people.values()) {
      const counted = byDay.get(day) ?? { verified: 0, unverified: 0 };
      byDay.set(day, { verified: counted.verified + Number(verified), unverified: counted.unverified + Number(!verified) });
    }
    const upTo = { verified: 0, unverified: 0 };
    return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, counted]) => {
      upTo.verified += counted.verified;
      upTo.unverified += counted.unverified;
      const newParticipants = counted.verified + counted.unverified;
      return { day, newParticipants, participants: upTo.verified + upTo.unverified, byAssurance: { ...upTo } };
    });
  }

  byAssurance(): ByAssurance<number> {
    return this.days().at(-1)?.byAssurance ?? { verified: 0, unverified: 0 };
  }
}
