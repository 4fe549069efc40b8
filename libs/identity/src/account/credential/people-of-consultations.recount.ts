import { CompactTable, saltedKey } from '@isegoria/audit-kit';
import { isAtLeast, type AssuranceLevel } from '@isegoria/kernel';

/** Those who took part in a consultation, each once, beside the accounts that there were before it closed. */
export interface BallotsOf {
  readonly consultation: string;
  /** They voted, wrote or supported what others wrote. */
  readonly people: number;
  /** By themselves, at the level `email` or above. */
  readonly email: number;
  /** At the level `attested` or above. */
  readonly attested: number;
  /** Brought in by an office. */
  readonly imported: number;
  readonly accounts: number;
  readonly registered: number;
  /** Without those on a credential that was reissued since the publication. */
  readonly confirmed: number;
  /** Those for which an office vouches. */
  readonly vouchedFor: number;
}

/** A pseudonym is one of a person and consultation, one of a person and service, and one for all questions about no consultation. */
export const general = 'none';
export const servicePrefix = 'service ';

export function scopeOf({ consultationId, serviceId }: { readonly consultationId?: unknown; readonly serviceId?: unknown }): string {
  if (typeof serviceId === 'string') return servicePrefix + serviceId;
  return typeof consultationId === 'string' ? consultationId : general;
}

interface People {
  all: number;
  own: number;
  email: number;
  attested: number;
  imported: number;
}

const flags: Readonly<Record<keyof People, number>> = { all: 1, own: 2, email: 4, attested: 8, imported: 16 };
const flagBits = 5;
const names = Object.keys(flags) as (keyof People)[];

/** Who took part in which consultation, each person once and at each level from the first time on: some 10 bytes a person. */
export class PeopleOfConsultations {
  private readonly table = new CompactTable(flagBits);
  private readonly counts = new Map<string, People>();

  of(consultation: string): Readonly<People> {
    return this.counts.get(consultation) ?? { all: 0, own: 0, email: 0, attested: 0, imported: 0 };
  }

  /** @returns whether any count grew */
  count(consultation: string, person: string, assurance: unknown, isImported: boolean): boolean {
    const isSure = (least: AssuranceLevel) => typeof assurance === 'string' && isAtLeast(assurance as AssuranceLevel, least);
    const isEmail = !isImported && isSure('email');
    const levels = (isEmail ? flags.email : 0) | (isSure('attested') ? flags.attested : 0);
    const now = flags.all | (isImported ? flags.imported : flags.own) | levels;
    return this.note(consultation, person, now);
  }

  /** Of somebody who never took part, nothing is raised. */
  raise(consultation: string, person: string): void {
    if (this.table.get(...placeOf(consultation, person)) > 0) this.note(consultation, person, flags.email);
  }

  private note(consultation: string, person: string, now: number): boolean {
    const place = placeOf(consultation, person);
    const before = this.table.get(...place);
    const isNew = now & ~before;
    if (isNew === 0) return false;
    this.table.set(...place, before | now);
    const counts = this.counts.get(consultation) ?? { ...this.of(consultation) };
    for (const name of names) if (isNew & flags[name]) counts[name] += 1;
    this.counts.set(consultation, counts);
    return true;
  }
}

const placeOf = (consultation: string, person: string) => saltedKey(`${consultation} ${person}`, flagBits);
